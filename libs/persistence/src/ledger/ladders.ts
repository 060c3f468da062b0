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
