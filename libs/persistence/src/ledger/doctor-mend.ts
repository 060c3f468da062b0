import type { Row, Tx } from '../tx.ts';

/** Where a dossier's chain ends, and the faults that were mended since anything else happened in it. */
export interface MendedEnd extends Row { readonly seq: number; readonly headHash: string; readonly lastAt: Date; readonly mended: readonly string[] }

/** The end of a locked dossier's chain, read after what was written before. */
export async function mendedEnd(tx: Tx, dossier: string): Promise<MendedEnd> {
  const rows = await tx.read<MendedEnd>(
    `select d.seq, d.head_hash as "headHash", d.last_at as "lastAt",
       array(select e.body::jsonb #>> '{data,fault}' from totrinh.event e where e.dossier_id = d.id and e.type = 'fault.mended'
         and e.seq > coalesce((select max(x.seq) from totrinh.event x where x.dossier_id = d.id and x.type <> 'fault.mended'), 0)) as mended
     from totrinh.dossier d where d.id = $1`, [dossier]);
  if (!rows[0]) throw new Error(`dossier ${dossier} vanished under its lock`);
  return rows[0];
}

/** Candidates of a dossier whose place in their queue does not fit the task's state: the queue would differ from the chain. */
export async function misplacedCandidates(tx: Tx, dossier: string): Promise<number> {
  const rows = await tx.read<{ n: number }>(
    `select count(*)::int as n from totrinh.task t join totrinh.task_candidate c on c.task_id = t.id where t.dossier_id = $1 and c.open <> (t.state = 'open')`, [dossier]);
  return rows[0]?.n ?? 0;
}

/** Steps of a dossier with the arithmetic that stands beside them, JSON as stored. */
export async function countedSteps(tx: Tx, dossier: string): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.read<Row & { step: string; told: unknown }>(`select id as step, arithmetic -> 'data' as told from totrinh.step where dossier_id = $1 and arithmetic is not null`, [dossier]);
  return new Map(rows.map((r) => [r.step, r.told]));
}
