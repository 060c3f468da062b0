import { dueChanged, reckonAgain, stepById, workRule, type Case, type Fact, type Route, type StepDue, type Terms } from '@totrinh/domain';
import { duesOf, loadCase, loadRoute, record, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { termsOf } from './terms.ts';

/**
 * Reckons the open terms of locked dossiers with the calendar that holds now. A date that comes later, or whose rungs alone move, is written; one that would
 * come earlier stays, and the office is asked (`moveDue`).
 */
export async function replanLocked(desk: Desk, tx: Tx, dossiers: readonly string[], now: Date): Promise<void> {
  for (const dossier of dossiers) {
    const loaded = await loadCase(tx, dossier);
    if (!loaded || loaded.case.status !== 'open' || loaded.case.suspended || loaded.case.route === null) continue;
    const route = (await loadRoute(tx, loaded.case.route)).rules;
    const terms = await termsOf(tx, loaded.case.leadUnit);
    const dues = await duesOf(tx, dossier);
    const facts = Object.entries(dues).flatMap(([step, due]) => replanned(desk, loaded.case, route, step, due, terms, now));
    record(tx, loaded.case, loaded, facts, { act: null, by: 'system', at: now });
    await tx.flush();
  }
}

function replanned(desk: Desk, c: Case, route: Route, id: string, was: StepDue, terms: Terms, now: Date): Fact[] {
  const step = stepById(c, id);
  if (was.dueAt === null || !was.due) return workRule(route, step.path).ladder === undefined ? [] : [dueChanged(route, step, was, { dueAt: was.dueAt === null ? null : new Date(was.dueAt), due: null, because: 'calendar', by: 'system', now }, terms, desk.means)];
  const dueAt = new Date(was.dueAt);
  const to = reckonAgain(was.due, terms.calendar);
  if (to.dueAt >= dueAt) return [dueChanged(route, step, was, { ...to, because: 'calendar', by: 'system', now }, terms, desk.means)];
  const asked: Fact = { type: 'proposal.made', data: { proposal: desk.means.id(), verb: 'moveDue', by: 'system', params: { step: id, from: was.dueAt, until: to.due.end, calendar: terms.calendar.key, premise: id } } };
  return [dueChanged(route, step, was, { dueAt, due: { ...was.due, calendar: terms.calendar.key }, because: 'calendar', by: 'system', now }, terms, desk.means), asked];
}
