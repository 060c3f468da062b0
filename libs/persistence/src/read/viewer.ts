import type { Actor, HeldPost } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { Tx, type Row } from '../tx.ts';

/** Who reads, and the office's day on which their posts count (`YYYY-MM-DD`). */
export interface Viewer { readonly person: string; readonly day: string }

/** A keyset page: at most `limit` rows behind the key of the last row of the page before (null: from the beginning). */
export interface PageWish<K> { readonly limit: number; readonly after: K | null }

/** A page, and the key to ask for the next one with; null on the last. */
export interface PageFound<T, K> { readonly items: readonly T[]; readonly next: K | null }

/** Cuts one row more than was asked for into a page. */
export function pageFrom<T, K>(rows: readonly T[], limit: number, keyOf: (row: T) => K): PageFound<T, K> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** A post held on the viewer's day (`va`, `vp` are free names). Expects the person as $1 and the day as $2. */
const HELD = `from totrinh.appointment va join totrinh.post vp on vp.id = va.post_id
  where va.person_id = $1 and va.valid_from <= $2::date and (va.valid_to is null or va.valid_to > $2::date)`;

/**
 * Who may see dossier `d`: whoever takes or took part, holds a post of its lead unit today, or is an administrator today.
 * The same rule as the one that acts obey. Expects the person as $1 and the day as $2.
 */
export const MAY_SEE = `(exists (select 1 from totrinh.participant v where v.person_id = $1 and v.dossier_id = d.id)
  or exists (select 1 ${HELD} and (vp.unit_id = d.lead_unit_id or vp.role = 'admin')))`;

export const HOLDS_A_POST = `exists (select 1 ${HELD})`;
export const IS_ADMINISTRATOR = `exists (select 1 ${HELD} and vp.role = 'admin')`;

/** Reads on one connection without a transaction: each statement sees what is committed. */
export async function reading<T>(source: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work(new Tx((await runner.connect()) as ConstructorParameters<typeof Tx>[0]));
  } finally {
    await runner.release();
  }
}

/** Reads in one snapshot, so that what several statements say belongs together. */
export function readingOneSnapshot<T>(source: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reading(source, async (tx) => {
    await tx.read('begin isolation level repeatable read read only');
    try {
      const answer = await work(tx);
      await tx.read('commit');
      return answer;
    } catch (fault) {
      await tx.read('rollback');
      throw fault;
    }
  });
}

type PostRow = Row & HeldPost;

/** The viewer with the posts held today, read without locks: for showing, never for acting. */
export async function readActor(tx: Tx, viewer: Viewer): Promise<Actor> {
  const posts = await tx.read<PostRow>(`select va.id as appointment, vp.role, vp.unit_id as unit, vp.body_id as body ${HELD} order by va.id`, [viewer.person, viewer.day]);
  return { person: viewer.person, posts: posts.map(({ appointment, role, unit, body }) => ({ appointment, role, unit, body })) };
}
