import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { importProgramme } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { composed } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { accepted, found, Refused } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentProgramme, type ProgrammeBody } from '../present/programmes.ts';

const operations = OPERATIONS;
const { listProgrammes, readProgramme } = operations;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Programmes, their figures, and how they come in. */
@Controller()
export class ProgrammesController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listProgrammes)
  async list(@Asks() asking: Asking, @Query({ schema: listProgrammes.query }) query: z.infer<typeof listProgrammes.query>): Answer<(typeof listProgrammes.answers)[200]> {
    const page = await this.#office.programmes.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: [...page.items], next: cursorOf(page.next) };
  }

  @Operate(readProgramme)
  async read(@Asks() asking: Asking, @Param({ schema: readProgramme.params }) { id }: z.infer<typeof readProgramme.params>, @Query({ schema: readProgramme.query }) { from, to }: z.infer<typeof readProgramme.query>): Promise<ProgrammeBody> {
    if ((from === undefined) !== (to === undefined)) throw new Refused('REQUEST_INVALID', { faults: [{ path: [from === undefined ? 'from' : 'to'], vi: 'Kỳ báo cáo cần cả ngày đầu và ngày cuối.', en: 'A period needs both its first and its last day.' }] });
    const period = from === undefined || to === undefined ? null : { from, to };
    return presentProgramme(found(await this.#office.programmes.find(this.#office.viewer(asking.person), id, period), 'PROGRAMME_NOT_FOUND', id));
  }

  @Operate(operations.importProgramme)
  async import(@Asks() asking: Asking, @Body({ schema: operations.importProgramme.body }) body: z.infer<typeof operations.importProgramme.body>): Answer<(typeof operations.importProgramme.answers)[201]> {
    const { act, programme, added, history, status } = accepted(await importProgramme(this.#office.desk, composed(body), actRequest(asking, { body })));
    void asking.reply.status(status);
    return { act, programme, added, history };
  }
}
