import { INFORMING_NOTICES, NOT_MOVING_MINUTES, type DeskList } from '@totrinh/domain';
import { ownerlessOn } from '../ledger/circumstances.ts';
import { mayReassign } from './ownerless.read-model.ts';
import { MY_TASKS, NOT_IN_TODO, PURPOSE, TERM, WAITS } from './queue-mine.ts';
import type { Standings } from './queue-standing.ts';
import { every, ofDossier, type DeskFilter, type Values } from './queue-wish.ts';
import { MAY_SEE } from './viewer.ts';

/** Makes the rows of a list: id, task, dossier, due, at, code, and what only some lists know. `cut` orders and limits each part of a list that is made of several. */
export type Rows = (v: Values, filter: DeskFilter, standings: Standings, cut: (at: string, id: string) => Cut) => string;
export interface Cut { readonly where: string; readonly tail: string }

const NOTHING = `null::timestamptz as due`;
const PLAIN = `false as helper, null::text as stead, false as lent, false as offered, null::text as grp, false as bulk, null::json as told`;

/** What the rules know is joined only where it is asked for. */
const UNASKED = { joins: '', group: 'null::text', urgency: '', bulk: 'false' } as const;

/** Cần xử lý: what waits for the viewer, each task once; their own right goes before help, help before standing in. */
const todo: Rows = (v, f, by) => {
  const asks = by.wanted || f.due !== null || f.urgency !== null || f.bulk;
  const { joins, group, urgency, bulk } = asks ? by : UNASKED;
  return `select distinct on (t.id) t.id, t.id as task, d.id as dossier, ${TERM} as due, t.opened_at as at, d.code,
    c.helper, c.stead, c.verbs is not null as lent, t.holder is null as offered, ${group} as grp, (${bulk} and not c.helper) as bulk, null::json as told, null::text as trouble
  from ${MY_TASKS} ${joins} where ${every([
    WAITS, ...ofDossier(v, f), ...(f.kind === null ? [] : [`s.kind = ${v.put(f.kind)}`]), ...(f.offered === null ? [] : [`(t.holder is null) = ${v.put(f.offered, 'boolean')}`]),
    ...(f.inSteadOf === null ? [] : [`c.stead = ${v.put(f.inSteadOf)}`]), ...(f.urgency === null ? [] : [`${urgency} = ${v.put(f.urgency)}`]), ...(f.due === null ? [] : [`${group} = ${v.put(f.due)}`]), ...(f.bulk ? [bulk, 'not c.helper'] : []),
  ])} order by t.id, c.helper, c.stead nulls first, c.verbs nulls first`;
};

/** Acts that change nothing in a dossier's course: whoever did only these does not wait for a result. */
const MERE = `array['seen', 'claim', 'release', 'comment', 'nudge']::text[]`;
const ACTED = `(d.drafter_id = $1 or exists (select 1 from totrinh.act x where x.dossier_id = d.id and x.actor = $1 and x.verb <> all (${MERE})) or exists (select 1 from totrinh.decision x where x.dossier_id = d.id and x.principal = $1))`;
const OPEN_WORK = `totrinh.task t join totrinh.step s on s.id = t.step_id and s.state = 'open'`;

/** Open tasks of open dossiers in which the viewer took part. */
export const OTHERS_TASKS = `from totrinh.participant pa join totrinh.dossier d on d.id = pa.dossier_id and d.status = 'open' join totrinh.task t on t.dossier_id = d.id and t.state = 'open' join totrinh.step s on s.id = t.step_id where pa.person_id = $1`;

/** Đã chuyển, chờ kết quả: open dossiers that the viewer drafted or acted in, and in which nothing waits for them now. */
const waiting: Rows = (v, f, by) => {
  const some = [...(f.due === null ? [] : [`${by.group} = ${v.put(f.due)}`]), ...(f.urgency === null ? [] : [`${by.urgency} = ${v.put(f.urgency)}`])];
  return `select d.id, null::uuid as task, d.id as dossier, o.due, coalesce(o.at, d.last_at) as at, d.code, ${PLAIN}, null::text as trouble
  from totrinh.participant pa join totrinh.dossier d on d.id = pa.dossier_id and d.status = 'open'
    cross join lateral (select min(${TERM}) as due, max(s.opened_at) as at from ${OPEN_WORK} where t.dossier_id = d.id and t.state = 'open' and ${PURPOSE} <> 'aside') o
  where ${every([
    'pa.person_id = $1', NOT_IN_TODO, ...ofDossier(v, f), ...(f.kind === null ? [] : [`exists (select 1 from totrinh.step s where s.dossier_id = d.id and s.state = 'open' and s.kind = ${v.put(f.kind)})`]),
    ...(some.length === 0 ? [] : [`exists (select 1 from ${OPEN_WORK} ${by.joins} where t.dossier_id = d.id and t.state = 'open' and ${PURPOSE} <> 'aside' and ${every(some)})`]), ACTED,
  ])}`;
};

