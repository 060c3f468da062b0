import { capacitiesOf, screensOf, type AuthorityVerb, type Capacities, type Screen } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { AWAY, LETS } from '../ledger/directory.ts';
import type { Row, Tx } from '../tx.ts';
import { HAS_SAMPLE_DATA } from './demo-data.ts';
import { readActor, readingOneSnapshot, type Viewer } from './viewer.ts';

interface ForWhom { readonly person: string; readonly name: string; readonly from: string; readonly to: string; readonly routes: readonly string[] | null }
/** Somebody away whose tasks the viewer does today. */
export interface StandsIn extends ForWhom { readonly absence: string }
/** Somebody who let the viewer act for them in writing, where it holds today. */
export interface LetAct extends ForWhom { readonly authority: string; readonly number: string; readonly verbs: readonly AuthorityVerb[] }

/** What the viewer's own panel shows beside their name and posts. */
export interface MyDay { readonly substitutesFor: readonly StandsIn[]; readonly authorities: readonly LetAct[]; readonly unread: number; readonly is: Capacities; readonly screens: readonly Screen[]; readonly demo: boolean }

/** "Who am I today, for whom do I act, and what may I open?" */
export class MyDayReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Whoever has left every post acts for nobody. */
  find(viewer: Viewer): Promise<MyDay> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const actor = await readActor(tx, viewer);
      const posted = actor.posts.length > 0;
      const head = (await tx.read<Row & { unread: number; demo: boolean }>(`select (select count(*)::int from totrinh.notice where person_id = $1 and read_at is null) as unread, ${HAS_SAMPLE_DATA} as demo`, [viewer.person]))[0];
      if (!head) throw new Error('a count answers one row');
      const is = capacitiesOf(actor, await officesAmong(tx, actor.posts.flatMap((p) => (p.unit === null ? [] : [p.unit])), viewer.day));
      return { ...head, substitutesFor: posted ? await standsIn(tx, viewer) : [], authorities: posted ? await letsAct(tx, viewer) : [], is, screens: screensOf(is, posted) };
    });
  }
}

/** Units that issue for others: an item names them, or they have somebody to check the form. */
async function officesAmong(tx: Tx, units: readonly string[], day: string): Promise<ReadonlySet<string>> {
  if (units.length === 0) return new Set();
  const rows = await tx.read<{ id: string }>(
    `select u.id from unnest($1::text[]) as u(id) where exists (select 1 from totrinh.item i where i.issuing_unit_id = u.id)
       or exists (select 1 from totrinh.post o join totrinh.appointment a on a.post_id = o.id where o.unit_id = u.id and o.role = 'form-checker' and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date))`, [units, day]);
  return new Set(rows.map((r) => r.id));
}

function standsIn(tx: Tx, { person, day }: Viewer): Promise<(Row & StandsIn)[]> {
  return tx.read<Row & StandsIn>(
    `select p.id as person, p.name, b.id as absence, b.from_on::text as "from", b.to_on::text as "to", b.routes from totrinh.absence b join totrinh.person p on p.id = b.person_id where b.substitute_id = $1 and ${AWAY} order by b.from_on, b.id`, [person, day]);
}

function letsAct(tx: Tx, { person, day }: Viewer): Promise<(Row & LetAct)[]> {
  return tx.read<Row & LetAct>(
    `select p.id as person, p.name, g.id as authority, g.number, g.verbs, g.from_on::text as "from", g.to_on::text as "to", g.routes from totrinh.authority g join totrinh.person p on p.id = g.grantor_id where g.grantee_id = $1 and ${LETS} order by g.from_on, g.id`, [person, day]);
}
