import type { PinnedRoute, PublishedRoute, Route } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Published versions never change, so what was read once stays true. */
const frozen = new Map<string, PublishedRoute>();

export async function loadRoute(tx: Tx, pinned: PinnedRoute): Promise<PublishedRoute> {
  const key = `${pinned.id} ${pinned.version}`;
  const known = frozen.get(key);
  if (known) return known;
  const found = await findRoute(tx, pinned.id, pinned.version);
  if (!found) throw new Error(`route ${key} is pinned but not published`);
  frozen.set(key, found);
  return found;
}

/** A published version, or the latest where none is named; null where there is none. */
export async function findRoute(tx: Tx, id: string, version: number | null): Promise<PublishedRoute | null> {
  const rows = await tx.read<Row & { version: number; rules: Route }>(
    'select version, rules from totrinh.route_version where route_id = $1 and ($2::int is null or version = $2) order by version desc limit 1', [id, version]);
  const row = rows[0];
  return row ? { id, version: row.version, rules: row.rules } : null;
}

/** The latest version of every route. */
export async function latestRoutes(tx: Tx): Promise<PublishedRoute[]> {
  const rows = await tx.read<Row & { id: string; version: number; rules: Route }>('select distinct on (route_id) route_id as id, version, rules from totrinh.route_version order by route_id, version desc');
  return rows.map(({ id, version, rules }) => ({ id, version, rules }));
}

export interface RouteToPublish { readonly id: string; readonly version: number; readonly rules: Route; readonly source: string; readonly sha256: string; readonly at: Date; readonly by: string }

/** The latest version and its digest, under a lock that makes publishing the same route wait its turn. */
export async function lockRoute(tx: Tx, id: string): Promise<{ version: number; sha256: string } | null> {
  await tx.read(`select pg_advisory_xact_lock(hashtextextended($1, 2))`, [id]);
  const rows = await tx.read<Row & { version: number; sha256: string }>('select version, sha256 from totrinh.route_version where route_id = $1 order by version desc limit 1', [id]);
  return rows[0] ?? null;
}

export function insertRoute(tx: Tx, r: RouteToPublish): void {
  tx.write('insert into totrinh.route_version (route_id, version, semantics, source, rules, sha256, published_at, published_by) values ($1, $2::int, $3::int, $4, $5::jsonb, $6, $7::timestamptz, $8)',
    [r.id, r.version, r.rules.semantics, r.source, JSON.stringify(r.rules), r.sha256, r.at, r.by]);
}
