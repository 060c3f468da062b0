import type { DataSource } from 'typeorm';
import type { AgendaState, MeetingState } from '../ledger/meetings.ts';
import type { Row, Tx } from '../tx.ts';
import type { Named } from './dossier-parts.ts';
import { HOLDS_A_POST, MAY_SEE, pageFrom, reading, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }

/** A meeting in a list; `version` counts its changes, `items` what stands on its agenda now. */
export interface SeenMeetingRow {
  readonly id: string; readonly body: Ref; readonly on: string; readonly title: string; readonly place: string; readonly state: MeetingState; readonly papersSentAt: Date | null; readonly version: number; readonly items: number;
}
/** A point of the agenda; the dossier only where the viewer may see it. */
export interface SeenAgendaItem { readonly sort: number; readonly state: AgendaState; readonly step: string; readonly path: string; readonly outcome: string | null; readonly dossier: { readonly id: string; readonly code: string; readonly title: string } | null }
export interface SeenAttendance extends Named { readonly present: boolean; readonly note: string | null }
export interface SeenPaper { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly kind: 'paper' | 'minutes' }
export interface SeenAssignment { readonly id: string; readonly dossier: string | null; readonly unit: Ref; readonly text: string; readonly dueOn: string | null; readonly doneOn: string | null; readonly doneBy: Named | null }
export interface SeenMeeting extends SeenMeetingRow {
  readonly conclusion: string | null; readonly createdBy: Named;
  readonly agenda: readonly SeenAgendaItem[]; readonly attendance: readonly SeenAttendance[]; readonly papers: readonly SeenPaper[]; readonly assignments: readonly SeenAssignment[];
}
export interface MeetingWish { readonly body: string | null; readonly from: string | null; readonly to: string | null }
export interface MeetingKey { readonly on: string; readonly id: string }

const ROW = `m.id, m.on_day::text as "on", m.title, m.place, m.state, m.papers_sent_at as "papersSentAt", m.seq as version, json_build_object('id', b.id, 'name', b.name) as body,
  (select count(*)::int from totrinh.meeting_item i where i.meeting_id = m.id and i.state <> 'putOff') as items`;
const TABLES = 'totrinh.meeting m join totrinh.body b on b.id = m.body_id';

/** "Which meetings are there, and what do they decide?": for everybody who holds a post today. */
export class MeetingsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest day first; of one body, between two days (inclusive), where they are named. */
  page(viewer: Viewer, { body, from, to }: MeetingWish, wish: PageWish<MeetingKey>): Promise<PageFound<SeenMeetingRow, MeetingKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenMeetingRow>(
        `select ${ROW} from ${TABLES} where ${HOLDS_A_POST} and ($3::text is null or m.body_id = $3) and ($4::date is null or m.on_day >= $4::date) and ($5::date is null or m.on_day <= $5::date)
           and ($6::date is null or (m.on_day, m.id) < ($6::date, $7::uuid)) order by m.on_day desc, m.id desc limit $8`,
        [viewer.person, viewer.day, body, from, to, wish.after?.on ?? null, wish.after?.id ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (m) => ({ on: m.on, id: m.id }));
    });
  }

  /** One meeting with everything of it. Null where there is none for the viewer. */
  find(viewer: Viewer, id: string): Promise<SeenMeeting | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const head = (await tx.read<Row & SeenMeetingRow & Pick<SeenMeeting, 'conclusion' | 'createdBy'>>(
        `select ${ROW}, m.conclusion, json_build_object('person', c.id, 'name', c.name) as "createdBy" from ${TABLES} join totrinh.person c on c.id = m.created_by where ${HOLDS_A_POST} and m.id = $3`, [viewer.person, viewer.day, id]))[0];
      if (!head) return null;
      return { ...head, agenda: await readAgenda(tx, viewer, id), attendance: await readAttendance(tx, id), papers: await readPapers(tx, id), assignments: await readAssignments(tx, viewer, id) };
    });
  }
}

function readAgenda(tx: Tx, viewer: Viewer, meeting: string): Promise<(Row & SeenAgendaItem)[]> {
  return tx.read<Row & SeenAgendaItem>(
    `select i.sort, i.state, i.step_id as step, s.path, s.outcome, case when d.id is not null then json_build_object('id', d.id, 'code', d.code, 'title', d.title) end as dossier
     from totrinh.meeting_item i join totrinh.step s on s.id = i.step_id left join totrinh.dossier d on d.id = i.dossier_id and ${MAY_SEE} where i.meeting_id = $3 order by i.sort, i.step_id`, [viewer.person, viewer.day, meeting]);
}

function readAttendance(tx: Tx, meeting: string): Promise<(Row & SeenAttendance)[]> {
  return tx.read<Row & SeenAttendance>('select p.id as person, p.name, a.present, a.note from totrinh.meeting_attendance a join totrinh.person p on p.id = a.person_id where a.meeting_id = $1 order by p.id', [meeting]);
}

function readPapers(tx: Tx, meeting: string): Promise<(Row & SeenPaper)[]> {
  return tx.read<Row & SeenPaper>('select sha256, name, media_type as "mediaType", size::float8 as size, kind from totrinh.meeting_paper where meeting_id = $1 order by kind, name, sha256', [meeting]);
}

function readAssignments(tx: Tx, viewer: Viewer, meeting: string): Promise<(Row & SeenAssignment)[]> {
  return tx.read<Row & SeenAssignment>(
    `select g.id, d.id as dossier, json_build_object('id', u.id, 'name', u.name) as unit, g.text, g.due_on::text as "dueOn", g.done_on::text as "doneOn", case when p.id is not null then json_build_object('person', p.id, 'name', p.name) end as "doneBy"
     from totrinh.assignment g join totrinh.unit u on u.id = g.unit_id left join totrinh.person p on p.id = g.done_by left join totrinh.dossier d on d.id = g.dossier_id and ${MAY_SEE} where g.meeting_id = $3 order by g.due_on nulls last, g.id`,
    [viewer.person, viewer.day, meeting]);
}
