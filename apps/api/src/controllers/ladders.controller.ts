import { Body, Controller, Inject, Param } from '@nestjs/common';
import { OPERATIONS, ladderJsonSchema } from '@totrinh/api-schema';
import { publishLadder } from '@totrinh/casework';
import type { SeenLadder } from '@totrinh/persistence';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { Operate } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { sendText } from '../http/send-text.ts';
import { Office } from '../office.ts';

const { listLadders, publishLadder: publishing, readLadderSchema, readLadderVersion } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Ladders of reminders, and publishing them. */
@Controller()
export class LaddersController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listLadders)
  async list(): Answer<(typeof listLadders.answers)[200]> {
    return { items: (await this.#office.ladders.latest()).map(shown) };
  }

  @Operate(readLadderSchema)
  schema(@Asks() asking: Asking): string {
    return sendText(asking, 'application/schema+json', JSON.stringify(ladderJsonSchema()));
  }

  @Operate(readLadderVersion)
  async read(@Param({ schema: readLadderVersion.params }) { id, n }: z.infer<typeof readLadderVersion.params>): Answer<(typeof readLadderVersion.answers)[200]> {
    return shown(found(await this.#office.ladders.find(id, n), 'LADDER_NOT_FOUND', id));
  }

  @Operate(publishing)
  async publish(@Asks() asking: Asking, @Body({ schema: publishing.body }) body: z.infer<typeof publishing.body>): Answer<(typeof publishing.answers)[201]> {
    const { act, made, status } = accepted(await publishLadder(this.#office.desk, body, actRequest(asking, { body })));
    void asking.reply.status(status);
    return { act, ...made };
  }
}

const shown = (l: SeenLadder): z.infer<(typeof readLadderVersion.answers)[200]> => ({ ...l, rules: { ...l.rules }, publishedAt: l.publishedAt.toISOString() });
