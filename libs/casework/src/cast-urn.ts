import { voteOf, type CaseStep, type Route } from '@totrinh/domain';
import { emptyUrn, rewriteVoteRows, type Tx } from '@totrinh/persistence';

/** A secret vote has ended: its urn is taken away, and its rows are written anew. Writes what waits first. */
export async function clearUrn(tx: Tx, route: Route, step: CaseStep): Promise<void> {
  if (voteOf(route, step)?.rule.ballot !== 'secret') return;
  emptyUrn(tx, step.id);
  await tx.flush();
  await rewriteVoteRows(tx, step.id);
}
