import { ok, refuse, type Result } from '../result.ts';
import { among, amongAlike, amongTasks, forThose, NEVER_PAST, NO_MEANS, type Check, type DossierChecker, type TaskChecker, type TaskPlace } from './allowed-place.ts';
import { assign } from './assign.ts';
import { mayCast } from './cast.ts';
import { claim, release } from './claim.ts';
import { possibleIn } from './decide.ts';
import { isLeadersTask } from '../deadlines/leaders.ts';
import { entrust } from './entrust.ts';
import { explainLateness } from './explain-lateness.ts';
import { extendTerm } from './extend.ts';
import { confirm, finish } from './finish.ts';
import { handBack } from './hand-back.ts';
import { approvalsNotInForce } from './in-force.ts';
import { milestonesOf } from './milestones.ts';
import { nudge } from './nudge.ts';
import { mayJudge, offered } from './policy.ts';
import { prepare } from './prepare.ts';
import { reassign } from './reassign.ts';
import { recordFor } from './record-for.ts';
import { mayRecordResult } from './record-result.ts';
import { hasUnitLife, register } from './register.ts';
import { mayReserve } from './reserve.ts';
import { legalReturnTargets } from './returns.ts';
import { seen } from './seen.ts';
import { takeOver } from './take-over.ts';
import { transfer } from './transfer.ts';
import type { TaskVerb } from './verb-table.ts';

/** Verbs on tasks that are other people's: one answer for all of them, by the tasks that it goes for. */
export type OthersTaskVerb = 'nudge' | 'record' | 'reserve' | 'reassign' | 'takeOver' | 'explainLateness';

/** For each verb on a task of one's own, what its rule says now. */
export const TASK_CHECKERS: Readonly<Record<Exclude<TaskVerb, OthersTaskVerb>, TaskChecker>> = {
  seen: ({ c, task, actor }) => ({ answer: seen(c, task.id, actor) }),
  claim: ({ c, task, actor }) => ({ answer: claim(c, task.id, actor) }),
  release: ({ c, task, actor }) => ({ answer: release(c, task.id, actor) }),
  decide: (p) => {
    const outcomes = possibleIn(p.task, p.rule);
    return outcomes.length === 0 ? null : { answer: judging(p), outcomes };
  },
  initial: (p) => (p.rule.kind === 'review' && p.rule.initials !== undefined ? named(p) : null),
  sign: (p) => (p.rule.kind === 'sign' ? named(p) : null),
  answer: (p) => (p.rule.kind === 'consult' ? named(p, possibleIn(p.task, p.rule)) : null),
  return: (p) => {
    if (!possibleIn(p.task, p.rule).includes('returned')) return null;
    const may = offered(p.rule, 'return');
    return { answer: may.ok ? judging(p) : may, returnTargets: legalReturnTargets(p.c, p.route, p.step) };
  },
  cast: ({ c, route, actor, task, rule }) => (rule.kind === 'vote' && rule.mode !== 'meeting' && task.purpose === 'work' ? { answer: mayCast(c, route, task.id, actor) } : null),
  register: (p) => inUnit(p, register(p.c, p.route, { task: p.task.id, number: '1' }, p.actor)),
  assign: (p) => inUnit(p, assign(p.c, p.route, { task: p.task.id, person: '' }, p.actor, [{ person: '', capacity: '', appointment: '' }])),
  prepare: (p) => (p.task.officer?.person === p.actor.person && !p.task.officer.prepared ? { answer: prepare(p.c, p.route, { task: p.task.id, outcome: possibleIn(p.task, p.rule)[0] ?? '', text: '-' }, p.actor), outcomes: possibleIn(p.task, p.rule) } : null),
  transfer: ({ c, route, task, actor }) => {
    const command = { task: task.id, person: '' };
    const heldToday = [...task.assignees, ...task.helpers].map((a) => a.appointment);
    const answer = transfer(c, route, command, actor, { to: [{ person: '', capacity: 'head', appointment: '' }], heldToday });
    return !answer.ok && answer.error.code === 'VERB_NOT_IN_STEP' ? null : forThose(answer);
  },
  entrust: ({ c, route, rule, task, actor }) => (isLeadersTask(rule, task.purpose) ? { answer: entrust(c, route, { task: task.id, to: [''], text: null }, actor, NO_MEANS) } : null),
  handBack: ({ c, task, actor }) => (task.takenFrom === null ? null : { answer: handBack(c, { task: task.id }, actor, task.takenFrom.assignees.map((a) => a.appointment)) }),
  extend: ({ c, route, rule, task, actor }) => {
    if (rule.due === undefined || task.purpose === 'aside' || !offered(rule, 'extend').ok) return null;
    return { answer: extendTerm(c, route, { task: task.id, until: NEVER_PAST, reason: '-' }, new Date(0).toISOString(), new Date(0), actor, NO_MEANS) };
  },
  recordResult: ({ c, route, task, actor }) => (task.purpose === 'record' ? { answer: mayRecordResult(c, route, task.id, actor) } : null),
  reach: ({ c, step, rule, gate }) => {
    if (rule.kind !== 'track') return null;
    const open = milestonesOf(rule).filter((m) => !c.milestones.some((r) => r.step === step.id && r.milestone === m));
    return { answer: gate, targets: open };
  },
  finish: ({ c, route, rule, task, actor }) => (rule.kind === 'finish' && task.purpose === 'work' ? { answer: finish(c, route, { task: task.id }, actor, NO_MEANS) } : null),
  confirm: ({ c, route, step, task, actor }) => (task.purpose === 'confirm' ? { answer: confirm(c, route, { task: task.id, outcome: 'confirmed', reason: null }, actor, NO_MEANS), outcomes: ['confirmed', 'returned'], returnTargets: legalReturnTargets(c, route, step) } : null),
  issue: (p) => {
    if (p.rule.kind !== 'issue') return null;
    const missing = p.gate.ok ? approvalsNotInForce(p.c, p.route, p.step.path) : [];
    return { answer: missing.length > 0 ? refuse('APPROVAL_NOT_IN_FORCE', { steps: missing }) : p.gate };
  },
};

