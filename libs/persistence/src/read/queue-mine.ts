import { AWAY, LETS } from '../ledger/directory.ts';

/**
 * Rows of the viewer ($1, $2 day): tasks to answer; tasks to help in, while something is left to do there (a clerk's until it is registered, an
 * officer's while held); tasks of people away whom they substitute, except votes and signatures, which admit no substitute; tasks for which they have a
 * written authority that says what the task asks.
 */
export const MINE = `
  select c.task_id, false as helper, false as clerk, null::text as stead, null::text[] as routes, null::text[] as verbs from totrinh.task_candidate c where c.person_id = $1 and c.open and not c.helper
  union all select c.task_id, true, c.capacity = 'clerk', null, null, null from totrinh.task_candidate c where c.person_id = $1 and c.open and c.helper
  union all select c.task_id, false, false, b.person_id, b.routes, null from totrinh.absence b join totrinh.task_candidate c on c.person_id = b.person_id and c.open and not c.helper where b.substitute_id = $1 and ${AWAY}
  union all select c.task_id, false, false, g.grantor_id, g.routes, g.verbs from totrinh.authority g join totrinh.task_candidate c on c.person_id = g.grantor_id and c.open and not c.helper where g.grantee_id = $1 and ${LETS}`;
/** What an authority has to say for this task; null: none reaches it. */
const ASKS = `case when t.more ->> 'purpose' = 'confirm' then 'confirm' when t.more ->> 'purpose' is not null then null when s.kind = 'sign' then 'sign' when s.kind in ('review', 'appraise', 'approve', 'consult') then 'decide' end`;
/** What has no term is due after everything else. */
export const DUE = `coalesce(s.due_at, 'infinity'::timestamptz)`;
export const WAITS = `case when c.helper then t.holder = $1 or (c.clerk and t.more ->> 'registered' is null and t.more #>> '{officer,person}' is distinct from $1)
  when c.stead is not null then (t.holder is null or t.holder = c.stead) and case when c.verbs is null then s.kind not in ('vote', 'sign') else coalesce(${ASKS} = any(c.verbs), false) end and (c.routes is null or d.route_id = any(c.routes))
  else t.holder is null or t.holder = $1 end`;

/** What a task is for. */
export const PURPOSE = `coalesce(t.more ->> 'purpose', 'work')`;
/** When a task is due: an opinion on the side has no term. */
export const TERM = `case when ${PURPOSE} <> 'aside' then s.due_at end`;
/** The viewer's own rows `c` with their task, step and dossier; each task once for every right to it. */
export const MY_TASKS = `(${MINE}) c join totrinh.task t on t.id = c.task_id join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id`;
/** Dossier `d` is none in which something waits for the viewer; the list of those is made once a statement. */
export const NOT_IN_TODO = `d.id not in (select t.dossier_id from ${MY_TASKS} where ${WAITS})`;
