import { StandardSchemaValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { requestInvalid, type Place } from './faults.ts';

const reading = (place: Place): StandardSchemaValidationPipe => new StandardSchemaValidationPipe({ exceptionFactory: (issues) => requestInvalid(issues, place) });

/** Reads body, query and path by the schemas of their operation, and says in which of them a fault stands. Errors: REQUEST_INVALID. */
export class RequestPipe implements PipeTransform {
  readonly #body = reading('body');
  readonly #query = reading('query');
  readonly #param = reading('param');

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const pipe = metadata.type === 'query' ? this.#query : metadata.type === 'param' ? this.#param : this.#body;
    // Verbs whose words may all be left out take no body at all, too.
    return pipe.transform(metadata.type === 'body' && value === undefined ? {} : value, metadata);
  }
}
