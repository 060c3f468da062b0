import { SAYING_FACTS, type Fact } from '@totrinh/domain';
import { chainFacts, type ChainedEvent } from '../chain/event-body.ts';
import type { Tx } from '../tx.ts';

/** Facts of one locked dossier that say something and change nothing of its case, and where its chain ends before them. */
export interface Saying { readonly dossier: string; readonly seq: number; readonly headHash: string; readonly lastAt: Date; readonly facts: readonly Fact[] }

/** What sayings add to the chain of one dossier. */
export interface Grown { readonly dossier: string; readonly events: readonly ChainedEvent[]; readonly at: Date }

/**
 * Puts sayings onto the chains of many locked dossiers with two statements for all of them, since deadlines come by the thousand and need no case.
 * Throws for a fact that changes a case, and for one that holds words: those are written by `record`.
 */
export function appendSayings(tx: Tx, sayings: readonly Saying[], by: string, now: Date): void {
  const grown = growSayings(sayings, by, now);
  insertSaid(tx, grown);
  moveHeads(tx, grown);
}

/** The events that sayings become. Throws as `appendSayings`. */
export function growSayings(sayings: readonly Saying[], by: string, now: Date): Grown[] {
  return sayings.filter((s) => s.facts.length > 0).map((s) => grow(s, by, now));
}

/**
 * The events alone. Where many dossiers grow in one transaction, `moveHeads` comes with a later flush: a reference to a row that the same statement has
 * changed costs ten times as much to check.
 */
export function insertSaid(tx: Tx, grown: readonly Grown[]): void {
  if (grown.length === 0) return;
  const rows = grown.flatMap(({ dossier, events }) => events.map((e) => ({ dossier, ...e })));
  tx.write(
    `insert into totrinh.event (dossier_id, seq, type, at, body, hash) select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])`,
    [rows.map((e) => e.dossier), rows.map((e) => e.seq), rows.map((e) => e.type), rows.map((e) => e.at), rows.map((e) => e.body), rows.map((e) => e.hash)]);
}

/** Where the chains end now. */
export function moveHeads(tx: Tx, grown: readonly Grown[]): void {
  if (grown.length === 0) return;
  tx.write(
    `update totrinh.dossier d set seq = n.seq, head_hash = n.hash, last_at = n.at from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[]) as n(id, seq, hash, at) where d.id = n.id`,
    [grown.map((g) => g.dossier), grown.map((g) => g.events.at(-1)?.seq), grown.map((g) => g.events.at(-1)?.hash), grown.map((g) => g.at)]);
}

function grow({ dossier, seq, headHash, lastAt, facts }: Saying, by: string, now: Date): Grown {
  const stray = facts.find((f) => !SAYING_FACTS.has(f.type) || f.secret !== undefined);
  if (stray) throw new Error(`no mere saying: ${stray.type}`);
  const at = new Date(Math.max(now.getTime(), lastAt.getTime()));
  return { dossier, events: chainFacts(dossier, headHash, at.toISOString(), by, null, facts.map((f, i) => ({ ...f, seq: seq + 1 + i }))), at };
}
