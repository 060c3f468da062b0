import type { Case, CaseStep, Pending } from '../case/case.ts';
import { stepById } from '../case/case.ts';
import type { Derived, Fact, Means } from '../case/facts.ts';
import type { Deadline } from '../ladders/plan-rungs.ts';
import { evaluateCondition, type ConditionValues } from '../route/conditions.ts';
import { startOfBranch } from '../route/regions.ts';
import { beside, JOIN, placeOf, stepRule, type Route, type RuleOf, type WorkRule } from '../route/route.ts';
import { Flow } from './flow.ts';
import { Asking, fillEmptyTasks, man, manWish, taskOpened } from './owners.ts';
import { cancelAll, joinFrom, settle, settleJoined } from './settle.ts';
import type { Directory, WhoQuery } from './who.ts';

/** The deadline of a step opened now, or null; reckoned with the caller's calendar and ladders. */
export type DueOf = (rule: WorkRule, c: Case) => Deadline | null;

/** What a move found and did; `missing` are questions that the directory has not answered yet: ask them and move again. */
export interface Advanced { readonly facts: readonly Fact[]; readonly missing: readonly WhoQuery[] }

/** More openings in one move than any sound route needs. */
const MOST_OPENINGS = 2_000;

/**
 * What follows what has ended: opens each step the ledger calls for, takes choices, splits and joins, passes a consultation
 * that has nobody to ask, ends sub-routes and the dossier. Answers facts only; doing it twice does nothing, since opening
 * a step takes it off the pending ones.
 */
export function advance(c: Case, route: Route, directory: Directory, dueOf: DueOf, means: Means): Advanced {
  if (c.status !== 'open') return { facts: [], missing: [] };
  const flow = new Flow(c);
  const asking = new Asking(directory);
  const move = new Move(flow, route, asking, dueOf, means);
  move.openPending();
  if (flow.case.status === 'open' && asking.missing.length === 0) {
    flow.add(...fillEmptyTasks(flow.case, route, asking));
    move.openPending();
  }
  return { facts: asking.missing.length > 0 ? [] : flow.facts, missing: asking.missing };
}

class Move {
  readonly #flow: Flow;
  readonly #route: Route;
  readonly #asking: Asking;
  readonly #dueOf: DueOf;
  readonly #means: Means;

  constructor(flow: Flow, route: Route, asking: Asking, dueOf: DueOf, means: Means) {
    this.#flow = flow;
    this.#route = route;
    this.#asking = asking;
    this.#dueOf = dueOf;
    this.#means = means;
  }

  openPending(): void {
    for (let n = 0; this.#flow.case.status === 'open' && this.#asking.missing.length === 0; n++) {
      if (n > MOST_OPENINGS) throw new Error(`dossier ${this.#flow.case.id} opens steps without end`);
      const [next] = this.#flow.case.pending;
      if (!next) return;
      this.#open(next);
    }
  }

