import { StandardSchemaValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { requestInvalid, type Place } from './faults.ts';

const reading = (place: Place): StandardSchemaValidationPipe => new StandardSchemaValidationPipe({ exceptionFactory: (issues) => requestInvalid(issues, place) });

/** Reads body, query and path by the schemas of their operation, and says in which of them a fault stands. No address holds U+0000, which PostgreSQL keeps in no text. Errors: REQUEST_INVALID. */
export class RequestPipe implements PipeTransform {
  readonly #body = reading('body');
  readonly #query = reading('query');
  readonly #param = reading('param');

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const pipe = metadata.type === 'query' ? this.#query : metadata.type === 'param' ? this.#param : this.#body;
    if (metadata.type === 'query' || metadata.type === 'param') refuseNul(value, metadata.type, metadata.data);
    // Verbs whose words may all be left out take no body at all, too.
    return pipe.transform(metadata.type === 'body' && value === undefined ? {} : value, metadata);
  }
}

function refuseNul(value: unknown, place: Place, name: string | undefined): void {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [[name ?? '', value] as const];
  const path = parts.find(([, part]) => [part].flat().some((text) => typeof text === 'string' && text.includes('\0')))?.[0];
  if (path !== undefined) throw requestInvalid([{ path: path === '' ? [] : [path], message: 'có ký tự U+0000 · it contains U+0000' }], place);
}
