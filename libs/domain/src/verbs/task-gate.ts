import { concerns, rightIn, type Actor, type AuthorityVerb, type Right } from '../case/actor.ts';
import { decisionsOf, findTask, stepOf, type Case, type CaseStep, type CaseTask, type TaskPurpose } from '../case/case.ts';
import type { Fact, FactData, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route, type StepRule, type WorkRule } from '../route/route.ts';

export interface TaskGate {
  readonly task: CaseTask;
  readonly step: CaseStep;
  readonly right: Right;
}

/**
 * What every act on a task asks first: the task exists for this actor, is open, the dossier is not suspended, and the task
 * is not held by somebody else. A written authority counts only for `verb`.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED (details: by, outcome of whoever was first), DOSSIER_SUSPENDED, TASK_HELD_BY_OTHER, NOT_ALLOWED.
 */
export function openTaskFor(c: Case, taskId: string, actor: Actor, verb: AuthorityVerb | null = null): Result<TaskGate> {
  const task = concernedTask(c, taskId, actor);
  if (!task.ok) return task;
  const right = rightIn(task.value, actor, c.route?.id ?? null, verb);
  return right.ok ? ok({ task: task.value, step: stepOf(c, task.value), right: right.value }) : right;
}

/** The same for whoever decides, signs or confirms: an authority for what this task asks counts too. */
export function openTaskToJudge(c: Case, route: Route, taskId: string, actor: Actor): Result<TaskGate> {
  const task = findTask(c, taskId);
  return openTaskFor(c, taskId, actor, task ? authorityVerbIn(workRule(route, stepOf(c, task).path), task.purpose) : null);
}

/** What an authority has to say for somebody to act in a task like this; null: no authority reaches it. */
export function authorityVerbIn(rule: WorkRule, purpose: TaskPurpose): AuthorityVerb | null {
  if (purpose === 'confirm') return 'confirm';
  if (purpose !== 'work') return null;
  switch (rule.kind) {
    case 'sign': return 'sign';
    case 'review': case 'appraise': case 'approve': case 'consult': return 'decide';
    default: return null;
  }
}

/** In which capacity a decision is recorded: by written authority TUQ, as acting holder of the post Q, else by the post's role. */
export function capacityOf(right: Right): string {
  if (right.authority !== null) return 'TUQ';
  return right.acting === true ? 'Q' : right.capacity;
}

/** What stands before a signature (NĐ 30/2020 Đ.13): TUQ. and Q. by the signer's capacity, else what the route says (TM., T/M, KT. …). */
export function signedAs(rule: StepRule, capacity: string): string | null {
  if (rule.kind !== 'sign') return null;
  return capacity === 'TUQ' || capacity === 'Q' ? `${capacity}.` : (rule.as ?? null);
}

/** The same for helpers too: an open task of this actor's concern. Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED. */
export function concernedTask(c: Case, taskId: string, actor: Actor): Result<CaseTask> {
  const task = findTask(c, taskId);
  if (!task || !concerns(task, actor)) return refuse('TASK_NOT_FOUND', { task: taskId });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: taskId, ...whoWasFirst(c, task) });
  return c.suspended ? refuse('DOSSIER_SUSPENDED', { until: c.suspended.until }) : ok(task);
}

/** An open task of a purpose; acts on another one are not possible in it. Errors: OUTCOME_NOT_POSSIBLE. */
export function forPurpose(gate: TaskGate, purpose: TaskPurpose, verb: string): Result<TaskGate> {
  return gate.task.purpose === purpose ? ok(gate) : refuse('OUTCOME_NOT_POSSIBLE', { outcome: verb, possible: [] });
}

/** Nothing of a vote is told while it is open, to a substitute or a former member neither. */
function whoWasFirst(c: Case, task: CaseTask): { by?: string; outcome?: string } {
  const step = stepOf(c, task);
  if (step.kind === 'vote' && step.state === 'open') return {};
  const own = c.decisions.find((d) => d.task === task.id);
  const first = own ?? decisionsOf(c, task.step).at(-1);
  return first ? { by: first.actor, outcome: first.outcome } : {};
}

/** Any act on a task shows that it was seen (engine: recall's milestone). */
export function seenBy(task: CaseTask, actor: Actor): Fact[] {
  return task.seen ? [] : [{ type: 'task.seen', data: { task: task.id, person: actor.person } }];
}

/** A decision in a task, in the right of whoever it is, on the content that is frozen now. */
export function decisionMade(c: Case, gate: TaskGate, outcome: string, actor: Actor, reason: string | null, means: Means, recorded?: FactData['decision.made']['recorded']): Fact {
  const { task, step, right } = gate;
  return {
    type: 'decision.made',
    data: {
      decision: means.id(), task: task.id, step: step.id, outcome, actor: actor.person, principal: right.person, capacity: capacityOf(right), appointment: right.appointment, manifest: c.manifest,
      ...(recorded ? { recorded } : {}), ...(right.inStead === null ? {} : { inStead: right.inStead }), ...(right.authority === null ? {} : { authority: right.authority }),
    },
    ...(reason === null ? {} : { secret: { reason } }),
  };
}
