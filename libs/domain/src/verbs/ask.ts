import { isOfOffice, type Actor, type HeldPost } from '../case/actor.ts';
import { openSteps, openTasks, stepOf, type Case, type CaseStep } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import { openStepOf } from './participants.ts';
import { offered } from './policy.ts';
import { openTaskFor } from './task-gate.ts';

export interface AskCommand {
  readonly person: string;
  /** The open step that the question belongs to; null takes the step of the actor's own task, else the latest open one. */
  readonly step?: string | null;
  /** Clean text of the question. */
  readonly text: string;
}

/**
 * Xin thêm ý kiến: asks one person on the side; the dossier goes on, and no rule counts the answer. The lead unit's people,
 * the holder of a task in the step and the office may ask. `held` are the posts that the asked person holds today.
 * Errors: those of openStepOf, VERB_NOT_IN_STEP, NOT_ALLOWED, SAME_PERSON, NOT_INCUMBENT, PARTICIPANT_TWICE.
 */
export function ask(c: Case, route: Route, command: AskCommand, actor: Actor, held: readonly HeldPost[]): Result<Fact[]> {
  const found = openStepOf(c, command.step ?? ownStep(c, actor)?.id ?? '');
  if (!found.ok) return found;
  const step = found.value;
  const rule = workRule(route, step.path);
  const may = 'without' in rule ? offered(rule, 'ask') : ok(null);
  if (!may.ok) return may;
  if (!isWorked(c, step)) return refuse('VERB_NOT_IN_STEP', { verb: 'ask' });
  if (!mayAsk(c, step, actor)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const { person, text } = command;
  if (person === actor.person) return refuse('SAME_PERSON', { person });
  const [post] = held;
  if (!post) return refuse('NOT_INCUMBENT', { person });
  if (isAsked(c, step.id, person)) return refuse('PARTICIPANT_TWICE', { person });
  return ok([{ type: 'participant.added', data: { step: step.id, seat: { kind: 'aside', person, unit: post.unit ?? post.body ?? '' }, by: actor.person }, secret: { text } }]);
}

function isWorked(c: Case, step: CaseStep): boolean {
  return c.tasks.some((t) => t.step === step.id && t.purpose !== 'aside');
}

function ownStep(c: Case, actor: Actor): CaseStep | undefined {
  const own = openTasks(c).find((t) => t.purpose !== 'aside' && openTaskFor(c, t.id, actor).ok);
  return own ? stepOf(c, own) : openSteps(c).filter((s) => isWorked(c, s)).at(-1);
}

function mayAsk(c: Case, step: CaseStep, actor: Actor): boolean {
  if (actor.posts.some((p) => p.unit === c.leadUnit) || isOfOffice(actor, c)) return true;
  return openTasks(c, step.id).some((t) => t.purpose !== 'aside' && openTaskFor(c, t.id, actor).ok);
}

/** Asked already and not answered yet, or at work in this step anyway. */
function isAsked(c: Case, step: string, person: string): boolean {
  const waiting = c.pending.some((p) => p.step === step && p.seat?.kind === 'aside' && p.seat.person === person);
  return waiting || openTasks(c, step).some((t) => t.assignees.some((a) => a.person === person));
}
