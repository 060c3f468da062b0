import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { bulk, declareAbsence, endAbsence, voidNumber, type AbsenceAnswer, type BulkLine } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { OPERATIONS, problemOf } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { clean, cleanOrNull } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentOfficeActions } from '../present/office-actions.ts';

const operations = OPERATIONS;
const { listAbsences } = operations;
const absenceKey = z.object({ from: z.iso.date(), id: z.uuid() });
type Id = ParamsOf<typeof operations.endAbsence>;
type BulkBody = z.infer<(typeof operations.bulk.answers)[200]>;

/** A person's own desk: absences, many acts at once; and numbers that were not used. */
@Controller()
export class DeskController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listAbsences)
  async absences(@Asks() asking: Asking, @Query({ schema: listAbsences.query }) query: z.infer<typeof listAbsences.query>): Promise<z.infer<(typeof listAbsences.answers)[200]>> {
    const page = await this.#office.absences.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, absenceKey) });
    return { items: page.items.map(({ actions, ...b }) => ({ ...b, routes: b.routes === null ? null : [...b.routes], allowedActions: presentOfficeActions(actions) })), next: cursorOf(page.next) };
  }

  @Operate(operations.declareAbsence)
  declareAbsence(@Asks() asking: Asking, @Body({ schema: operations.declareAbsence.body }) body: BodyOf<typeof operations.declareAbsence>): Promise<{ act: string; absence: string }> {
    const { person, substitute, from, to, routes } = body;
    const input = { substitute, from, to, routes: routes ?? null, ...(person === undefined ? {} : { person }) };
    return absenceAnswer(asking, declareAbsence(this.#office.desk, input, actRequest(asking, { body })));
  }

  @Operate(operations.endAbsence)
  endAbsence(@Asks() asking: Asking, @Param({ schema: operations.endAbsence.params }) params: Id): Promise<{ act: string; absence: string }> {
    return absenceAnswer(asking, endAbsence(this.#office.desk, params.id, actRequest(asking, { params })));
  }

  /** Each act stands or falls alone; the request as a whole is answered 200, line by line. */
  @Operate(operations.bulk)
  async bulk(@Asks() asking: Asking, @Body({ schema: operations.bulk.body }) body: BodyOf<typeof operations.bulk>): Promise<BulkBody> {
    const acts = body.acts.map(({ verb, task, key, ifMatch, body: asked }) => ({
      verb, task, key, ...(ifMatch === undefined ? {} : { ifMatch }),
      body: { reason: cleanOrNull('reason', asked.reason), to: asked.to ?? null, ...(asked.outcome === undefined ? {} : { outcome: asked.outcome }), ...(asked.person === undefined ? {} : { person: asked.person }) },
    }));
    const { actor, correlationId, signedInAt } = actRequest(asking, { body });
    const lines = accepted(await bulk(this.#office.desk, acts, { actor, correlationId, ...(signedInAt === undefined ? {} : { signedInAt }) }));
    const told = lines.map((line) => presentLine(line, asking.correlationId));
    const through = told.filter((line) => line.ok).length;
    return { lines: told, accepted: through, refused: told.length - through };
  }

  @Operate(operations.voidNumber)
  async voidNumber(@Asks() asking: Asking, @Param({ schema: operations.voidNumber.params }) params: ParamsOf<typeof operations.voidNumber>, @Body({ schema: operations.voidNumber.body }) body: BodyOf<typeof operations.voidNumber>): Promise<z.infer<(typeof operations.voidNumber.answers)[201]>> {
    const command = { register: params.id, series: body.series ?? null, reason: clean('reason', body.reason) };
    const { act, register, series, number, text, status } = accepted(await voidNumber(this.#office.desk, command, actRequest(asking, { params, body })));
    void asking.reply.status(status);
    return { act, register, series, number, text };
  }
}

async function absenceAnswer(asking: Asking, doing: Promise<Result<AbsenceAnswer>>): Promise<{ act: string; absence: string }> {
  const { act, absence, status, replayed } = accepted(await doing);
  void asking.reply.status(status);
  if (replayed) void asking.reply.header('idempotency-replayed', 'true');
  return { act, absence };
}

function presentLine({ verb, task, key, result }: BulkLine, correlationId: string): BulkBody['lines'][number] {
  if (!result.ok) return { verb, task, key, ok: false, code: result.error.code, problem: problemOf(result.error, correlationId), answer: null };
  const { act, dossier, version, ids, moving } = result.value;
  return { verb, task, key, ok: true, code: null, problem: null, answer: { act, dossier, version, ids: { ...ids }, moving } };
}