  #open(p: Pending): void {
    if (p.step !== undefined) { this.#openTasks(p.step, p.cause); return; }
    const rule = stepRule(this.#route, p.path);
    switch (rule.kind) {
      case 'end': this.#end(p, rule); break;
      case 'choice': this.#choose(p, rule); break;
      case 'parallel': this.#split(p, rule); break;
      case 'route': this.#opened(p, rule, { branches: [{ name: '', start: startOfBranch(this.#route, p.path, '') }] }); break;
      default: this.#work(p, rule);
    }
  }

  /** Tasks that an open step wants beside its first ones; those of one cause open together. */
  #openTasks(step: string, cause: number): void {
    const c = this.#flow.case;
    const wishes = c.pending.filter((p) => p.step === step && p.cause === cause);
    const tasks = wishes.map((p) => manWish(c, this.#route, p, this.#asking)).filter((t) => t !== null);
    for (const t of tasks) {
      const opened = taskOpened(c, stepById(c, step), t, false, this.#means, cause);
      // A member who may not vote counts among the members; the closed task shows why there is no ballot.
      const barred = t.assignees.length === 0 && t.barred.length > 0 && stepById(c, step).kind === 'vote' && opened.type === 'task.opened';
      this.#flow.add(opened, ...(barred ? [{ type: 'task.closed' as const, data: { task: opened.data.task, as: 'cancelled' as const } }] : []));
    }
  }

  #end(p: Pending, rule: RuleOf<'end'>): void {
    if (p.within) {
      const parent = stepById(this.#flow.case, p.within.step);
      settle(this.#flow, this.#route, parent, rule.status === 'done' ? 'completed' : 'rejected');
      // The sub-route's end is no step of its own: what called for it is answered by its parent's outcome.
      return;
    }
    cancelAll(this.#flow);
    this.#flow.add({ type: 'dossier.ended', data: { status: rule.status } });
  }

  #choose(p: Pending, rule: RuleOf<'choice'>): void {
    const { case: c } = this.#flow;
    const part = placeOf(this.#route, p.path)?.route ?? this.#route;
    const arm = rule.when.findIndex((w) => 'else' in w || evaluateCondition(part, w.if, valuesOf(c)));
    const taken = rule.when[arm];
    if (!taken) throw new Error(`choice ${p.path} has no arm to take`);
    const to = beside(p.path, 'else' in taken ? taken.else : taken.go);
    this.#flow.add({ type: 'choice.made', data: { path: p.path, cause: p.cause, to, arm, ...(p.within ? { within: p.within } : {}) } });
    if (to === JOIN) joinFrom(this.#flow, this.#route, p.path, p.within ?? null);
  }

  #split(p: Pending, rule: RuleOf<'parallel'>): void {
    const { case: c } = this.#flow;
    const part = placeOf(this.#route, p.path)?.route ?? this.#route;
    const chosen = Object.entries(rule.branches).filter(([, b]) => b.if === undefined || evaluateCondition(part, b.if, valuesOf(c))).map(([name]) => name);
    const latest = c.steps.findLast((s) => s.path === p.path);
    const before = rule.again !== 'all' && latest && someoneActedSince(c, latest) ? latest : undefined;
    const branches = chosen.map((name) => {
      const kept = c.manifest !== null && before?.branches?.find((b) => b.name === name && b.joined && b.manifest === c.manifest);
      return { name, start: startOfBranch(this.#route, p.path, name), ...(kept ? { kept: c.manifest ?? '' } : {}) };
    });
    const step = this.#opened(p, rule, { branches });
    settleJoined(this.#flow, this.#route, step);
  }

  #work(p: Pending, rule: WorkRule): void {
    const { case: c } = this.#flow;
    const { roster, tasks } = man(c, this.#route, p.path, this.#asking, p.headFirst === true);
    if (this.#asking.missing.length > 0) return;
    const step = this.#opened(p, rule, { ...(roster ? { roster } : {}), ...(rule.kind === 'finish' ? { finishes: c.manifest ?? '' } : {}) });
    const picked = 'pick' in rule && rule.pick !== undefined && rule.pick !== 'offer';
    this.#flow.add(...tasks.map((t) => taskOpened(c, { id: step, path: p.path }, t, picked, this.#means)));
    const nobodyAsked = rule.kind === 'consult' && tasks.length === 0;
    const alreadyHere = rule.kind === 'wait' && rule.for !== undefined && c.arrivals.includes(rule.for);
    if (nobodyAsked || alreadyHere) settle(this.#flow, this.#route, stepById(this.#flow.case, step), 'completed');
  }

  #opened(p: Pending, rule: WorkRule, more: { roster?: CaseStep['roster'] & object; branches?: { name: string; start: string; kept?: string }[]; finishes?: string }): string {
    const { case: c } = this.#flow;
    const step = this.#means.id();
    const derived = derivedOf(this.#dueOf(rule, c), c, this.#means);
    this.#flow.add({ type: 'step.opened', data: { step, path: p.path, kind: rule.kind, round: c.round, cause: p.cause, ...(p.within ? { within: p.within } : {}), ...more }, ...derived });
    if (rule.reaches === 'submitted' && c.programmeState === 'notYetSubmitted') this.#flow.add({ type: 'dossier.reached', data: { state: 'submitted' } });
    return step;
  }
}

/** Otherwise branches that are kept, and a choice that leads back to them, would turn in a circle for ever. */
function someoneActedSince(c: Case, step: CaseStep): boolean {
  return c.tasks.some((t) => t.state === 'done' && t.opened > step.opened) || (c.submission !== null && c.submission.seq > step.opened);
}

/** What stands beside the opening; a step that opens in a pause is due, and its rungs wait until the dossier goes on. */
function derivedOf(deadline: Deadline | null, c: Case, means: Means): { readonly derived?: Derived } {
  if (deadline === null) return {};
  const { dueAt, due, rungs } = deadline;
  return { derived: { ...(dueAt === null ? {} : { dueAt }), ...(due === null ? {} : { due }), ...(c.suspended ? {} : { rungs: rungs.map((r) => ({ id: means.id(), ...r })) }) } };
}

/** What conditions are evaluated over. */
export function valuesOf(c: Case): ConditionValues {
  return { case: c.fields, dossier: { kind: c.kind, round: c.round } };
}
