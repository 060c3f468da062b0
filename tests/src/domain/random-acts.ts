import { findRule, findTask, isOfOffice, openSteps, openTasks, stepOf, type Actor, type Case, type CaseStep, type CaseTask, type Fact, type Result, type StepKind, type WorkRule } from '@totrinh/domain';
import { dossierAct } from './acts-on-dossier.ts';
import { taskAct } from './acts-on-task.ts';
import { everybody, pick, type Choice } from './choice.ts';
import { ON_TASK, type Attempt, type Verb } from './random-attempt.ts';
import type { Walk } from './walk.ts';

/** An attempt bound to a person and what it is about; it can be tried on any state of the dossier, also twice. */
export interface Act {
  readonly verb: Verb;
  readonly person: string;
  readonly on: (c: Case) => Result<readonly Fact[]>;
  /** What casework keeps beside, in the same transaction. */
  readonly beside: () => void;
}

/** Who tries it on what: everything that an attempt's numbers choose from what there is now. */
export function choose(w: Walk, a: Attempt, verb: Verb, wanted?: CaseTask): Choice & { readonly person: string } {
  const task = wanted ?? pick(a.sensible ? openTasks(w.case) : w.case.tasks, a.task);
  const person = personFor(w, a, verb, task);
  const step = task ? stepOf(w.case, task) : pick(a.sensible ? openSteps(w.case) : w.case.steps, a.task);
  const rule = step && (findRule(w.route, step.path) as WorkRule);
  const among = (kind: StepKind): CaseStep | undefined => pick(openSteps(w.case).filter((s) => s.kind === kind), a.to) ?? step;
  return {
    person,
    vote: among('vote'), consult: among('consult'), agenda: w.case.agenda.at(-1) ?? { meeting: 'khong-co', step: 'khong-co' },
    w, a, actor: w.as(person), task, step, rule, proposal: pick(w.case.proposals, a.to), reason: a.reason ? 'lý do' : null, other: pick(everybody(w), a.to) ?? 'a',
  };
}

export function bind(w: Walk, a: Attempt, verb: Verb, wanted?: CaseTask): Act {
  const { person, ...choice } = choose(w, a, verb, wanted);
  const told: { beside: () => void } = { beside: () => undefined };
  const isOnTask = (ON_TASK as readonly string[]).includes(verb);
  const on = (c: Case): Result<readonly Fact[]> => (isOnTask ? taskAct(verb as (typeof ON_TASK)[number], choice, c, told) : dossierAct(verb as Exclude<Verb, (typeof ON_TASK)[number]>, choice, c));
  return { verb, person, on, beside: () => { told.beside(); } };
}

const OF_OFFICE: ReadonlySet<Verb> = new Set(['correctRoster', 'callOff', 'placeOnAgenda', 'putOff', 'record', 'nudge', 'skip', 'suspend', 'resume', 'confirmProposal', 'declineProposal', 'redo', 'closeConsult', 'addParticipant']);
const OF_LEAD: ReadonlySet<Verb> = new Set(['recall', 'cancel', 'ask', 'removeParticipant', 'arrive', 'withdraw', 'reopen', 'submit', 'attach', 'edit', 'respond', 'answerDemand']);
const OF_ADMINISTRATORS: ReadonlySet<Verb> = new Set(['repair', 'migrate']);

function personFor(w: Walk, a: Attempt, verb: Verb, task: CaseTask | undefined): string {
  const anybody = pick(everybody(w), a.who) ?? 'a';
  if (!a.sensible) return anybody;
  const holding = (may: (actor: Actor) => boolean): string => pick(everybody(w).filter((p) => may(w.d.as(p))), a.who) ?? anybody;
  if (OF_ADMINISTRATORS.has(verb) || (verb === 'confirmProposal' && a.n % 3 === 0)) return holding((x) => x.posts.some((p) => p.role === 'admin'));
  if (verb === 'confirmProposal' && a.n % 3 === 1) return pick(w.case.proposals.flatMap((p) => (typeof p.params['principal'] === 'string' ? [p.params['principal']] : [])), a.who) ?? anybody;
  if (OF_OFFICE.has(verb) && a.n % 4 !== 0) return holding((x) => isOfOffice(x, w.case));
  const draft = openTasks(w.case).find((t) => t.purpose === 'work' && ['draft', 'finish'].includes(stepOf(w.case, t).kind));
  if (OF_LEAD.has(verb) && draft) return draft.holder ?? pick(draft.assignees, a.who)?.person ?? anybody;
  if (OF_LEAD.has(verb) || OF_OFFICE.has(verb)) return holding((x) => x.posts.some((p) => p.unit === w.case.leadUnit));
  if (verb === 'reserve') return pick(task ? (stepOf(w.case, task).roster ?? []) : [], a.who)?.person ?? anybody;
  const now = task && findTask(w.case, task.id);
  const helpers = now?.helpers ?? [];
  if (verb === 'register' && helpers.length > 0) return pick(helpers, a.who)?.person ?? anybody;
  if (verb === 'assign') return pick(now?.assignees ?? [], a.who)?.person ?? anybody;
  const own = now?.holder ?? pick(now?.assignees ?? [], a.who)?.person ?? anybody;
  if (verb === 'reassign' || verb === 'takeOver') return holding((x) => x.posts.some((p) => p.role === 'head' && (!now?.unit || p.unit === now.unit)));
  // Now and then whoever stands in for somebody who is away, or acts by their authority.
  if (a.n % 7 === 0) return w.authorities.find((x) => x.grantor === own)?.grantee ?? own;
  return a.n % 5 === 0 ? (w.absences.find((x) => x.person === own)?.substitute ?? own) : own;
}
