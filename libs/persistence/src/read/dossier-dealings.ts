import type { CaseProposal, ResponseVerdict } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import { named, word, type Named } from './dossier-parts.ts';

export interface DemandDetails extends Row { readonly id: string; readonly step: string; readonly text: string | null; readonly madeAt: Date; readonly answeredAt: Date | null; readonly answer: string | null; readonly document: string | null }
export interface ResponseDetails extends Row { readonly decision: string; readonly verdict: ResponseVerdict; readonly reason: string | null; readonly by: Named; readonly at: Date }
export interface ProposalDetails extends Row {
  readonly id: string; readonly verb: CaseProposal['verb']; readonly by: Named; readonly params: CaseProposal['params']; readonly reason: string | null; readonly demands: readonly string[]; readonly at: Date;
  readonly state: 'open' | 'confirmed' | 'declined'; readonly decidedBy: Named | null; readonly decidedAt: Date | null;
}
export interface AgendaPlace extends Row { readonly step: string; readonly state: 'onAgenda' | 'putOff' | 'decided'; readonly meeting: { readonly id: string; readonly title: string; readonly on: string; readonly place: string; readonly state: string; readonly body: { readonly id: string; readonly name: string } } }

const data = (event: string, field: string): string => `${event}.body::json #>> '{data,${field}}'`;
/** The latest event of these types that names the same id as event `e`. */
const latest = (types: string, field: string): string => `left join lateral (select x.seq, x.type, x.at, x.body from totrinh.event x where x.dossier_id = $1 and x.type in (${types}) and ${data('x', field)} = ${data('e', field)} order by x.seq desc limit 1) a on true`;

/** Demands of conclusions in the order in which they were made, each with its words and its answer. */
export function readDemands(tx: Tx, dossier: string): Promise<DemandDetails[]> {
  return tx.read<DemandDetails>(
    `select ${data('e', 'demand')} as id, ${data('e', 'step')} as step, ${word('e.seq', 'text')} as text, e.at as "madeAt", a.at as "answeredAt", ${word('a.seq', 'text')} as answer, ${data('a', 'document')} as document
     from totrinh.event e ${latest(`'demand.answered'`, 'demand')} where e.dossier_id = $1 and e.type = 'demand.made' order by e.seq`, [dossier]);
}

/** How each opinion was answered (tiếp thu, giải trình): the latest answer to each. */
export function readResponses(tx: Tx, dossier: string): Promise<ResponseDetails[]> {
  return tx.read<ResponseDetails>(
    `select distinct on (${data('e', 'decision')}) ${data('e', 'decision')} as decision, ${data('e', 'verdict')} as verdict, ${word('e.seq', 'reason')} as reason, ${named('p')} as by, e.at
     from totrinh.event e join totrinh.person p on p.id = e.body::json ->> 'by' where e.dossier_id = $1 and e.type = 'opinion.responded' order by ${data('e', 'decision')}, e.seq desc`, [dossier]);
}

/** What one person proposed, with the demands of a conclusion that it makes, and what a second one said to it. */
export function readProposals(tx: Tx, dossier: string): Promise<ProposalDetails[]> {
  return tx.read<ProposalDetails>(
    `select ${data('e', 'proposal')} as id, ${data('e', 'verb')} as verb, ${named('p')} as by, e.body::json #> '{data,params}' as params, ${word('e.seq', 'reason')} as reason, e.at,
       array(select w.value from totrinh.event_private w where w.dossier_id = e.dossier_id and w.seq = e.seq and w.field ~ '^demand[0-9]+$' and w.value is not null order by substr(w.field, 7)::int) as demands,
       case a.type when 'proposal.confirmed' then 'confirmed' when 'proposal.declined' then 'declined' else 'open' end as state, case when q.id is not null then ${named('q')} end as "decidedBy", a.at as "decidedAt"
     from totrinh.event e join totrinh.person p on p.id = ${data('e', 'by')} ${latest(`'proposal.confirmed', 'proposal.declined'`, 'proposal')} left join totrinh.person q on q.id = ${data('a', 'by')}
     where e.dossier_id = $1 and e.type = 'proposal.made' order by e.seq`, [dossier]);
}

/** Meetings on whose agenda the dossier stood or stands. */
export function readAgenda(tx: Tx, dossier: string): Promise<AgendaPlace[]> {
  return tx.read<AgendaPlace>(
    `select i.step_id as step, i.state, json_build_object('id', m.id, 'title', m.title, 'on', m.on_day::text, 'place', m.place, 'state', m.state, 'body', json_build_object('id', b.id, 'name', b.name)) as meeting
     from totrinh.meeting_item i join totrinh.meeting m on m.id = i.meeting_id join totrinh.body b on b.id = m.body_id where i.dossier_id = $1 order by m.on_day, m.id, i.sort`, [dossier]);
}
