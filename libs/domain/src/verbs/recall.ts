import { answersFor, type Actor } from '../case/actor.ts';
import { openSteps, type Case } from '../case/case.ts';
import { cancelStep } from '../case/closing.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * Rút lại: takes a submission back until any task after it was seen, also before the workflow has opened one.
 * Errors: DOSSIER_CLOSED, NOT_ALLOWED, NOTHING_TO_RECALL, RECALL_TOO_LATE (details: task seen).
 */
export function recall(c: Case, actor: Actor): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!answersFor(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const { submission } = c;
  if (!submission) return refuse('NOTHING_TO_RECALL');
  const seen = c.tasks.find((t) => t.opened > submission.seq && t.seen);
  if (seen) return refuse('RECALL_TOO_LATE', { task: seen.id });
  return ok([...openSteps(c).flatMap((s) => cancelStep(c, s)), { type: 'dossier.recalled', data: { by: actor.person, to: submission.path, round: c.round + 1 } }]);
}