const TOLD = `select n.dossier_id, n.at, n.id, n.kind, n.data ->> 'by' as by, n.read_at is not null as read from totrinh.notice n where n.person_id = $1 and n.dossier_id is not null and n.kind in (${INFORMING_NOTICES.map((k) => `'${k}'`).join(', ')})
  union all select e.dossier_id, e.at, null, 'mentioned', e.body::jsonb #>> '{data,person}', exists (select 1 from totrinh.act x where x.dossier_id = e.dossier_id and x.actor = $1 and x.at >= e.at)
    from totrinh.event e where e.type = 'comment.added' and (e.body::jsonb) #> '{data,mentions}' @> jsonb_build_array($1::text)`;

/** Nhận để biết: dossiers that the viewer was told of or mentioned in, and in which nothing waits for them; each once, by what was told last. */
const informed: Rows = (v, f) => `select d.id, null::uuid as task, d.id as dossier, ${NOTHING}, n.at, d.code, false as helper, null::text as stead, false as lent, not n.read as offered, null::text as grp, false as bulk,
    json_build_object('kind', n.kind, 'read', n.read, 'notice', n.id, 'by', n.by) as told, null::text as trouble
  from (select distinct on (a.dossier_id) a.dossier_id, a.at, a.id, a.kind, a.by, bool_and(a.read) over (partition by a.dossier_id) as read from (${TOLD}) a order by a.dossier_id, a.at desc, a.id desc nulls last) n
    join totrinh.dossier d on d.id = n.dossier_id where ${every([MAY_SEE, NOT_IN_TODO, ...ofDossier(v, f)])}`;

/** Đã xử lý: tasks that the viewer settled, in which they decided or somebody decided for them, or which they held when they ended. */
const done: Rows = (v, f, _, cut) => {
  const such = [...ofDossier(v, f), ...(f.kind === null ? [] : [`s.kind = ${v.put(f.kind)}`])];
  const part = (from: string, at: string, where: string): string => {
    const { where: behind, tail } = cut(at, 't.id');
    return `(select t.id, t.id as task, d.id as dossier, ${NOTHING}, ${at} as at, d.code, ${PLAIN}, null::text as trouble from ${from} join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id where ${every([where, behind, ...such])} ${tail})`;
  };
  const decided = 'totrinh.decision dc join totrinh.task t on t.id = dc.task_id';
  return [
    part(decided, 'dc.at', `dc.actor = $1 and t.state <> 'open'`), part(decided, 'dc.at', `dc.principal = $1 and dc.principal <> dc.actor and t.state <> 'open'`),
    part('totrinh.task t', 't.closed_at', `t.holder = $1 and t.state = 'done' and not exists (select 1 from totrinh.decision dc where dc.task_id = t.id and (dc.actor = $1 or dc.principal = $1))`),
  ].join(' union all ');
};

/** Vướng mắc: what nobody may do any more, and what the system could not move on, for those who may mend it. */
const troubled: Rows = (v, f) => {
  const such = ofDossier(v, f);
  const stuck = f.kind !== null ? '' : ` union all select d.id, null::uuid, d.id, null::timestamptz, o.raised_at, d.code, false, null, false, false, null, false, null, 'notMoving'
    from totrinh.outbox o join totrinh.dossier d on d.id = o.dossier_id and d.status = 'open' and d.pending <> '[]'::jsonb cross join lateral (select d.lead_unit_id as unit_id) t
    where ${every([`o.raised_at < now() - interval '${NOT_MOVING_MINUTES} minutes'`, mayReassign('$1', '$2'), ...such])}`;
  return `select t.id, t.id as task, d.id as dossier, ${TERM} as due, t.opened_at as at, d.code, ${PLAIN}, 'ownerless' as trouble
    from totrinh.task t join totrinh.dossier d on d.id = t.dossier_id join totrinh.step s on s.id = t.step_id where ${every([ownerlessOn('$2'), mayReassign('$1', '$2'), ...such, ...(f.kind === null ? [] : [`s.kind = ${v.put(f.kind)}`])])}${stuck}`;
};

export const ROWS: Readonly<Record<DeskList, Rows>> = { todo, waiting, informed, done, troubled };
