import { findTask, officeDay, stepOf, type Case, type Fact } from '@totrinh/domain';
import { substitutesOf, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';

/** Whoever stands in today for somebody to whom a task came just now is told: there is something to do in their stead. Ballots and signatures wait for the person themselves. */
export async function tellSubstitutes(desk: Desk, tx: Tx, c: Case, facts: readonly Fact[], now: Date): Promise<void> {
  const opened = facts.flatMap((f) => {
    const task = f.type === 'task.opened' || f.type === 'task.assigned' ? findTask(c, f.data.task) : undefined;
    return task?.state === 'open' && stepOf(c, task).kind !== 'vote' && stepOf(c, task).kind !== 'sign' ? [task] : [];
  });
  const people = [...new Set(opened.flatMap((t) => (t.holder === null ? t.assignees.map((a) => a.person) : [t.holder])))];
  const standIns = people.length === 0 ? [] : await substitutesOf(tx, people, c.route?.id ?? null, officeDay(now));
  tell(tx, standIns.flatMap((s) => opened.filter((t) => (t.holder ?? s.person) === s.person && t.assignees.some((a) => a.person === s.person)).map((t) => (
    { id: desk.means.id(), person: s.substitute, dossier: c.id, kind: 'inStead', effectKey: `in stead ${t.id} ${s.absence}`, at: now, step: t.step, task: t.id, data: { absence: s.absence, person: s.person } }))));
}
