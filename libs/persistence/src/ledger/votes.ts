import type { PinnedRoute } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

interface PlaceRow extends Row { readonly path: string; readonly id: string | null; readonly version: number; readonly semantics: number }

/** Where a task stands: its step's path and the route that its dossier pins; null where there is none. Takes no lock. */
export async function placeOfTask(tx: Tx, task: string): Promise<{ readonly path: string; readonly route: PinnedRoute } | null> {
  const [row] = await tx.read<PlaceRow>(
    `select s.path, d.route_id as id, d.route_version as version, d.route_semantics as semantics
     from totrinh.task t join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id where t.id = $1`, [task]);
  return row && row.id !== null ? { path: row.path, route: { id: row.id, version: row.version, semantics: row.semantics } } : null;
}

/** Who has reserved an opinion in this vote, as the chain tells; call it under the dossier's lock. */
export async function reservedBy(tx: Tx, dossier: string, step: string): Promise<string[]> {
  const rows = await tx.read<Row & { person: string }>(
    `select body::jsonb -> 'data' ->> 'person' as person from totrinh.event where dossier_id = $1 and type = 'opinion.reserved' and body::jsonb -> 'data' ->> 'step' = $2 order by seq`, [dossier, step]);
  return rows.map((r) => r.person);
}
