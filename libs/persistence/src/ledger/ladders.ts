import { ladderKey, type Ladder, type Ladders, type PublishedLadder } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

type LadderRow = Row & { readonly id: string; readonly version: number; readonly rules: Ladder };

/** The latest version of each ladder, by its name. */
export async function latestLadders(tx: Tx): Promise<Ladders> {
  const rows = await tx.read<LadderRow>('select distinct on (ladder_id) ladder_id as id, version, body as rules from totrinh.ladder_version order by ladder_id, version desc');
  return new Map(rows.map((r) => [r.id, { id: r.id, version: r.version, rules: r.rules }]));
}

/** Ladders by the keys that rungs keep, such as `standard:1`. */
export async function laddersOf(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, PublishedLadder>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.read<LadderRow>(`select ladder_id as id, version, body as rules from totrinh.ladder_version where ladder_id || ':' || version = any($1)`, [keys]);
  return new Map(rows.map((r) => [ladderKey(r), { id: r.id, version: r.version, rules: r.rules }]));
}

export interface NewLadder { readonly rules: Ladder; readonly version: number; readonly by: string; readonly act: string; readonly at: Date }

/** The latest version of a ladder; versions of one name come one after another. */
export async function lockLadder(tx: Tx, id: string): Promise<PublishedLadder | null> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 7))', [id]);
  const rows = await tx.read<LadderRow>('select ladder_id as id, version, body as rules from totrinh.ladder_version where ladder_id = $1 order by version desc limit 1', [id]);
  return rows[0] ?? null;
}

/** Freezes a version. False where it says just what version `latest` (null: there is none) says. */
export async function insertLadder(tx: Tx, l: NewLadder, latest: number | null): Promise<boolean> {
  const rows = await tx.read(
    `insert into totrinh.ladder_version (ladder_id, version, body, by_person, act_id, at) select $1::text, $2::int, $3::jsonb, $4::text, $5::uuid, $6::timestamptz
     where not exists (select 1 from totrinh.ladder_version v where v.ladder_id = $1::text and v.version = $7::int and v.body = $3::jsonb) returning version`,
    [l.rules.ladder, l.version, JSON.stringify(l.rules), l.by, l.act, l.at, latest]);
  return rows.length > 0;
}
