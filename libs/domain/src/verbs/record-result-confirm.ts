import { concerns, isOfOffice, type Actor } from '../case/actor.ts';
import { findTask, stepById, type Case, type CaseProposal, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import { countsAreSound } from '../votes/counts.ts';
import { tallyVote } from '../votes/tally-vote.ts';
import { voteOf } from './close-vote.ts';
import { Flow } from './flow.ts';
import type { ResultParams } from './record-result.ts';
import { settle } from './settle.ts';

/**
 * Xác nhận kết quả hội nghị: a second person of the office, or another one whom the task was given to, says that the record is
 * true; then it settles. A human act, so that not reached is rejected; without its quorum a meeting decided nothing.
 * `words` are those of the proposal (`demand1` …), which an approval makes to demands.
 * Errors: DOSSIER_SUSPENDED, PROPOSAL_STALE (the vote has ended, its roster was corrected, or it was put off), SAME_PERSON, NOT_ALLOWED (because: notOfOffice).
 */
export function confirmResult(c: Case, route: Route, proposal: CaseProposal, actor: Actor, means: Means, words: Readonly<Record<string, string>> = {}): Result<Fact[]> {
  const params = proposal.params as ResultParams;
  const { step: id, counts, chair, document, meeting } = params;
  const task = findTask(c, params.task);
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  if (proposal.by === actor.person) return refuse('SAME_PERSON', { proposal: proposal.id });
  if (!isOfOffice(actor, c) && !isCandidate(task, actor)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  const step = c.steps.find((s) => s.id === id && s.state === 'open');
  const rule = step && voteOf(route, step);
  if (!step || !rule || task?.state !== 'open' || step.roster?.length !== counts.members || !countsAreSound('meeting', counts) || isOvertaken(c, step, params)) return refuse('PROPOSAL_STALE', { proposal: proposal.id });
  const arithmetic = tallyVote(rule.rule, rule.mode, counts, 'meeting', chair, step.corrected);
  if (!arithmetic) throw new Error(`a meeting's result does not settle ${step.path}`);
  const subject = arithmetic.outcome === 'approved' && params.demands > 0;
  const demands = subject ? Array.from({ length: params.demands }, (_, i) => words[`demand${i + 1}`]) : [];
  const flow = new Flow(c).add(
    { type: 'proposal.confirmed', data: { proposal: proposal.id, by: actor.person } },
    { type: 'result.recorded', data: { step: id, meeting, counts: { ...counts }, chair, document, by: proposal.by, confirmedBy: actor.person } },
    ...demands.map((text): Fact => ({ type: 'demand.made', data: { demand: means.id(), step: id }, ...(text === undefined ? {} : { secret: { text } }) })),
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
  );
  settle(flow, route, stepById(flow.case, id), subject ? 'approvedSubjectTo' : arithmetic.outcome, { arithmetic });
  return flow.done();
}

/** The roster was corrected since, even one for one, or the dossier stands on another agenda. */
function isOvertaken(c: Case, step: CaseStep, { corrected, meeting }: ResultParams): boolean {
  const agenda = c.agenda.find((a) => a.step === step.id)?.meeting ?? null;
  return agenda !== meeting || (corrected !== undefined && (corrected.added !== step.corrected.added || corrected.removed !== step.corrected.removed));
}

function isCandidate(task: CaseTask | undefined, actor: Actor): boolean {
  return task !== undefined && concerns(task, actor) && task.assignees.some((a) => a.person === actor.person && actor.posts.some((p) => p.appointment === a.appointment));
}
