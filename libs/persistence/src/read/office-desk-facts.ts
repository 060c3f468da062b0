import type { DeskMeeting } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';
import { hasWords } from './search-words.ts';
import { OF_OFFICE, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }

/** A dossier on the office's desk, as its row and the rows around it say; `found`: it has the words that were looked for. */
export interface DeskHead {
  readonly id: string; readonly dossier: { readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: Ref }; readonly body: Ref | null; readonly number: string | null; readonly issuedOn: string | null;
  readonly lastAt: Date; readonly found: boolean;
}
export interface MeetingOfDesk { readonly id: string; readonly title: string; readonly on: string; readonly place: string; readonly state: DeskMeeting['state']; readonly body: Ref }
export interface AgendaOfDesk extends DeskMeeting { readonly dossier: string; readonly details: MeetingOfDesk }
export interface PaperOfDesk { readonly id: string; readonly on: string; readonly name: string | null }

/** For how many days an issued dossier stays on the desk. */
const ISSUED_DAYS = 30;

/** Submitted dossiers of the viewer's office that are open, and those issued lately. */
export function readDeskHeads(tx: Tx, viewer: Viewer, search: string | null): Promise<(Row & DeskHead)[]> {
  return tx.read<Row & DeskHead>(
    `select d.id, json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier, d.number, d.issued_on::text as "issuedOn", d.last_at as "lastAt",
       case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as body, ${hasWords(`d.code || ' ' || d.title || ' ' || coalesce(d.number, '') || ' ' || lu.name || ' ' || lu.short`, '$3')} as found
     from totrinh.dossier d join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.body b on b.id = d.roles #>> '{bodies,authority}'
     where d.manifest is not null and d.route_id is not null and (d.status = 'open' or (d.number is not null and d.issued_on > $2::date - ${ISSUED_DAYS})) and ${OF_OFFICE}`, [viewer.person, viewer.day, search]);
}

export async function readStepTimes(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, { readonly openedAt: Date; readonly dueAt: Date | null }>> {
  const rows = await tx.read<Row & { id: string; openedAt: Date; dueAt: Date | null }>(`select id, opened_at as "openedAt", due_at as "dueAt" from totrinh.step where dossier_id = any($1) and state = 'open'`, [dossiers]);
  return new Map(rows.map((r) => [r.id, r]));
}

/** On whose agendas they stand, or have been decided. */
export function readAgendas(tx: Tx, dossiers: readonly string[]): Promise<(Row & AgendaOfDesk)[]> {
  return tx.read<Row & AgendaOfDesk>(
    `select i.dossier_id as dossier, m.id as meeting, i.step_id as step, m.state, json_build_object('id', m.id, 'title', m.title, 'on', m.on_day::text, 'place', m.place, 'state', m.state, 'body', json_build_object('id', b.id, 'name', b.name)) as details
     from totrinh.meeting_item i join totrinh.meeting m on m.id = i.meeting_id join totrinh.body b on b.id = m.body_id where i.dossier_id = any($1) and i.state <> 'putOff' order by m.on_day desc, m.id`, [dossiers]);
}

/** The days on which documents were attached, and what their files are called. */
export async function readPapers(tx: Tx, documents: readonly string[]): Promise<ReadonlyMap<string, PaperOfDesk>> {
  const rows = await tx.read<Row & PaperOfDesk>(
    `select o.id, ((o.attached_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as "on", (select w.value from totrinh.event_private w where w.dossier_id = o.dossier_id and w.seq = o.seq and w.field = 'name') as name
     from totrinh.document o where o.id = any($1)`, [documents]);
  return new Map(rows.map((r) => [r.id, r]));
}
