import { findRule, type Actor } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { StoredArithmetic } from '../ledger/stored-arithmetic.ts';
import type { Row, Tx } from '../tx.ts';
import { seeCase, type SeenCase } from './case.read-model.ts';
import { readProposals, type ProposalDetails } from './dossier-dealings.ts';
import type { Named } from './dossier-parts.ts';
import { MAY_SEE, readActor, reading, readingOneSnapshot, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }
type Words = { readonly vi: string; readonly en: string };

/** An incumbent of the body on the day of the meeting; `present` null: not entered. */
export interface MeetingMember extends Named { readonly post: string; readonly capacity: string; readonly present: boolean | null; readonly note: string | null }
/** What a point of the agenda says to whoever may see its dossier. */
export interface AgendaDetails { readonly seen: SeenCase; readonly title: Words | null; readonly leadUnit: Ref; readonly directing: string | null; readonly arithmetic: Words | null; readonly proposal: ProposalDetails | null }
/** What a meeting's page shows beside the meeting itself; by step, only for dossiers that the viewer may see. */
export interface MeetingDetails { readonly actor: Actor; readonly members: readonly MeetingMember[]; readonly agenda: ReadonlyMap<string, AgendaDetails>; readonly states: ReadonlyMap<string, 'open' | 'settled' | 'cancelled'> }
export interface MeetingPaperFile { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly body: string; readonly on: string }

type PointRow = Row & { dossier: string; step: string; path: string; leadUnit: Ref; directing: string | null; arithmetic: StoredArithmetic | null };

/** "Who sits in this meeting, and what may be done with each point?" */
export class MeetingDetailsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  find(viewer: Viewer, meeting: string): Promise<MeetingDetails> {
    return readingOneSnapshot(this.#source, async (tx) => ({ actor: await readActor(tx, viewer), members: await readMembers(tx, meeting), agenda: await readPoints(tx, viewer, meeting), states: await readStates(tx, meeting) }));
  }

  /** A file of a meeting, with the body that meets and the day; whether the viewer may read it is asked of `maySit`. */
  paper(meeting: string, sha256: string): Promise<MeetingPaperFile | null> {
    return reading(this.#source, async (tx) => (await tx.read<Row & MeetingPaperFile>(
      `select q.sha256, q.name, q.media_type as "mediaType", q.size::float8 as size, m.body_id as body, m.on_day::text as "on" from totrinh.meeting_paper q join totrinh.meeting m on m.id = q.meeting_id where m.id = $1 and q.sha256 = $2 order by q.kind limit 1`, [meeting, sha256]))[0] ?? null);
  }

  /** Whether the viewer sits in the body on the meeting's day. */
  maySit(viewer: Viewer, body: string, on: string): Promise<boolean> {
    return reading(this.#source, async (tx) => (await tx.read(
      `select 1 from totrinh.appointment a join totrinh.post o on o.id = a.post_id where o.body_id = $2 and a.person_id = $1 and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date) limit 1`, [viewer.person, body, on])).length > 0);
  }
}

/** Each person once, in the order of seats; the chair first. */
function readMembers(tx: Tx, meeting: string): Promise<(Row & MeetingMember)[]> {
  return tx.read<Row & MeetingMember>(
    `select x.person, x.name, x.post, x.capacity, t.present, t.note from (
       select distinct on (p.id) p.id as person, p.name, o.title as post, o.role as capacity, o.id as seat from totrinh.meeting m join totrinh.post o on o.body_id = m.body_id and o.role <> 'secretary'
         join totrinh.appointment a on a.post_id = o.id and a.valid_from <= m.on_day and (a.valid_to is null or a.valid_to > m.on_day) join totrinh.person p on p.id = a.person_id where m.id = $1 order by p.id, o.id) x
       left join totrinh.meeting_attendance t on t.meeting_id = $1 and t.person_id = x.person order by (x.capacity = 'chair') desc, x.seat, x.person`, [meeting]);
}

async function readStates(tx: Tx, meeting: string): Promise<MeetingDetails['states']> {
  const rows = await tx.read<Row & { step: string; state: 'open' | 'settled' | 'cancelled' }>('select i.step_id as step, s.state from totrinh.meeting_item i join totrinh.step s on s.id = i.step_id where i.meeting_id = $1', [meeting]);
  return new Map(rows.map((r) => [r.step, r.state]));
}

async function readPoints(tx: Tx, viewer: Viewer, meeting: string): Promise<MeetingDetails['agenda']> {
  const rows = await tx.read<PointRow>(
    `select i.dossier_id as dossier, i.step_id as step, s.path, s.arithmetic, json_build_object('id', u.id, 'name', u.name) as "leadUnit", n.directing
     from totrinh.meeting_item i join totrinh.step s on s.id = i.step_id join totrinh.dossier d on d.id = i.dossier_id join totrinh.unit u on u.id = d.lead_unit_id left join totrinh.item n on n.id = d.item_id
     where i.meeting_id = $3 and ${MAY_SEE}`, [viewer.person, viewer.day, meeting]);
  const points = new Map<string, AgendaDetails>();
  for (const { dossier, step, path, leadUnit, directing, arithmetic } of rows) {
    const seen = await seeCase(tx, viewer, dossier);
    if (!seen) continue;
    const proposal = (await readProposals(tx, dossier)).find((p) => p.state === 'open' && p.verb === 'recordResult' && p.params['step'] === step) ?? null;
    points.set(step, { seen, title: (seen.route && findRule(seen.route, path)?.title) ?? null, leadUnit, directing, arithmetic: arithmetic && { vi: arithmetic.vi, en: arithmetic.en }, proposal });
  }
  return points;
}
