import { voteOf, type Case, type CaseStep, type Route } from '@totrinh/domain';
import { emptyUrn, rewriteVoteRows, type Tx } from '@totrinh/persistence';

/** A secret vote has ended: its urn is taken away, and its rows are written anew. Writes what waits first. */
export async function clearUrn(tx: Tx, route: Route, step: CaseStep): Promise<void> {
  if (voteOf(route, step)?.rule.ballot !== 'secret') return;
  emptyUrn(tx, step.id);
  await tx.flush();
  await rewriteVoteRows(tx, step.id);
}

/** The urns of secret votes that an act has ended, in whatever way: decided, called off, or left by a return. */
export async function clearUrns(tx: Tx, route: Route, before: Case, after: Case): Promise<void> {
  const open = new Set(after.steps.filter((s) => s.state === 'open').map((s) => s.id));
  for (const step of before.steps) if (step.kind === 'vote' && step.state === 'open' && !open.has(step.id)) await clearUrn(tx, route, step);
}
