import type { Case } from '@totrinh/domain';
import type { SeenEvent } from '@totrinh/persistence';

/** Whether a ballot is told to nobody but whoever it is of: nothing of a vote is counted before it is closed, an open ballot neither. */
export function isSealed(c: Case, step: string, principal: string, viewer: string): boolean {
  if (principal === viewer) return false;
  const vote = c.steps.find((s) => s.id === step);
  return vote?.kind === 'vote' && vote.state === 'open';
}

/** The event without what it says of a ballot that is still sealed; that somebody has cast stays. */
export function withoutBallot(c: Case, event: SeenEvent, viewer: string): SeenEvent {
  const { step, principal } = event.data;
  if (event.type !== 'decision.made' || typeof step !== 'string' || typeof principal !== 'string' || !isSealed(c, step, principal, viewer)) return event;
  const { outcome: _outcome, ...data } = event.data;
  return { ...event, data, words: {} };
}
