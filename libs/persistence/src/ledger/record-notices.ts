import { extend, type Case, type Fact } from '@totrinh/domain';
import { chainFacts, type ChainedEvent } from '../chain/event-body.ts';
import type { Tx } from '../tx.ts';
import type { ChainEnd } from './record.ts';

/** Facts of one dossier that say something and change nothing. */
export interface Notice { readonly before: Case; readonly end: ChainEnd; readonly facts: readonly Fact[] }

interface Grown { readonly dossier: string; readonly events: readonly ChainedEvent[]; readonly seq: number; readonly at: Date }

/**
 * Puts notices onto the chains of many locked dossiers with two statements for all of them, since deadlines come by the thousand.
 * Throws for a fact that changes a case or holds words: those are written by `record`.
 */
export function recordNotices(tx: Tx, notices: readonly Notice[], by: string, now: Date): void {
  const grown = notices.filter((n) => n.facts.length > 0).map((n) => grow(n, by, now));
  if (grown.length === 0) return;
  const rows = grown.flatMap(({ dossier, events }) => events.map((e) => ({ dossier, ...e })));
  tx.write(
    `insert into totrinh.event (dossier_id, seq, type, at, body, hash) select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])`,
    [rows.map((e) => e.dossier), rows.map((e) => e.seq), rows.map((e) => e.type), rows.map((e) => e.at), rows.map((e) => e.body), rows.map((e) => e.hash)]);
  tx.write(
    `update totrinh.dossier d set seq = n.seq, head_hash = n.hash, last_at = n.at from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[]) as n(id, seq, hash, at) where d.id = n.id`,
    [grown.map((g) => g.dossier), grown.map((g) => g.seq), grown.map((g) => g.events.at(-1)?.hash), grown.map((g) => g.at)]);
}

function grow({ before, end, facts }: Notice, by: string, now: Date): Grown {
  const { placed, after } = extend(before, facts);
  const changed = (Object.keys(before) as (keyof Case)[]).filter((key) => key !== 'seq' && before[key] !== after[key]);
  if (changed.length > 0 || facts.some((f) => f.secret)) throw new Error(`no mere notice: ${facts.map((f) => f.type).join(', ')} changes ${changed.join(', ')}`);
  const at = new Date(Math.max(now.getTime(), end.lastAt.getTime()));
  return { dossier: before.id, events: chainFacts(before.id, end.headHash, at.toISOString(), by, null, placed), seq: after.seq, at };
}
