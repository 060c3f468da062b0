import { isInside, openSteps, openTasks, stepById, type Case, type CaseStep, type Within } from '../case/case.ts';
import { beside, JOIN, workRule, type Route } from '../route/route.ts';
import { regionsAround } from '../route/regions.ts';
import type { Arithmetic } from '../votes/arithmetic.ts';
import type { Flow } from './flow.ts';

export interface Settling {
  /** Full path of where to go instead of the outcome's own edge: a free return. */
  readonly to?: string;
  readonly arithmetic?: Arithmetic;
  /** The returned draft reaches the lead unit's head first. */
  readonly headFirst?: boolean;
}

/** The full path that an outcome leads to, or `join`. A checked route has the edge, so absence is a broken invariant. */
export function edgeOf(route: Route, path: string, outcome: string): string {
  const to = workRule(route, path).next[outcome];
  if (to === undefined) throw new Error(`step ${path} of ${route.route} has no edge for ${outcome}`);
  return beside(path, to);
}

/**
 * Everything that ends when a step settles: its open tasks, the regions that it leaves (WCP-25), and, where it ends a
 * branch, the parallel step once its join is satisfied. What follows is called for and opened by the workflow.
 */
export function settle(flow: Flow, route: Route, step: CaseStep, outcome: string, how: Settling = {}): void {
  closeTasks(flow, step.id);
  const { arithmetic, headFirst } = how;
  const wish = how.to ?? edgeOf(route, step.path, outcome);
  const inner = insideLate(flow.case, step);
  // A branch that goes on after its join (rest: finish) moves the dossier no more: whatever leads out of it, or to another step of it, ends it.
  const ends = inner !== null && (inner.length === 0 || (wish !== JOIN && leaving(flow.case, route, step, wish).left.length >= inner.length));
  const to = ends ? JOIN : wish;
  const target = to === JOIN ? { left: ends ? inner : [], within: null } : leaving(flow.case, route, step, to);
  flow.add({ type: 'step.settled', data: { step: step.id, outcome, to, ...(target.within ? { within: target.within } : {}), ...(headFirst ? { headFirst: true } : {}), ...(arithmetic ? { arithmetic } : {}) } });
  for (const region of target.left) cancelRegion(flow, region);
  const joined = ends ? (inner.at(-1) ?? step) : step;
  if (to === JOIN) joinFrom(flow, route, joined.path, joined.within);
}

/** The open regions around a step that runs in a branch which goes on after its join, from the innermost; null where it runs in no such branch. */
export function insideLate(c: Case, step: CaseStep): readonly CaseStep[] | null {
  const inner: CaseStep[] = [];
  for (let within = step.within; within; within = inner.at(-1)?.within ?? null) {
    const region = stepById(c, within.step);
    if (region.state !== 'open') return inner;
    inner.push(region);
  }
  return null;
}

/** Leaves a step without an outcome: its open tasks, whatever is open inside it, then the step. */
export function cancelStep(flow: Flow, step: CaseStep): void {
  cancelInside(flow, step.id);
  closeTasks(flow, step.id);
  flow.add({ type: 'step.cancelled', data: { step: step.id } });
}

/** Leaves everything that is open. */
export function cancelAll(flow: Flow): void {
  for (const step of [...openSteps(flow.case)].reverse()) if (stepById(flow.case, step.id).state === 'open') cancelStep(flow, step);
}

/** What still runs after its region was settled (rest: finish); it ends when the dossier goes back or ends. */
export function cancelLeftovers(flow: Flow): void {
  const isLeft = (s: CaseStep): boolean => flow.case.steps.some((r) => (r.kind === 'parallel' || r.kind === 'route') && r.state !== 'open' && isInside(flow.case, s, r.id));
  for (const step of openSteps(flow.case).filter(isLeft)) if (stepById(flow.case, step.id).state === 'open') cancelStep(flow, step);
}

/** Where a target stands: the activation and branch that it shares with `step`; undefined on the top level. */
export function withinOf(c: Case, route: Route, step: CaseStep, to: string): Within | undefined {
  return leaving(c, route, step, to).within ?? undefined;
}

function leaving(c: Case, route: Route, step: CaseStep, to: string): { readonly left: readonly CaseStep[]; readonly within: Within | null } {
  const around = regionsAround(route, to);
  const left: CaseStep[] = [];
  for (let within = step.within; within; ) {
    const region = stepById(c, within.step);
    const { branch } = within;
    if (around.some((p) => p.region === region.path && p.branch === branch)) return { left, within };
    left.push(region);
    within = region.within;
  }
  return { left, within: null };
}

function cancelRegion(flow: Flow, region: CaseStep): void {
  if (stepById(flow.case, region.id).state === 'open') cancelStep(flow, region);
}

function cancelInside(flow: Flow, region: string): void {
  for (const s of openSteps(flow.case).filter((o) => isInside(flow.case, o, region))) {
    closeTasks(flow, s.id);
    flow.add({ type: 'step.cancelled', data: { step: s.id } });
  }
}

function closeTasks(flow: Flow, step: string): void {
  flow.add(...openTasks(flow.case, step).map((t) => ({ type: 'task.closed' as const, data: { task: t.id, as: 'cancelled' as const } })));
}

/** The branch in which `path` stands has come to its end; what it stood in goes on once its join is satisfied. */
export function joinFrom(flow: Flow, route: Route, path: string, within: Within | null): void {
  if (within === null) throw new Error(`step ${path} ends no branch`);
  const { step: id, branch } = within;
  flow.add({ type: 'branch.joined', data: { step: id, branch, manifest: flow.case.manifest } });
  settleJoined(flow, route, id);
}

/** Settles a parallel step whose join is satisfied by the branches that have joined (WCP-03, -07, -09, -30). */
export function settleJoined(flow: Flow, route: Route, region: string): void {
  const step = stepById(flow.case, region);
  const rule = workRule(route, step.path);
  if (step.state !== 'open' || rule.kind !== 'parallel') return;
  const chosen = step.branches ?? [];
  const joined = chosen.filter((b) => b.joined).length;
  const wanted = rule.join === 'all' ? chosen.length : Math.min(chosen.length, rule.join === 'any' ? 1 : rule.join.atLeast);
  if (joined < wanted) return;
  if (rule.rest === 'cancel') cancelInside(flow, region);
  settle(flow, route, stepById(flow.case, region), 'completed');
}
