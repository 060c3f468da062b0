import type { Assignee, Case, CaseTask } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import { changedMore, moreOfTask } from './more.ts';

/** Tasks that are new or differ, and who may act in them. */
export function writeTasks(tx: Tx, before: Case, after: Case, at: Date): void {
  const known = new Map(before.tasks.map((t) => [t.id, t]));
  insertTasks(tx, after.id, after.tasks.filter((t) => !known.has(t.id)), at);
  const changed = after.tasks.filter((t) => { const b = known.get(t.id); return b !== undefined && b !== t; });
  updateTasks(tx, known, changed, at);
  const seated = after.tasks.filter((t) => t.assignees !== known.get(t.id)?.assignees || t.helpers !== known.get(t.id)?.helpers);
  writeCandidates(tx, after.id, seated, seated.filter((t) => known.has(t.id)));
  // Rows that are written anew already say whether the task is open.
  const closed = changed.filter((t) => t.state !== 'open' && known.get(t.id)?.state === 'open' && !seated.includes(t)).map((t) => t.id);
  if (closed.length > 0) tx.write('update totrinh.task_candidate set open = false where task_id = any($1::uuid[])', [closed]);
}

function insertTasks(tx: Tx, dossier: string, opened: readonly CaseTask[], at: Date): void {
  if (opened.length === 0) return;
  const column = <T>(of: (t: CaseTask) => T): T[] => opened.map(of);
  tx.write(
    `insert into totrinh.task (id, dossier_id, step_id, unit_id, state, opened, holder, seen, opened_at, closed_at, more)
     select id, $1::uuid, step, unit, state, opened, holder, seen, $2::timestamptz, case when state <> 'open' then $2::timestamptz end, more
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[], $9::boolean[], $10::jsonb[]) as t(id, step, unit, state, opened, holder, seen, more)`,
    [dossier, at, column((t) => t.id), column((t) => t.step), column((t) => t.unit), column((t) => t.state), column((t) => t.opened), column((t) => t.holder), column((t) => t.seen), column((t) => changedMore(moreOfTask, null, t))]);
}

function updateTasks(tx: Tx, known: ReadonlyMap<string, CaseTask>, changed: readonly CaseTask[], at: Date): void {
  if (changed.length === 0) return;
  const column = <T>(of: (t: CaseTask) => T): T[] => changed.map(of);
  tx.write(
    `update totrinh.task t set state = n.state, holder = n.holder, seen = n.seen, more = coalesce(n.more, t.more), closed_at = case when n.state <> 'open' then coalesce(t.closed_at, $1::timestamptz) end
     from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::jsonb[]) as n(id, state, holder, seen, more) where t.id = n.id`,
    [at, column((t) => t.id), column((t) => t.state), column((t) => t.holder), column((t) => t.seen), column((t) => changedMore(moreOfTask, known.get(t.id) ?? null, t))]);
}

interface CandidateRow extends Assignee { readonly task: string; readonly sort: number; readonly helper: boolean; readonly open: boolean }

/**
 * The people of these tasks. Who is no longer among those of a `known` task loses the row, since the queue and the load read rows; the chain
 * keeps who it was. Rows that go and rows that stay are different ones, so both may travel in one statement.
 */
function writeCandidates(tx: Tx, dossier: string, tasks: readonly CaseTask[], known: readonly CaseTask[]): void {
  const rows = tasks.flatMap((t): CandidateRow[] => {
    const row = (helper: boolean) => (a: Assignee, sort: number): CandidateRow => ({ task: t.id, sort, helper, open: t.state === 'open', ...a });
    return [...t.assignees.map(row(false)), ...t.helpers.map(row(true))];
  });
  const [of, who, as] = [rows.map((r) => r.task), rows.map((r) => r.person), rows.map((r) => r.helper)];
  if (known.length > 0) {
    tx.write(
      `delete from totrinh.task_candidate c where c.task_id = any($1::uuid[]) and not exists (select 1 from unnest($2::uuid[], $3::text[], $4::boolean[]) as n(task, person, helper)
         where n.task = c.task_id and n.person = c.person_id and n.helper = c.helper)`, [known.map((t) => t.id), of, who, as]);
  }
  if (rows.length === 0) return;
  tx.write(
    `insert into totrinh.task_candidate (task_id, person_id, helper, capacity, appointment_id, sort, open)
     select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::text[], $5::uuid[], $6::int[], $7::boolean[])
     on conflict (task_id, person_id, helper) do update set capacity = excluded.capacity, appointment_id = excluded.appointment_id, sort = excluded.sort, open = excluded.open`,
    [of, who, as, rows.map((r) => r.capacity), rows.map((r) => r.appointment), rows.map((r) => r.sort), rows.map((r) => r.open)]);
}
