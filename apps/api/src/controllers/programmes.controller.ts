import { Body, Controller, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { importProgramme } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { composed } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { accepted, found, Refused } from '../http/refused.ts';
import { sendFile } from '../http/send-file.ts';
import { Office } from '../office.ts';
import { programmeSheet } from '../report/programme-sheet.ts';
import { presentProgramme, type ProgrammeBody } from '../present/programmes.ts';

const operations = OPERATIONS;
const { listProgrammes, readProgramme, reportProgramme } = operations;
type ReportQuery = z.infer<typeof readProgramme.query>;
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
  async read(@Asks() asking: Asking, @Param({ schema: readProgramme.params }) { id }: z.infer<typeof readProgramme.params>, @Query({ schema: readProgramme.query }) query: ReportQuery): Promise<ProgrammeBody> {
    return this.#report(asking, id, query);
  }

  @Operate(reportProgramme)
  async sheet(@Asks() asking: Asking, @Param({ schema: reportProgramme.params }) { id }: z.infer<typeof reportProgramme.params>, @Query({ schema: reportProgramme.query }) { lang, ...query }: z.infer<typeof reportProgramme.query>): Promise<StreamableFile> {
    const report = await this.#report(asking, id, query);
    return sendFile(asking, await programmeSheet(report, lang), reportProgramme.answers[200].media[0], `${report.code.replace(/[^\p{L}\p{N}-]+/gu, '-')} ${report.asOf}.xlsx`);
  }

  async #report(asking: Asking, id: string, query: ReportQuery): Promise<ProgrammeBody> {
    const { asOf = null, state = null, kind = null, leadUnit = null, directing = null, authority = null, dueBefore = null, search = null } = query;
    const wish = { asOf, period: periodOf(query), filter: { state, kind, leadUnit, directing, authority, dueBefore, search: search === null || search.trim() === '' ? null : search.trim() } };
    return presentProgramme(found(await this.#office.programmes.find(this.#office.viewer(asking.person), id, wish), 'PROGRAMME_NOT_FOUND', id));
  }

  @Operate(operations.importProgramme)
  async import(@Asks() asking: Asking, @Body({ schema: operations.importProgramme.body }) body: z.infer<typeof operations.importProgramme.body>): Answer<(typeof operations.importProgramme.answers)[201]> {
    const { act, programme, added, history, status } = accepted(await importProgramme(this.#office.desk, composed(body), actRequest(asking, { body })));
    void asking.reply.status(status);
    return { act, programme, added, history };
  }
}

/** A period ends on the report's day where it has no end of its own. */
function periodOf({ from, to, asOf }: ReportQuery): { from: string; to: string } | null {
  const end = to ?? (from === undefined ? undefined : asOf);
  if ((from === undefined) !== (end === undefined)) throw new Refused('REQUEST_INVALID', { faults: [{ path: [from === undefined ? 'from' : 'to'], vi: 'Kỳ báo cáo cần cả ngày đầu và ngày cuối.', en: 'A period needs both its first and its last day.' }] });
  return from === undefined || end === undefined ? null : { from, to: end };
}
