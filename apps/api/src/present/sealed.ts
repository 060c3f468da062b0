import type { Case } from '@totrinh/domain';
import type { SeenEvent } from '@totrinh/persistence';

/** Whether a ballot is told to nobody but whoever it is of: nothing of a vote is counted before it is closed, an open ballot neither. */
export function isSealed(c: Case, step: string, principal: string, viewer: string): boolean {
  if (principal === viewer) return false;
  const vote = c.steps.find((s) => s.id === step);
  return vote?.kind === 'vote' && vote.state === 'open';
}

/** The event without what it says of a ballot or a result that is still sealed; that somebody has cast, or entered it, stays. */
export function withoutBallot(c: Case, event: SeenEvent, viewer: string): SeenEvent {
  if (event.type === 'proposal.made') return withoutCounts(c, event, viewer);
  const { step, principal } = event.data;
  if (event.type !== 'decision.made' || typeof step !== 'string' || typeof principal !== 'string' || !isSealed(c, step, principal, viewer)) return event;
  const { outcome: _outcome, ...data } = event.data;
  return { ...event, data, words: {} };
}

/** A ballot or a meeting's result that was entered and not confirmed: whoever may be the second one reads it among the proposals. */
function withoutCounts(c: Case, event: SeenEvent, viewer: string): SeenEvent {
  const { verb, by, params } = event.data;
  if ((verb !== 'record' && verb !== 'recordResult') || by === viewer || typeof params !== 'object' || params === null) return event;
  const { step, task, premise } = params as Readonly<Record<string, unknown>>;
  const of = c.tasks.find((t) => t.id === task)?.step ?? step;
  const isOpenVote = c.steps.some((s) => s.id === of && s.kind === 'vote' && s.state === 'open');
  if (!isOpenVote && !c.proposals.some((p) => p.id === event.data['proposal'])) return event;
  return { ...event, data: { ...event.data, params: { step: of, task, premise } }, words: {} };
}
