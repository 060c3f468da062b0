import { answersFor, isOfOffice, type Actor } from '../case/actor.ts';
import { findTask, stepById, stepOf, type Assignee, type Case, type CaseStep, type SeatWish } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { settleIfMet } from './decide.ts';
import { Flow } from './flow.ts';
import { offered } from './policy.ts';

/** An open activation of an open dossier. Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, STEP_NOT_FOUND. */
export function openStepOf(c: Case, id: string): Result<CaseStep> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = c.steps.find((s) => s.id === id && s.state === 'open');
  return step ? ok(step) : refuse('STEP_NOT_FOUND', { step: id });
}

/** Who leads a consultation: those who answer for the dossier, and the office. Errors: those of openStepOf, NOT_ALLOWED, VERB_NOT_IN_STEP. */
export function openConsult(c: Case, route: Route, id: string, actor: Actor, verb: string): Result<CaseStep> {
  const step = openStepOf(c, id);
  if (!step.ok) return step;
  if (!answersFor(actor, c) && !isOfOffice(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  return workRule(route, step.value.path).kind === 'consult' ? step : refuse('VERB_NOT_IN_STEP', { verb });
}

/** Whom to add: a unit or a person, not both. */
export type ParticipantCommand = { readonly step: string; readonly reason?: string | null } & ({ readonly unit: string; readonly person?: undefined } | { readonly person: string; readonly unit?: undefined });

/**
 * Thêm nơi lấy ý kiến: one more unit or person in an open consultation; the workflow opens the task. `found` is who would
 * answer: the heads of the unit, or the person in the posts held today.
 * Errors: those of openConsult, NOT_INCUMBENT, PARTICIPANT_TWICE.
 */
export function addParticipant(c: Case, route: Route, command: ParticipantCommand, actor: Actor, found: readonly Assignee[]): Result<Fact[]> {
  const step = openConsult(c, route, command.step, actor, 'addParticipant');
  if (!step.ok) return step;
  const may = offered(workRule(route, step.value.path), 'addParticipant');
  if (!may.ok) return may;
  const { unit, person, reason } = command;
  const whom = unit === undefined ? { person } : { unit };
  if (found.length === 0) return refuse('NOT_INCUMBENT', whom);
  const seat: SeatWish = unit === undefined ? { kind: 'person', person } : { kind: 'unit', unit };
  if (isAsked(c, step.value.id, seat)) return refuse('PARTICIPANT_TWICE', whom);
  return ok([{ type: 'participant.added', data: { step: step.value.id, seat, by: actor.person }, ...(reason == null ? {} : { secret: { reason } }) }]);
}

/** Asked in this activation, or about to be; whoever was taken out may be asked again. */
function isAsked(c: Case, step: string, seat: SeatWish): boolean {
  const same = (of: { readonly unit: string | null; readonly person: string | null }): boolean => (seat.kind === 'unit' ? of.unit === seat.unit : seat.kind === 'person' && of.unit === null && of.person === seat.person);
  const tasks = c.tasks.filter((t) => t.step === step && t.purpose === 'work' && t.state !== 'cancelled');
  const waiting = c.pending.flatMap((p) => (p.step === step && p.seat ? [p.seat] : []));
  return tasks.some((t) => t.assignees.some((a) => same({ unit: t.unit, person: a.person })) || same({ unit: t.unit, person: null }))
    || waiting.some((w) => (w.kind === 'unit' && same({ unit: w.unit, person: null })) || (w.kind === 'person' && same({ unit: null, person: w.person })));
}

/**
 * Bớt nơi lấy ý kiến: takes an open opinion back, with the reason. Where it was the last one that was waited for, the
 * consultation is complete. An opinion asked on the side is taken back in any step.
 * Errors: TASK_NOT_FOUND, TASK_CLOSED, those of openConsult, REASON_REQUIRED.
 */
export function removeParticipant(c: Case, route: Route, command: { readonly task: string; readonly reason: string | null }, actor: Actor): Result<Fact[]> {
  const task = findTask(c, command.task);
  if (!task) return refuse('TASK_NOT_FOUND', { task: command.task });
  if (task.state !== 'open') return refuse('TASK_CLOSED', { task: task.id });
  const aside = task.purpose === 'aside';
  const step = aside ? openStepOf(c, task.step) : openConsult(c, route, task.step, actor, 'removeParticipant');
  if (!step.ok) return step;
  if (!answersFor(actor, c) && !isOfOffice(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const may = offered(workRule(route, stepOf(c, task).path), 'removeParticipant');
  if (!may.ok) return may;
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'removeParticipant' });
  const flow = new Flow(c).add({ type: 'task.closed', data: { task: task.id, as: 'cancelled' }, secret: { reason: command.reason } });
  if (!aside) settleIfMet(flow, route, stepById(flow.case, step.value.id), task, '', null);
  return flow.done();
}
