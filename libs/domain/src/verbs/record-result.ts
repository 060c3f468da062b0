import type { Actor } from '../case/actor.ts';
import type { Assignee, Case, CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { BallotChoice } from '../route/outcomes.ts';
import type { Route, RuleOf } from '../route/route.ts';
import { countsAreSound, type Counts } from '../votes/counts.ts';
import { isChoice, voteOf } from './close-vote.ts';
import { Flow } from './flow.ts';
import { barredBy } from './policy.ts';
import { propose } from './proposals.ts';
import { forPurpose, openTaskFor, seenBy, type TaskGate } from './task-gate.ts';

export interface ResultCommand {
  /** The task to record the meeting's result. */
  readonly task: string;
  readonly counts: Omit<Counts, 'members'>;
  /** What whoever chaired said, where a tie may ask for it; null if nothing. Of a secret ballot it is not kept. */
  readonly chair: string | null;
  /** The minutes among the dossier's documents; null where they lie with the meeting. */
  readonly document: string | null;
  readonly meeting: string | null;
  /** Who said what, where it was a vote by name: the counts must say the same. */
  readonly names?: Readonly<Record<string, string>>;
  /** Thông qua, giao hoàn thiện: what has to be finished (clean texts). Nothing of it holds where the result is not an approval. */
  readonly demands?: readonly string[];
  readonly reason?: string | null;
}

/** What a proposed result says; the words of its demands stand in the event's secret as `demand1`, `demand2` … */
export interface ResultParams extends Readonly<Record<string, unknown>> {
  readonly step: string;
  readonly task: string;
  readonly counts: Counts;
  readonly chair: BallotChoice | null;
  readonly document: string | null;
  readonly meeting: string | null;
  readonly demands: number;
  /** The roster's corrections when it was counted; absent in old records. */
  readonly corrected?: CaseStep['corrected'];
}

/**
 * Ghi kết quả hội nghị: the office enters who was present and what was counted; nothing is settled until another person confirms
 * it. A new entry takes the place of one that nobody has confirmed.
 * Errors: those of `mayRecordResult`, COUNTS_INVALID (details: because), DOCUMENT_NOT_FOUND, NOT_ON_AGENDA, OUTCOME_NOT_POSSIBLE (demands without an edge for them).
 */
export function recordResult(c: Case, route: Route, command: ResultCommand, actor: Actor, means: Means): Result<Fact[]> {
  const may = mayRecordResult(c, route, command.task, actor);
  if (!may.ok) return may;
  const { gate: { task, step }, rule } = may.value;
  const said = soundResult(c, route, step, rule, command);
  if (!said.ok) return said;
  const { document } = command;
  const demands = command.demands ?? [];
  if (document !== null && !c.documents.some((d) => d.id === document)) return refuse('DOCUMENT_NOT_FOUND', { document });
  const agenda = c.agenda.find((a) => a.step === step.id)?.meeting ?? null;
  if (command.meeting !== null && command.meeting !== agenda) return refuse('NOT_ON_AGENDA', { meeting: command.meeting, step: step.id });
  if (demands.length > 0 && rule.next['approvedSubjectTo'] === undefined) return refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'approvedSubjectTo', possible: ['approved', 'rejected', 'lapsed'] });
  const params: ResultParams = { step: step.id, task: task.id, ...said.value, document, meeting: agenda, demands: demands.length, corrected: step.corrected, ...(command.names ? { names: command.names } : {}) };
  const words = Object.fromEntries([...demands.map((text, i) => [`demand${i + 1}`, text] as const), ...(command.reason ? [['reason', command.reason] as const] : [])]);
  const earlier = c.proposals.filter((p) => p.verb === 'recordResult' && p.params['step'] === step.id);
  const flow = new Flow(c).add(...seenBy(task, actor), ...earlier.map((p): Fact => ({ type: 'proposal.declined', data: { proposal: p.id, by: actor.person } })));
  const proposed = propose(flow.case, 'recordResult', params, words, actor, means, task.id);
  return proposed.ok ? flow.add(...proposed.value).done() : proposed;
}

/** Whether the actor may record in this task. Errors: those of the gate, OUTCOME_NOT_POSSIBLE. */
export function mayRecordResult(c: Case, route: Route, taskId: string, actor: Actor): Result<{ readonly gate: TaskGate; readonly rule: RuleOf<'vote'> }> {
  const open = openTaskFor(c, taskId, actor);
  if (!open.ok) return open;
  const gate = forPurpose(open.value, 'record', 'recordResult');
  if (!gate.ok) return gate;
  const rule = voteOf(route, gate.value.step);
  return rule ? ok({ gate: gate.value, rule }) : refuse('OUTCOME_NOT_POSSIBLE', { outcome: 'recordResult', possible: [] });
}

function soundResult(c: Case, route: Route, step: CaseStep, rule: RuleOf<'vote'>, { counts, chair, names }: ResultCommand): Result<{ counts: Counts; chair: BallotChoice | null }> {
  const { present, yes, no, other, abstain } = counts;
  const all: Counts = { members: step.roster?.length ?? 0, present, yes, no, other, abstain };
  const roster = step.roster ?? [];
  const barred = roster.filter((a) => barredBy(c, route, step.path, a.person) !== null).map((a) => a.person);
  if (!countsAreSound('meeting', all)) return refuse('COUNTS_INVALID', { because: 'sum', members: all.members });
  if (chair !== null && (!isChoice(chair) || all[chair] === 0)) return refuse('COUNTS_INVALID', { because: 'chair' });
  const fault = names ? namesFault(roster, rule, all, names, barred) : null;
  // What one person said in a secret ballot is not kept, though no tie asks for it there.
  const said = rule.rule.ballot === 'secret' ? null : (chair as BallotChoice | null);
  return fault === null ? ok({ counts: all, chair: said }) : refuse('COUNTS_INVALID', { because: fault });
}

function namesFault(roster: readonly Assignee[], rule: RuleOf<'vote'>, counts: Counts, names: Readonly<Record<string, string>>, barred: readonly string[]): string | null {
  if (rule.rule.ballot === 'secret') return 'secretBallot';
  if (Object.keys(names).some((person) => !roster.some((a) => a.person === person))) return 'notMember';
  if (barred.some((person) => Object.hasOwn(names, person))) return 'barred';
  const said = Object.values(names);
  if (!said.every(isChoice)) return 'choice';
  return (['yes', 'no', 'other', 'abstain'] as const).every((choice) => said.filter((s) => s === choice).length === counts[choice]) ? null : 'names';
}
