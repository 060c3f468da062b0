import { findRule, isMoving, officeDay, refuse, seatOf, settleAutomatic as rule, type Case, type Result, type RuleOf } from '@totrinh/domain';
import { askDirectory, loadCase, loadRoute, lockDossier, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';
import { applyLapses, mayLapse } from './lapse.ts';

/** Where the chain ends after it, and whether this call settled the step. */
export interface Automatic { readonly version: number; readonly settled: boolean }

/**
 * What the workflow reports of an automatic step: a webhook's outcome, or that a notice is to be given, which is written in
 * this same transaction to everybody whom the step names today. Twice does nothing more, and what time has closed stays closed.
 * Errors: DOSSIER_NOT_FOUND.
 */
export async function settleAutomatic(desk: Desk, dossier: string, step: string, outcome: string): Promise<Result<Automatic>> {
  const answer = await desk.transact<Result<Automatic & { moving: boolean }>>(async (tx) => {
    const found = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
    if (!found) return refuse('DOSSIER_NOT_FOUND', { id: dossier });
    if (found.case.route === null) return { ok: true, value: { version: found.case.seq, settled: false, moving: false } };
    const route = (await loadRoute(tx, found.case.route)).rules;
    const now = desk.now();
    const { loaded, closed } = mayLapse(found.case, route) ? await applyLapses(desk, tx, found, route, now) : { loaded: found, closed: [] };
    const before = loaded.case;
    const at = findRule(route, before.steps.find((s) => s.id === step)?.path ?? '');
    const facts = rule(before, route, step, outcome, at?.kind ?? '');
    if (facts.length > 0 && at?.kind === 'notify') await tellThem(desk, tx, before, step, at, now);
    const { after } = record(tx, before, loaded, facts, { act: null, by: 'system', at: now });
    return { ok: true, value: { version: after.seq, settled: facts.length > 0, moving: isMoving(after) && facts.length + closed.length > 0 } };
  });
  if (!answer.ok) return answer;
  const { moving, ...told } = answer.value;
  if (moving) desk.onCalled(dossier);
  return { ok: true, value: told };
}

/** A notice for each person, once; whoever is told of a dossier may read it. */
async function tellThem(desk: Desk, tx: Tx, c: Case, step: string, rule: RuleOf<'notify'>, at: Date): Promise<void> {
  const people = new Set<string>();
  for (const who of rule.to) {
    const seat = seatOf(c, who, {});
    const found = await askDirectory(tx, seat.query, officeDay(at));
    const told = found.length > 0 || seat.orElse === null ? found : await askDirectory(tx, seat.orElse, officeDay(at));
    for (const { person } of told) people.add(person);
  }
  tell(tx, [...people].map((person) => ({ id: desk.means.id(), person, dossier: c.id, kind: 'notify', effectKey: `${step}:${person}`, at, step })));
  tx.write('insert into totrinh.participant (dossier_id, person_id) select $1::uuid, p from unnest($2::text[]) as p on conflict do nothing', [c.id, [...people]]);
}
