import type { Place } from './regions.ts';
import { beside, JOIN, PATH_SEPARATOR, type Route, type StepRule } from './route.ts';

/** An outcome and the step that it leads to. */
export type Edge = readonly [outcome: string, target: string];

/** The edges of a step as its author wrote them: by outcome; those of a choice by their conditions, the last by `else`. */
export function edgesOf(rule: StepRule): Edge[] {
  if (rule.kind === 'end') return [];
  if (rule.kind === 'choice') return rule.when.map((arm): Edge => ('else' in arm ? ['else', arm.else] : [arm.if, arm.go]));
  return Object.entries(rule.next);
}

/** A step in the whole of a route and its sub-routes. Paths and targets are full; the target `join` stays as it is. */
export interface Node {
  readonly path: string;
  readonly rule: StepRule;
  readonly edges: readonly Edge[];
  /** The branch or sub-route that it stands in. */
  readonly place: Place | null;
  /** The first step of each branch of a parallel, or of the sub-route (branch ''). */
  readonly starts: Readonly<Record<string, string>>;
}

export type Graph = ReadonlyMap<string, Node>;

const graphs = new WeakMap<Route, Graph>();

/** Every step of the route and of its sub-routes by full path; made once for each route object. Sub-routes must not recur. */
export function graphOf(route: Route): Graph {
  const known = graphs.get(route);
  if (known) return known;
  const graph = new Map<string, Node>();
  expand(graph, route, '', null);
  graphs.set(route, graph);
  return graph;
}

function expand(graph: Map<string, Node>, route: Route, prefix: string, outer: Place | null): void {
  const places = placesIn(route, prefix);
  for (const [step, rule] of Object.entries(route.steps)) {
    const path = `${prefix}${step}`;
    const part = rule.kind === 'route' ? partOf(route, rule.route) : undefined;
    const starts = rule.kind === 'parallel' ? Object.entries(rule.branches).map(([branch, { steps }]) => [branch, `${prefix}${steps[0]}`]) : part ? [['', `${path}${PATH_SEPARATOR}${part.start}`]] : [];
    const edges = edgesOf(rule).map(([outcome, target]): Edge => [outcome, beside(path, target)]);
    graph.set(path, { path, rule, edges, place: places.get(step) ?? outer, starts: Object.fromEntries(starts) });
    if (part) expand(graph, part, `${path}${PATH_SEPARATOR}`, { region: path, branch: '' });
  }
}

function partOf(route: Route, name: string): Route | undefined {
  return route.parts && Object.hasOwn(route.parts, name) ? route.parts[name]?.rules : undefined;
}

function placesIn(route: Route, prefix: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [name, rule] of Object.entries(route.steps)) {
    if (rule.kind !== 'parallel') continue;
    for (const [branch, { steps }] of Object.entries(rule.branches)) for (const step of steps) places.set(step, { region: `${prefix}${name}`, branch });
  }
  return places;
}

/** Which steps a walk leaves out and which edges it follows; everything where absent. */
export interface Bounds {
  readonly without?: ReadonlySet<string>;
  readonly follows?: (node: Node, outcome: string) => boolean;
}

/** What a walk met: each step with the one that led to it (null where it began), the branches that joined, the outcomes of regions. */
export interface Walk {
  readonly cameFrom: ReadonlyMap<string, string | null>;
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Every step that can be reached from `from` (one step, or any of several), regions included: a parallel step leads on once enough of its branches can
 * join, a sub-route by the ends that can be reached in it. A walk that begins inside a branch takes the other branches to
 * be at their first step.
 */
export function walk(graph: Graph, from: string | readonly string[], bounds: Bounds = {}): Walk {
  const cameFrom = new Map<string, string | null>();
  const joined = new Map<string, Set<string>>();
  const settled = new Map<string, Set<string>>();
  const open: Node[] = [];
  const enter = (path: string, by: string | null): void => {
    const node = graph.get(path);
    if (!node || cameFrom.has(path) || bounds.without?.has(path)) return;
    cameFrom.set(path, by);
    open.push(node);
  };
  const follow = (node: Node, [outcome, target]: Edge, by: string): void => {
    if (bounds.follows && !bounds.follows(node, outcome)) return;
    if (target === JOIN) join(node);
    else enter(target, by);
  };
  const settle = (region: string, outcome: string, by: string): void => {
    const node = graph.get(region);
    settled.set(region, (settled.get(region) ?? new Set()).add(outcome));
    for (const edge of node?.edges ?? []) if (node && edge[0] === outcome) follow(node, edge, cameFrom.has(region) ? region : by);
  };
  const join = ({ path, place }: Node): void => {
    if (!place || place.branch === '') return;
    joined.set(place.region, (joined.get(place.region) ?? new Set()).add(place.branch));
    completeWhenJoined(place.region, path);
  };
  const completeWhenJoined = (region: string, by: string): void => {
    const rule = graph.get(region)?.rule;
    if (rule && canJoin(rule, joined.get(region) ?? new Set())) settle(region, 'completed', by);
  };

  for (const first of typeof from === 'string' ? [from] : from) {
    enter(first, null);
    for (const start of startsBeside(graph, first)) enter(start, null);
  }
  for (const node of open) {
    const { path, rule, edges, place, starts } = node;
    if (rule.kind === 'end' && place?.branch === '') settle(place.region, rule.status === 'done' ? 'completed' : 'rejected', path);
    for (const start of Object.values(starts)) enter(start, path);
    if (rule.kind === 'parallel') completeWhenJoined(path, path);
    else if (rule.kind !== 'route') for (const edge of edges) follow(node, edge, path);
  }
  return { cameFrom, joined, settled };
}

/** Whether a parallel step can lead on when these branches can join. Conditional branches may not have been chosen. */
function canJoin(rule: StepRule, joined: ReadonlySet<string>): boolean {
  if (rule.kind !== 'parallel') return false;
  const always = Object.entries(rule.branches).filter(([, branch]) => branch.if === undefined);
  const wanted = rule.join === 'all' ? Infinity : rule.join === 'any' ? 1 : rule.join.atLeast;
  return joined.size >= wanted || always.every(([branch]) => joined.has(branch));
}

/** The first steps of the branches beside the one that a step stands in, from the innermost region to the outermost. */
function startsBeside(graph: Graph, path: string): string[] {
  const starts: string[] = [];
  for (let place = graph.get(path)?.place; place; place = graph.get(place.region)?.place) {
    const own = place.branch;
    starts.push(...Object.entries(graph.get(place.region)?.starts ?? {}).filter(([branch]) => branch !== own).map(([, start]) => start));
  }
  return starts;
}

/** The steps by which a walk came to `target`, from where it began; empty where it did not. */
export function wayTo({ cameFrom }: Walk, target: string): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = cameFrom.has(target) ? target : null; at != null; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
