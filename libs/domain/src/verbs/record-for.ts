import { holdsPost, isOfOffice, type Actor } from '../case/actor.ts';
import { findTask, stepOf, type Assignee, type Case, type CaseProposal } from '../case/case.ts';
import type { Fact, Means, Secret } from '../case/facts.ts';
import { officeDay } from '../deadlines/plain-days.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { decided, mayDecide, type DecideCommand } from './decide.ts';
import { offered } from './policy.ts';
import { paramOf, paramOrNull, propose } from './proposals.ts';
import { mayRecordBallot, recordedBallot } from './record-for-ballot.ts';
import { isDay } from './suspend-days.ts';
import { decisionMade, type TaskGate } from './task-gate.ts';

/** An opinion that came on paper, by letter or by word, entered by somebody else. */
export interface RecordForCommand extends DecideCommand {
  /** Whose opinion it is: one of those who may answer the task. */
  readonly principal: string;
  /** A document of the dossier: the scan. */
  readonly document: string;
  /** The day of the paper, `YYYY-MM-DD`. */
  readonly on: string;
  /** Number and signatory as printed; words. */
  readonly number?: string | null;
  readonly signatory: string;
}

/**
 * Ghi nhận thay: what somebody said elsewhere counts as said here, in their right and under the same bars. The office enters it; what a
 * consulted unit answered also the lead unit. In a consultation and for an opinion on the side it counts at once; where it decides, a second
 * person of the office or whoever said it confirms it first. `held` are the appointments that whoever said it holds today; absent where
 * nothing is recorded yet.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, VERB_NOT_IN_STEP, NOT_ALLOWED (because: notOfOffice, notACandidate, appointmentEnded), SAME_PERSON, TASK_HELD_BY_OTHER,
 * DOCUMENT_NOT_FOUND, DATE_INVALID (details: notAfter), those of decide except FRESH_SIGN_IN_REQUIRED.
 */
