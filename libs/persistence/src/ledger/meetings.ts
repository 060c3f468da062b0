import type { Row, Tx } from '../tx.ts';

export type MeetingState = 'planned' | 'held' | 'closed';
export type AgendaState = 'onAgenda' | 'putOff' | 'decided';

export interface MeetingRow extends Row {
  readonly id: string; readonly body: string; readonly on: string; readonly title: string; readonly place: string; readonly state: MeetingState; readonly papersSentAt: Date | null; readonly conclusion: string | null;
  readonly createdBy: string; readonly seq: number;
}
export interface AgendaRow extends Row { readonly dossier: string; readonly step: string; readonly sort: number; readonly state: AgendaState }
export interface AttendanceRow extends Row { readonly person: string; readonly present: boolean; readonly note: string | null }
export interface AssignmentRow extends Row { readonly id: string; readonly meeting: string; readonly dossier: string | null; readonly unit: string; readonly text: string; readonly dueOn: string | null; readonly doneOn: string | null; readonly doneBy: string | null }

const MEETING = `m.id, m.body_id as body, m.on_day::text as "on", m.title, m.place, m.state, m.papers_sent_at as "papersSentAt", m.conclusion, m.created_by as "createdBy", m.seq`;

/** Locks a meeting, after the dossiers that the act is about. Null where there is none. */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  return (await tx.read<MeetingRow>(`select ${MEETING} from totrinh.meeting m where m.id = $1 for update`, [id]))[0] ?? null;
}

export interface NewMeeting { readonly id: string; readonly body: string; readonly on: string; readonly title: string; readonly place: string; readonly createdBy: string; readonly act: string }

/** A planned meeting; its version is 1. */
export function insertMeeting(tx: Tx, m: NewMeeting): void {
  tx.write(`insert into totrinh.meeting (id, body_id, on_day, title, place, state, created_by, act_id, seq) values ($1::uuid, $2, $3::date, $4, $5, 'planned', $6, $7::uuid, 1)`, [m.id, m.body, m.on, m.title, m.place, m.createdBy, m.act]);
}

export interface MeetingChange { readonly on?: string; readonly title?: string; readonly place?: string; readonly state?: MeetingState; readonly papersSentAt?: Date; readonly conclusion?: string }

/** Changes what is named and counts the version on: once in each act that changes a meeting or anything of it, also with nothing named. */
export function updateMeeting(tx: Tx, id: string, change: MeetingChange): void {
  tx.write(
    `update totrinh.meeting set on_day = coalesce($2::date, on_day), title = coalesce($3, title), place = coalesce($4, place), state = coalesce($5, state), papers_sent_at = coalesce($6::timestamptz, papers_sent_at),
       conclusion = coalesce($7, conclusion), seq = seq + 1 where id = $1::uuid`,
    [id, change.on ?? null, change.title ?? null, change.place ?? null, change.state ?? null, change.papersSentAt ?? null, change.conclusion ?? null]);
}

/** The agenda in its order. */
export function agendaOf(tx: Tx, meeting: string): Promise<AgendaRow[]> {
  return tx.read<AgendaRow>('select dossier_id as dossier, step_id as step, sort, state from totrinh.meeting_item where meeting_id = $1 order by sort, step_id', [meeting]);
}

/** Puts a step at the end of the agenda; one that was put off before takes its place again. */
export function placeOnAgenda(tx: Tx, meeting: string, dossier: string, step: string): void {
  tx.write(
    `insert into totrinh.meeting_item (meeting_id, dossier_id, step_id, sort, state) select $1::uuid, $2::uuid, $3::uuid, coalesce(max(i.sort), 0) + 1, 'onAgenda' from totrinh.meeting_item i where i.meeting_id = $1::uuid
     on conflict (meeting_id, step_id) do update set state = 'onAgenda', sort = excluded.sort`, [meeting, dossier, step]);
}

export function markAgendaItem(tx: Tx, meeting: string, step: string, state: AgendaState): void {
  tx.write('update totrinh.meeting_item set state = $3 where meeting_id = $1::uuid and step_id = $2::uuid', [meeting, step, state]);
}

/** The agenda in the order of these steps; others stand where they stood. */
export function sortAgenda(tx: Tx, meeting: string, steps: readonly string[]): void {
  tx.write('update totrinh.meeting_item i set sort = n.no from unnest($2::uuid[]) with ordinality as n(step, no) where i.meeting_id = $1::uuid and i.step_id = n.step', [meeting, steps]);
}

export function attendanceOf(tx: Tx, meeting: string): Promise<AttendanceRow[]> {
  return tx.read<AttendanceRow>('select person_id as person, present, note from totrinh.meeting_attendance where meeting_id = $1 order by person_id', [meeting]);
}

/** Enters who came; a person that was entered before is entered anew. Each person once. */
export function writeAttendance(tx: Tx, meeting: string, rows: readonly { readonly person: string; readonly present: boolean; readonly note: string | null }[]): void {
  tx.write(
    `insert into totrinh.meeting_attendance (meeting_id, person_id, present, note) select $1::uuid, * from unnest($2::text[], $3::boolean[], $4::text[])
     on conflict (meeting_id, person_id) do update set present = excluded.present, note = excluded.note`, [meeting, rows.map((r) => r.person), rows.map((r) => r.present), rows.map((r) => r.note)]);
}

export interface NewPaper { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly kind: 'paper' | 'minutes'; readonly act: string }

/** Adds a file; the same content of the same kind is there once. */
export function insertPaper(tx: Tx, meeting: string, p: NewPaper): void {
  tx.write('insert into totrinh.meeting_paper (meeting_id, sha256, name, media_type, size, kind, act_id) values ($1::uuid, $2, $3, $4, $5::bigint, $6, $7::uuid) on conflict do nothing', [meeting, p.sha256, p.name, p.mediaType, p.size, p.kind, p.act]);
}

export type NewAssignment = Pick<AssignmentRow, 'id' | 'meeting' | 'dossier' | 'unit' | 'text' | 'dueOn'>;

export function insertAssignment(tx: Tx, a: NewAssignment): void {
  tx.write('insert into totrinh.assignment (id, meeting_id, dossier_id, unit_id, text, due_on) values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::date)', [a.id, a.meeting, a.dossier, a.unit, a.text, a.dueOn]);
}

/** Locks an assignment. Null where there is none. */
export async function lockAssignment(tx: Tx, id: string): Promise<AssignmentRow | null> {
  return (await tx.read<AssignmentRow>('select id, meeting_id as meeting, dossier_id as dossier, unit_id as unit, text, due_on::text as "dueOn", done_on::text as "doneOn", done_by as "doneBy" from totrinh.assignment where id = $1 for update', [id]))[0] ?? null;
}

export function finishAssignment(tx: Tx, id: string, on: string, by: string): void {
  tx.write('update totrinh.assignment set done_on = $2::date, done_by = $3 where id = $1::uuid', [id, on, by]);
}
