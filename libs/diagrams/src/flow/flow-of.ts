import { JOIN, type Route, type RuleOf, type StepRule } from '@totrinh/domain';
import { exitOf, START, type Flow, type FlowLine, type FlowRegion, type FlowShape } from './flow.ts';

/** Deeper sub-routes are drawn closed; publishing refuses recursion, but a draft may be drawn before it is checked. */
const DEEPEST = 6;

/**
 * The flow of a route with every branch and, where the route brings its parts, every sub-route opened.
 * Edges to steps that do not exist are left out, so that a draft can be drawn before it is whole.
 */
export function flowOf(route: Route): Flow {
  const shapes: FlowShape[] = [{ id: START, type: 'start', lane: '' }];
  const lines: FlowLine[] = [];
  const regions: FlowRegion[] = [];
  const line = (from: string, to: string, more: Omit<FlowLine, 'id' | 'from' | 'to'> = {}): void => {
    lines.push({ id: `${lines.length}`, from, to, ...more });
  };

  const open = (part: Route, prefix: string, around: string, exit: string | null, depth: number): void => {
    const has = (name: string): boolean => Object.hasOwn(part.steps, name);
    const branchOf = branches(part);
    const names = inReadingOrder(part);
    for (const name of names) {
      const rule = part.steps[name];
      if (!rule) continue;
      const path = `${prefix}${name}`;
      const branch = branchOf.get(name);
      const lane = branch ? laneId(`${prefix}${branch.region}`, branch.name) : around;
      shapes.push({ id: path, type: 'step', lane, name, rule, part });
      const to = (target: string): string | null => (target === JOIN && branch ? exitOf(`${prefix}${branch.region}`) : has(target) ? `${prefix}${target}` : null);
      const sub = rule.kind === 'route' && depth < DEEPEST ? part.parts?.[rule.route]?.rules : undefined;
      const isRegion = rule.kind === 'parallel' || sub !== undefined;
      for (const way of waysOf(rule)) {
        const end = to(way.go);
        if (end !== null) line(isRegion ? exitOf(path) : path, end, { ...way.line, rule, path });
      }
      if (rule.kind === 'end' && exit !== null) line(path, exit);
      if (!isRegion) continue;
      const inner = rule.kind === 'parallel' ? Object.entries(rule.branches) : [['', {}] as const];
      regions.push({ step: path, exit: exitOf(path), lane, rule, part, name, lanes: inner.map(([key, b]) => ({ id: laneId(path, key), branch: key, ...('if' in b && b.if !== undefined ? { condition: b.if } : {}) })) });
      shapes.push({ id: exitOf(path), type: 'exit', lane, step: path, rule });
      if (rule.kind === 'parallel') openBranches(rule, path, prefix, has);
      if (sub) {
        if (Object.hasOwn(sub.steps, sub.start)) line(path, `${path}/${sub.start}`);
        open(sub, `${path}/`, laneId(path, ''), exitOf(path), depth + 1);
      }
    }
  };
  const openBranches = (rule: RuleOf<'parallel'>, path: string, prefix: string, has: (name: string) => boolean): void => {
    for (const [name, branch] of Object.entries(rule.branches)) {
      const first = branch.steps[0];
      if (first !== undefined && has(first)) line(path, `${prefix}${first}`, { branch: name, ...(branch.if === undefined ? {} : { condition: branch.if }) });
    }
  };

  if (Object.hasOwn(route.steps, route.start)) line(START, route.start);
  open(route, '', '', null, 0);
  return { shapes, lines, regions };
}

const laneId = (path: string, branch: string): string => `${path}·${branch}`;

/** The branch of each step that stands in one; the first that names it, as the rules read it. */
function branches(part: Route): Map<string, { region: string; name: string }> {
  const of = new Map<string, { region: string; name: string }>();
  for (const [region, rule] of Object.entries(part.steps)) {
    if (rule.kind !== 'parallel') continue;
    for (const [name, branch] of Object.entries(rule.branches)) for (const step of branch.steps) if (!of.has(step) && step !== region) of.set(step, { region, name });
  }
  return of;
}

/** The start first, the others as they are written. */
const inReadingOrder = (part: Route): string[] => {
  const names = Object.keys(part.steps);
  return [...names.filter((name) => name === part.start), ...names.filter((name) => name !== part.start)];
};

/** The ways out of a step, as its rule writes them. */
function waysOf(rule: StepRule): { go: string; line: Pick<FlowLine, 'outcome' | 'condition' | 'isElse' | 'arm'> }[] {
  if (rule.kind === 'end') return [];
  if (rule.kind === 'choice') return rule.when.map((arm, i) => ('else' in arm ? { go: arm.else, line: { isElse: true, arm: i } } : { go: arm.go, line: { condition: arm.if, arm: i } }));
  return Object.entries(rule.next).map(([outcome, go]) => ({ go, line: { outcome } }));
}
