import { answersFor, type Actor } from '../case/actor.ts';
import { openSteps, stepById, type Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { findRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { cancelStep } from './settle.ts';

/**
 * Rút lại: takes a submission back until any task after it was seen, also before the workflow has opened one. A submission
 * from inside a sub-route is taken back as long as the sub-route runs.
 * Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED, NOTHING_TO_RECALL, RECALL_TOO_LATE (details: task seen), VERB_NOT_IN_STEP.
 */
export function recall(c: Case, route: Route, actor: Actor): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  if (!answersFor(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const { submission } = c;
  if (!submission || submission.returned) return refuse('NOTHING_TO_RECALL');
  const around = regions(c, submission.within?.step);
  if (around.some((id) => stepById(c, id).state !== 'open')) return refuse('NOTHING_TO_RECALL');
  const seen = c.tasks.find((t) => t.opened > submission.seq && t.seen);
  if (seen) return refuse('RECALL_TOO_LATE', { task: seen.id });
  const barred = openSteps(c).find((s) => { const rule = findRule(route, s.path); return rule && 'without' in rule && rule.without?.includes('recall'); });
  if (barred) return refuse('VERB_NOT_IN_STEP', { verb: 'recall' });
  const flow = new Flow(c);
  for (const s of openSteps(c)) if (!around.includes(s.id) && stepById(flow.case, s.id).state === 'open') cancelStep(flow, s);
  flow.add({ type: 'dossier.recalled', data: { by: actor.person, to: submission.path, round: c.round + 1, ...(submission.within ? { within: submission.within } : {}) } });
  return flow.done();
}

function regions(c: Case, innermost: string | undefined): string[] {
  const ids: string[] = [];
  for (let id = innermost; id !== undefined; id = stepById(c, id).within?.step) ids.push(id);
  return ids;
}
