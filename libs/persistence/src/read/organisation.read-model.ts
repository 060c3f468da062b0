import type { DataSource } from 'typeorm';
import type { Row, Tx } from '../tx.ts';
import { hasWords } from './search-words.ts';
import { pageFrom, reading, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

interface Ref { readonly id: string; readonly name: string }
interface Named { readonly person: string; readonly name: string }
type Regime = 'party' | 'state' | 'union';

/** Who holds a post on the day; `until` is the first day on which they do not any more. */
export interface PostHolder extends Named { readonly since: string; readonly until: string | null; readonly acting: boolean }
export interface PostOnDay { readonly id: string; readonly role: string; readonly title: string; readonly holders: readonly PostHolder[] }
interface Valid { readonly validFrom: string; readonly validTo: string | null }
export interface UnitOnDay extends Ref, Valid { readonly short: string; readonly regime: Regime; readonly posts: readonly PostOnDay[] }
/** A body with its seats, and who signs for it, the first one first. */
export interface BodyOnDay extends Ref, Valid { readonly seats: readonly PostOnDay[]; readonly signers: readonly { readonly post: string; readonly title: string; readonly holders: readonly Named[] }[] }
export interface OrganisationOnDay { readonly on: string; readonly units: readonly UnitOnDay[]; readonly bodies: readonly BodyOnDay[] }

export interface FoundPost { readonly role: string; readonly title: string; readonly acting: boolean; readonly unit: Ref | null; readonly body: Ref | null }
export interface FoundPerson extends Named { readonly posts: readonly FoundPost[] }
export interface FoundUnit extends Ref { readonly short: string; readonly regime: Regime }
export interface FoundBody extends Ref { readonly members: number }
/** Words that the name, the post or the unit has to have; null: any. */
export interface PeopleWish { readonly search: string | null; readonly unit: string | null; readonly body: string | null }

const thereOn = (row: string, day: string): string => `${row}.valid_from <= ${day}::date and (${row}.valid_to is null or ${row}.valid_to > ${day}::date)`;
const VALID = (row: string): string => `${row}.valid_from::text as "validFrom", ${row}.valid_to::text as "validTo"`;
/** The holders of post `o` on the day $1. */
const HOLDERS = (more = ''): string => `(select coalesce(json_agg(json_build_object('person', h.id, 'name', h.name${more}) order by a.valid_from, h.id), '[]')
  from totrinh.appointment a join totrinh.person h on h.id = a.person_id where a.post_id = o.id and ${thereOn('a', '$1')})`;
const POSTS = (of: string): string => `(select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'title', o.title, 'holders', ${HOLDERS(", 'since', a.valid_from::text, 'until', a.valid_to::text, 'acting', a.acting")})
  order by array_position(array['head', 'chair', 'deputy'], o.role), o.id), '[]') from totrinh.post o where ${of})`;

/** "Who is in office?": units, bodies, posts and people, for everybody who is signed in; never an address. */
export class OrganisationReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** What there is on a day, under the names of that day. */
  on(day: string): Promise<OrganisationOnDay> {
    return readingOneSnapshot(this.#source, async (tx) => ({ on: day, units: await unitsOn(tx, day), bodies: await bodiesOn(tx, day) }));
  }

  /** People who hold a post today, in the order of their ids. */
  people(viewer: Viewer, { search, unit, body }: PeopleWish, wish: PageWish<string>): Promise<PageFound<FoundPerson, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & FoundPerson>(
        `select p.id as person, p.name, json_agg(json_build_object('role', o.role, 'title', o.title, 'acting', a.acting, 'unit', case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end,
             'body', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end) order by o.id) as posts
         from totrinh.person p join totrinh.appointment a on a.person_id = p.id join totrinh.post o on o.id = a.post_id left join totrinh.unit u on u.id = o.unit_id left join totrinh.body b on b.id = o.body_id
         where ${thereOn('a', '$1')} and ($3::text is null or p.id > $3) group by p.id
         having ${hasWords(`p.name || ' ' || string_agg(o.title || ' ' || coalesce(u.name || ' ' || u.short, b.name), ' ')`, '$2')} and ($4::text is null or bool_or(o.unit_id = $4)) and ($5::text is null or bool_or(o.body_id = $5))
         order by p.id limit $6`, [viewer.day, search, wish.after, unit, body, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (p) => p.person);
    });
  }

  units(viewer: Viewer, search: string | null, regime: Regime | null, wish: PageWish<string>): Promise<PageFound<FoundUnit, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & FoundUnit>(
        `select u.id, u.name, u.short, u.regime from totrinh.unit u where ${thereOn('u', '$1')} and ${hasWords(`u.name || ' ' || u.short`, '$2')} and ($3::text is null or u.id > $3) and ($4::text is null or u.regime = $4) order by u.id limit $5`,
        [viewer.day, search, wish.after, regime, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (u) => u.id);
    });
  }

  bodies(viewer: Viewer, search: string | null, wish: PageWish<string>): Promise<PageFound<FoundBody, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & FoundBody>(
        `select b.id, b.name, (select count(distinct a.person_id)::int from totrinh.post o join totrinh.appointment a on a.post_id = o.id where o.body_id = b.id and o.role <> 'secretary' and ${thereOn('a', '$1')}) as members
         from totrinh.body b where ${thereOn('b', '$1')} and ${hasWords('b.name', '$2')} and ($3::text is null or b.id > $3) order by b.id limit $4`, [viewer.day, search, wish.after, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (b) => b.id);
    });
  }
}

function unitsOn(tx: Tx, day: string): Promise<(Row & UnitOnDay)[]> {
  return tx.read<Row & UnitOnDay>(`select u.id, u.name, u.short, u.regime, ${VALID('u')}, ${POSTS('o.unit_id = u.id')} as posts from totrinh.unit u where ${thereOn('u', '$1')} order by u.regime, u.id`, [day]);
}

function bodiesOn(tx: Tx, day: string): Promise<(Row & BodyOnDay)[]> {
  return tx.read<Row & BodyOnDay>(
    `select b.id, b.name, ${VALID('b')}, ${POSTS('o.body_id = b.id')} as seats,
       (select coalesce(json_agg(json_build_object('post', o.id, 'title', o.title, 'holders', ${HOLDERS()}) order by g.sort), '[]') from totrinh.body_signer g join totrinh.post o on o.id = g.post_id where g.body_id = b.id) as signers
     from totrinh.body b where ${thereOn('b', '$1')} order by b.id`, [day]);
}
