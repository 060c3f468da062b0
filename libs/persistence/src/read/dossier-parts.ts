import type { DueExplanation } from '@totrinh/domain';
import type { StoredArithmetic } from '../ledger/stored-arithmetic.ts';
import type { Row, Tx } from '../tx.ts';

export interface Named { readonly person: string; readonly name: string }

/** Somebody in a post: the capacity they act in and the post's title. */
export interface NamedInPost extends Named { readonly capacity: string; readonly post: string }

export interface StepTimes extends Row {
  readonly id: string; readonly openedAt: Date; readonly settledAt: Date | null; readonly dueAt: Date | null;
  /** How the due instant came about. */
  readonly due: DueExplanation | null;
  /** How its result was counted, and the sentence that prints it. */
  readonly arithmetic: StoredArithmetic | null;
  /** The snapshot of members, where it has one. */
  readonly roster: readonly NamedInPost[] | null;
}
export interface TaskDetails extends Row {
  readonly id: string; readonly unit: { readonly id: string; readonly name: string } | null; readonly holder: Named | null; readonly openedAt: Date; readonly closedAt: Date | null;
  readonly candidates: readonly NamedInPost[];
  readonly helpers: readonly NamedInPost[];
  /** Whose it was before a superior took it over because it was late. */
  readonly takenFrom: readonly Named[] | null;
}
export interface DecisionDetails extends Row {
  readonly id: string; readonly actor: Named; readonly principal: Named; readonly capacity: string; readonly at: Date; readonly act: string; readonly reason: string | null;
  /** Who entered it for the principal, on which paper of which day. */
  readonly recorded: { readonly by: Named; readonly confirmedBy: Named | null; readonly document: string; readonly on: string } | null;
  /** The absence by which the actor decided in the principal's stead. */
  readonly inStead: string | null;
  /** The written authority by which the actor decided, with the number of its paper. */
  readonly authority: { readonly id: string; readonly number: string } | null;
}
export interface DocumentDetails extends Row { readonly id: string; readonly name: string | null; readonly size: number; readonly mediaType: string; readonly attachedBy: Named; readonly attachedAt: Date }
export interface CommentDetails extends Row { readonly id: string; readonly person: Named; readonly text: string | null; readonly at: Date }

/** Why a step was late, as whoever has or answers for it said; the words may have been erased. */
export interface LatenessDetails extends Row { readonly step: string; readonly task: string; readonly by: Named; readonly reason: string | null; readonly at: Date }

export const named = (person: string): string => `json_build_object('person', ${person}.id, 'name', ${person}.name)`;
/** The word of a field that an event carries; null where it has none or it was erased. */
export const word = (seq: string, field: string): string => `(select w.value from totrinh.event_private w where w.dossier_id = $1 and w.seq = ${seq} and w.field = '${field}')`;

export function readSteps(tx: Tx, dossier: string): Promise<StepTimes[]> {
  return tx.read<StepTimes>(
    `select s.id, s.opened_at as "openedAt", s.settled_at as "settledAt", s.due_at as "dueAt", s.due, s.arithmetic,
       case when s.more ? 'roster' then (select json_agg(json_build_object('person', p.id, 'name', p.name, 'capacity', m.capacity, 'post', o.title) order by m.no)
         from rows from (jsonb_to_recordset(s.more -> 'roster') as (person text, capacity text, appointment uuid)) with ordinality as m(person, capacity, appointment, no)
         join totrinh.person p on p.id = m.person join totrinh.appointment a on a.id = m.appointment join totrinh.post o on o.id = a.post_id) end as roster
     from totrinh.step s where s.dossier_id = $1`, [dossier]);
}

/** People of task `t`: those who may answer it, or those who help. */
const peopleOf = (helper: boolean): string => `(select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name, 'capacity', c.capacity, 'post', o.title) order by c.sort), '[]')
  from totrinh.task_candidate c join totrinh.person p on p.id = c.person_id join totrinh.appointment a on a.id = c.appointment_id join totrinh.post o on o.id = a.post_id where c.task_id = t.id and c.helper = ${helper})`;

/** Tasks with their candidates and helpers: person, name, capacity, and the title of the post that they would act by. */
export function readTasks(tx: Tx, dossier: string): Promise<TaskDetails[]> {
  return tx.read<TaskDetails>(
    `select t.id, t.opened_at as "openedAt", t.closed_at as "closedAt", case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
       case when h.id is not null then ${named('h')} end as holder,
       ${peopleOf(false)} as candidates, ${peopleOf(true)} as helpers,
       case when t.more ? 'takenFrom' then (select json_agg(json_build_object('person', p.id, 'name', p.name) order by p.id) from totrinh.person p
         where p.id in (select coalesce(t.more #>> '{takenFrom,holder}', a.value ->> 'person') from jsonb_array_elements(t.more #> '{takenFrom,assignees}') a)) end as "takenFrom"
     from totrinh.task t left join totrinh.unit u on u.id = t.unit_id left join totrinh.person h on h.id = t.holder where t.dossier_id = $1`, [dossier]);
}

export function readDecisions(tx: Tx, dossier: string): Promise<DecisionDetails[]> {
  return tx.read<DecisionDetails>(
    `select x.id, ${named('a')} as actor, ${named('p')} as principal, x.capacity, x.at, x.act_id as act, ${word('x.seq', 'reason')} as reason, x.in_stead as "inStead", case when g.id is not null then json_build_object('id', g.id, 'number', g.number) end as authority,
       case when x.recorded is not null then json_build_object('by', ${named('r')}, 'confirmedBy', case when k.id is not null then ${named('k')} end, 'document', x.recorded ->> 'document', 'on', x.recorded ->> 'on') end as recorded
     from totrinh.decision x join totrinh.person a on a.id = x.actor join totrinh.person p on p.id = x.principal
       left join totrinh.authority g on g.id = x.authority left join totrinh.person r on r.id = x.recorded ->> 'by' left join totrinh.person k on k.id = x.recorded ->> 'confirmedBy' where x.dossier_id = $1`, [dossier]);
}

export function readDocuments(tx: Tx, dossier: string): Promise<DocumentDetails[]> {
  return tx.read<DocumentDetails>(
    `select o.id, o.size::float8 as size, o.media_type as "mediaType", ${named('p')} as "attachedBy", o.attached_at as "attachedAt", ${word('o.seq', 'name')} as name
     from totrinh.document o join totrinh.person p on p.id = o.attached_by where o.dossier_id = $1`, [dossier]);
}

export function readComments(tx: Tx, dossier: string): Promise<CommentDetails[]> {
  return tx.read<CommentDetails>(
    `select e.body::json #>> '{data,comment}' as id, ${named('p')} as person, ${word('e.seq', 'text')} as text, e.at
     from totrinh.event e join totrinh.person p on p.id = e.body::json #>> '{data,person}' where e.dossier_id = $1 and e.type = 'comment.added' order by e.seq`, [dossier]);
}

export function readLateness(tx: Tx, dossier: string): Promise<LatenessDetails[]> {
  return tx.read<LatenessDetails>(
    `select e.body::json #>> '{data,step}' as step, e.body::json #>> '{data,task}' as task, ${named('p')} as by, ${word('e.seq', 'reason')} as reason, e.at
     from totrinh.event e join totrinh.person p on p.id = e.body::json #>> '{data,by}' where e.dossier_id = $1 and e.type = 'lateness.explained' order by e.seq`, [dossier]);
}
