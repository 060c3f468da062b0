import type { Row, Tx } from '../tx.ts';

/**
 * Writes the rows of a closed vote anew, one after another in the order of tasks, so that neither the transaction that wrote
 * them last nor their place on disk tells who voted when. Flush what the closing wrote before.
 */
export async function rewriteVoteRows(tx: Tx, step: string): Promise<void> {
  await tx.read('update totrinh.step set state = state where id = $1', [step]);
  const tasks = await tx.read<Row & { id: string }>('select id from totrinh.task where step_id = $1 order by id', [step]);
  for (const { id } of tasks) await tx.read('update totrinh.task set state = state where id = $1', [id]);
  for (const { id } of tasks) await tx.read('update totrinh.task_candidate set open = open where task_id = $1', [id]);
}