export function recordFor(c: Case, route: Route, command: RecordForCommand, now: Date, actor: Actor, means: Means, held?: readonly string[]): Result<Fact[]> {
  const gate = gateOf(c, route, command.task, command.principal, held);
  if (!gate.ok) return gate;
  if (!mayEnter(c, gate.value, actor)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  if (command.principal === actor.person) return refuse('SAME_PERSON', { verb: 'record' });
  if (!c.documents.some((d) => d.id === command.document)) return refuse('DOCUMENT_NOT_FOUND', { document: command.document });
  const today = officeDay(now);
  if (!isDay(command.on) || command.on > today) return refuse('DATE_INVALID', { date: command.on, notAfter: today });
  const target = maySay(c, route, gate.value, command, now);
  if (!target.ok) return target;
  if (countsAtOnce(gate.value)) return ok(recordedFacts(c, route, gate.value, command, target.value, { by: actor.person, confirmedBy: null }, wordsOf(command), actor, means));
  const { task, principal, outcome, to = null, document, on } = command;
  return propose(c, 'record', { task, principal, outcome, to, document, on, demands: command.demands?.length ?? 0 }, wordsOf(command), actor, means, task);
}

/** A second person of the office, or whoever said it. */
export function mayConfirmRecord(c: Case, proposal: CaseProposal, actor: Actor): boolean {
  return isOfOffice(actor, c) || actor.person === paramOf(proposal, 'principal');
}

/** The decision as it would have been made by whoever said it. `words` are those of the proposal. */
export function recorded(c: Case, route: Route, proposal: CaseProposal, words: Secret, now: Date, actor: Actor, means: Means, held?: readonly string[]): Result<Fact[]> {
  const principal = paramOf(proposal, 'principal');
  const gate = gateOf(c, route, paramOf(proposal, 'task'), principal, held);
  if (!gate.ok) return gate;
  const count = Number(proposal.params['demands'] ?? 0);
  const command: DecideCommand & { document: string; on: string } = {
    task: gate.value.task.id, outcome: paramOf(proposal, 'outcome'), reason: words['reason'] ?? null, to: paramOrNull(proposal, 'to'),
    demands: Array.from({ length: count }, (_, i) => words[`demand${i + 1}`] ?? ''), document: paramOf(proposal, 'document'), on: paramOf(proposal, 'on'),
  };
  const target = maySay(c, route, gate.value, command, now);
  if (!target.ok) return target;
  return ok(recordedFacts(c, route, gate.value, command, target.value, { by: proposal.by, confirmedBy: actor.person }, words, { person: proposal.by, posts: [] }, means));
}

type Paper = DecideCommand & { readonly document: string; readonly on: string };

function recordedFacts(c: Case, route: Route, gate: TaskGate, command: Paper, target: string | null, who: { by: string; confirmedBy: string | null }, words: Secret, entered: Actor, means: Means): Fact[] {
  const { document, on } = command;
  const made = decisionMade(c, gate, command.outcome, entered, command.reason, means, { ...who, document, on });
  const { signatory, number } = words;
  const secret = { ...made.secret, ...(signatory === undefined ? {} : { signatory }), ...(number === undefined ? {} : { number }) };
  const fact = { ...made, secret };
  return gate.step.kind === 'vote' && gate.task.purpose === 'work' ? recordedBallot(c, route, gate, fact, entered) : decided(c, route, gate, command, target, entered, means, fact);
}

function wordsOf({ reason, signatory, number, demands }: RecordForCommand): Secret {
  const asked = Object.fromEntries((demands ?? []).map((text, i) => [`demand${i + 1}`, text]));
  return { signatory, ...(reason === null ? {} : { reason }), ...(number === undefined || number === null ? {} : { number }), ...asked };
}

/** The task as the principal would find it. */
function gateOf(c: Case, route: Route, taskId: string, principal: string, held?: readonly string[]): Result<TaskGate> {
  const task = findTask(c, taskId);
  if (!task) return refuse('TASK_NOT_FOUND', { task: taskId });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: taskId });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = stepOf(c, task);
  const may = offered(workRule(route, step.path), 'record');
  if (!may.ok) return may;
  const seats = task.assignees.filter((a) => a.person === principal);
  if (seats.length > 0 && held && !seats.some((a) => held.includes(a.appointment))) return refuse('NOT_ALLOWED', { because: 'appointmentEnded', principal });
  const seat: Assignee | undefined = seats.find((a) => held?.includes(a.appointment) ?? true);
  if (!seat) return refuse('NOT_ALLOWED', { because: 'notACandidate', principal });
  if (task.holder !== null && task.holder !== principal && task.holder !== task.officer?.person) return refuse('TASK_HELD_BY_OTHER', { task: taskId, holder: task.holder });
  return ok({ task, step, right: { ...seat, inStead: null, authority: null } });
}

function mayEnter(c: Case, { task, step }: TaskGate, actor: Actor): boolean {
  const fromUnit = step.kind === 'consult' && task.unit !== null;
  return isOfOffice(actor, c) || (fromUnit && (actor.person === c.drafter || holdsPost(actor, c.leadUnit, ['head', 'deputy', 'drafter', 'clerk']) !== undefined));
}

function countsAtOnce({ task, step }: TaskGate): boolean {
  return task.purpose === 'aside' || step.kind === 'consult';
}

/** The principal stands before the rules that they would stand before here; a sign-in is asked only of those who are. Answers where a return leads. */
function maySay(c: Case, route: Route, gate: TaskGate, command: DecideCommand, now: Date): Result<string | null> {
  const principal: Actor = { person: gate.right.person, posts: [], signedInAt: now.toISOString() };
  const isBallot = gate.step.kind === 'vote' && gate.task.purpose === 'work';
  return isBallot ? mayRecordBallot(c, route, gate, command.outcome, command.reason, principal) : mayDecide(c, route, gate, command, principal, now);
}