/** The gate, and separation of duties where the task is the step's own. */
function judging({ c, route, actor, task, step, gate }: TaskPlace): Result<unknown> {
  return gate.ok && task.purpose === 'work' ? mayJudge(c, route, step.path, actor, gate.value.right) : gate;
}

/** A decision by its own name, in a step that has it: what `decide` asks whatever is decided. */
function named(p: TaskPlace, outcomes?: readonly string[]): Check | null {
  return p.task.purpose === 'work' ? { answer: judging(p), ...(outcomes ? { outcomes } : {}) } : null;
}

/** A unit's inner life is offered to its clerk, head and deputies; an officer has what was given to them. */
function inUnit({ task, rule }: TaskPlace, answer: Result<unknown>): Check | null {
  return hasUnitLife(task, rule) ? forThose(answer) : null;
}

/** For each verb on other people's tasks, the tasks that its rule lets it go for. */
export const OTHERS_TASK_CHECKERS: Readonly<Record<OthersTaskVerb, DossierChecker>> = {
  nudge: (place) => (place.c.status === 'open' ? amongTasks(place, (t) => nudge(place.c, place.route, t.id, place.at.today ?? NEVER_PAST, place.actor)) : null),
  record: (place) => {
    const { c, route, actor } = place;
    const document = c.documents.at(-1)?.id;
    // Without a scan among the documents nothing can be recorded yet.
    if (c.status !== 'open' || document === undefined) return null;
    return amongAlike(place, (t) => {
      const principal = t.holder ?? t.assignees.find((a) => a.person !== actor.person)?.person;
      if (principal === undefined || principal === actor.person || (t.purpose !== 'work' && t.purpose !== 'aside')) return null;
      const answer = recordFor(c, route, { task: t.id, principal, outcome: '', reason: '-', document, on: '1970-01-01', signatory: '-' }, new Date(0), actor, NO_MEANS);
      // No outcome is meant yet; that there are some is what is asked.
      return !answer.ok && answer.error.code === 'OUTCOME_NOT_POSSIBLE' && hasOutcomes(answer.error.details) ? ok(null) : answer;
    });
  },
  reassign: (place) => amongTasks(place, (t) => {
    const { c, route, actor, at } = place;
    return at.ownerless.includes(t.id) ? reassign(c, route, { task: t.id, person: '', reason: '-' }, actor, { to: [{ person: '', capacity: 'head', appointment: '' }], heldToday: [] }) : null;
  }),
  takeOver: (place) => amongTasks(place, (t) => (place.at.told.includes(t.step) ? takeOver(place.c, place.route, { task: t.id, reason: null }, place.actor, place.at) : null)),
  explainLateness: (place) => amongTasks(place, (t) => (place.at.overdue.includes(t.step) ? explainLateness(place.c, place.route, { task: t.id, reason: '-' }, place.actor, place.at) : null)),
  reserve: ({ c, actor }) => {
    const votes = c.steps.filter((s) => s.kind === 'vote' && s.roster?.some((a) => a.person === actor.person));
    const tasks = votes.flatMap((s) => c.tasks.find((t) => t.step === s.id && (t.assignees.some((a) => a.person === actor.person) || t.purpose === 'record')) ?? []);
    return among(tasks.map((t) => ({ id: t.id, answer: mayReserve(c, t.id, actor) })).filter(({ answer }) => answer.ok));
  },
};

function hasOutcomes(details: Readonly<Record<string, unknown>> | undefined): boolean {
  const possible = details?.['possible'];
  return Array.isArray(possible) && possible.length > 0;
}
