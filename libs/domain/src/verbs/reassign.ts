import { isAdministrator, isOfOffice, leadsUnit, type Actor } from '../case/actor.ts';
import { candidatesOf, decisionsOf, findTask, stepOf, type Assignee, type Case, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';
import { hasRoster } from './owners.ts';
import { finishersOf } from './policy.ts';
import { barredFrom, isStuck, transferQuery, type TransferAnswers } from './transfer.ts';
import { bodyOf, seatOf, type WhoQuery } from './who.ts';

export interface ReassignCommand { readonly task: string; readonly person: string; /** Clean text or null. */ readonly reason: string | null }

/** Whom to ask the directory for: the person in the task's unit, the members of the body, or whatever post somebody holds who is asked by name. */
export function reassignQuery(c: Case, route: Route, command: ReassignCommand): WhoQuery | null {
  const task = findTask(c, command.task);
  if (task?.purpose === 'aside') return { kind: 'holder', person: command.person };
  const rule = task && workRule(route, stepOf(c, task).path);
  if (task?.unit === null && rule?.kind === 'consult') return 'members' in rule.each ? { kind: 'body', body: bodyOf(c, rule.each.members) } : null;
  return transferQuery(c, route, command);
}

/**
 * Giao lại việc của người đã rời chức vụ: a task that nobody may do any more goes to somebody who holds a fitting post there today. By the head or a deputy of the
 * unit where it lies, the office, or an administrator, with the reason. On a roster the new member takes the seat of whoever left; a vote's roster is brought to the
 * incumbents by its own verb. Separation of duties holds for whoever gets it. `heldToday`: appointments of the task's people that are still held.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED (because: notYoursToReassign, decidedAlready), TASK_HAS_OWNER, VERB_NOT_IN_STEP, REASON_REQUIRED, NOT_OF_UNIT, PARTICIPANT_TWICE,
 * SAME_PERSON, SELF_APPROVAL, BOTH_INITIALS.
 */
export function reassign(c: Case, route: Route, command: ReassignCommand, actor: Actor, { to, heldToday }: TransferAnswers): Result<Fact[]> {
  const task = findTask(c, command.task);
  if (!task) return refuse('TASK_NOT_FOUND', { task: command.task });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: task.id });
  if (!mayReassign(c, task, actor)) return refuse('NOT_ALLOWED', { because: 'notYoursToReassign' });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = stepOf(c, task);
  const rule = workRule(route, step.path);
  if (rule.kind === 'vote' && task.purpose === 'work') return refuse('VERB_NOT_IN_STEP', { verb: 'reassign' });
  if (!isStuck(task, heldToday)) return refuse('TASK_HAS_OWNER', { task: task.id });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'reassign' });
  const [found] = to.filter((a) => a.person === command.person && fits(c, task, rule, a));
  if (!found) return refuse('NOT_OF_UNIT', { person: command.person, unit: task.unit });
  const twice = sitsAlready(c, task, rule, found.person);
  if (!twice.ok) return twice;
  if (task.purpose === 'confirm' && finishersOf(step).includes(found.person)) return refuse('SAME_PERSON', { person: found.person });
  const barred = task.purpose === 'aside' ? null : barredFrom(c, route, step.path, task, found.person);
  if (barred) return { ok: false, error: barred };
  const from = task.holder === null ? candidatesOf(task.assignees) : [task.holder];
  const given: Fact = { type: 'task.reassigned', data: { task: task.id, by: actor.person, to: found, from }, secret: { reason: command.reason } };
  return ok(task.purpose === 'work' && hasRoster(rule) ? [seatChanged(c, task, found), given] : [given]);
}

function mayReassign(c: Case, task: CaseTask, actor: Actor): boolean {
  return isAdministrator(actor) || isOfOffice(actor, c) || (task.unit !== null && leadsUnit(actor, task.unit));
}

/** To judge, to answer for a unit and to issue want its head, a deputy, or whoever holds the kind of post that was asked; work goes to anybody of the unit. */
function fits(c: Case, task: CaseTask, rule: WorkRule, to: Assignee): boolean {
  const isWork = rule.kind === 'draft' || rule.kind === 'track' || task.purpose === 'record' || (rule.kind === 'finish' && task.purpose === 'work');
  if (task.unit === null || isWork) return true;
  const seat = 'who' in rule && rule.who !== undefined ? seatOf(c, rule.who, {}).query : null;
  const asked = seat?.kind === 'post' ? seat.roles : [];
  return ['head', 'deputy', ...asked, ...task.assignees.map((a) => a.capacity)].includes(to.capacity);
}

/** One person has one seat where several are asked, and one voice. */
function sitsAlready(c: Case, task: CaseTask, rule: WorkRule, person: string): Result<null> {
  if (task.unit !== null && !hasRoster(rule)) return ok(null);
  const others = c.tasks.filter((t) => t.step === task.step && t.id !== task.id && t.state !== 'cancelled');
  const sits = stepOf(c, task).roster?.some((a) => a.person === person) === true || others.some((t) => t.assignees.some((a) => a.person === person));
  if (sits) return refuse('PARTICIPANT_TWICE', { person });
  return decisionsOf(c, task.step).some((d) => d.actor === person && (d.inStead !== null || d.authority !== null)) ? refuse('NOT_ALLOWED', { because: 'decidedAlready' }) : ok(null);
}

function seatChanged(c: Case, task: CaseTask, to: Assignee): Fact {
  const left = (stepOf(c, task).roster ?? []).filter((a) => task.assignees.some((t) => t.person === a.person)).map((a) => a.person);
  return { type: 'roster.corrected', data: { step: task.step, added: [to], removed: left, document: null, inTurn: true } };
}
