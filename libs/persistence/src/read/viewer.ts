import type { DataSource } from 'typeorm';
import { actorOn, AWAY, LETS, type LoadedActor } from '../ledger/directory.ts';
import { Tx } from '../tx.ts';

/** Who reads, and the office's day on which their posts count (`YYYY-MM-DD`); `now` is the business instant, for whoever wants to know what is late. */
export interface Viewer { readonly person: string; readonly day: string; readonly now?: Date }

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
 * Who may see dossier `d`: whoever takes or took part, substitutes such a person today in its route or acts there by their written authority (who has left every post does neither), holds a post of its lead unit today, or is an administrator today; and, once it
 * was submitted, the issuing office and the secretaries of its bodies.
 * The same rule as the one that acts obey. Expects the person as $1 and the day as $2.
 */
export const MAY_SEE = `(exists (select 1 from totrinh.participant v where v.person_id = $1 and v.dossier_id = d.id)
  or (exists (select 1 ${HELD}) and (exists (select 1 from totrinh.absence b join totrinh.participant v on v.person_id = b.person_id where b.substitute_id = $1 and ${AWAY} and v.dossier_id = d.id and (b.routes is null or d.route_id = any(b.routes)))
    or exists (select 1 from totrinh.authority g join totrinh.participant v on v.person_id = g.grantor_id where g.grantee_id = $1 and ${LETS} and v.dossier_id = d.id and (g.routes is null or d.route_id = any(g.routes)))))
  or exists (select 1 ${HELD} and (vp.unit_id = d.lead_unit_id or vp.role = 'admin'
    or (d.manifest is not null and (vp.unit_id = d.roles #>> '{units,issuing}' or (vp.role = 'secretary' and vp.body_id in (select b.value from jsonb_each_text(d.roles -> 'bodies') b)))))))`;

/** Of the office that issues dossier `d`, secretary of one of its bodies, or an administrator: whoever sees what was submitted because of what they are. */
export const OF_OFFICE = `exists (select 1 ${HELD} and (vp.role = 'admin' or vp.unit_id = d.roles #>> '{units,issuing}' or (vp.role = 'secretary' and vp.body_id in (select b.value from jsonb_each_text(d.roles -> 'bodies') b))))`;

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

/** The viewer with the posts held today and whom they substitute, read without locks: for showing, never for acting. */
export function readActor(tx: Tx, viewer: Viewer): Promise<LoadedActor> {
  return actorOn(tx, viewer.person, viewer.day, false);
}
