import { graphOf, walk, wayTo, type Graph, type Node } from '../graph.ts';
import type { Route } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Steps that nobody comes to, steps from which nothing ends, branches that never join. Those of sub-routes were checked with them. */
export function pathFaults(route: Route): RouteFault[] {
  const graph = graphOf(route);
  const fromStart = walk(graph, route.start);
  return Object.entries(route.steps).flatMap(([step, rule]) => {
    if (!fromStart.cameFrom.has(step)) return [{ code: 'unreachable' as const, path: ['steps', step], vi: `Không có đường nào đi tới bước “${step}”.`, en: `No path leads to step “${step}”.` }];
    const onward = walk(graph, step);
    const faults: RouteFault[] = [];
    if (![...onward.cameFrom.keys()].some((path) => isEnd(graph, path))) {
      faults.push({ code: 'deadEnd', path: ['steps', step], vi: `Từ bước “${step}” không có đường nào tới kết thúc.`, en: `No path leads from step “${step}” to an end.`, way: wayTo(fromStart, step) });
    }
    if (rule.kind === 'parallel') {
      for (const branch of Object.keys(rule.branches).filter((one) => !onward.joined.get(step)?.has(one))) {
        faults.push({ ...atStep('branchNeverJoins', step, `có nhánh “${branch}” không bao giờ tới join`, `has a branch “${branch}” that never reaches join`, 'branches', branch), way: wayTo(fromStart, step) });
      }
    }
    return faults;
  });
}

/** The dossier ends only where a step on the top level does; an end in a sub-route leads on. */
function isEnd(graph: Graph, path: string): boolean {
  const node = graph.get(path);
  return node?.rule.kind === 'end' && node.place === null;
}

/** A cycle that time or the engine walks without a person: it would turn for ever. */
export function cycleFaults(route: Route): RouteFault[] {
  const graph = graphOf(route);
  const fromStart = walk(graph, route.start);
  const cycle = findCycle(graph, fromStart.cameFrom.keys());
  const first = cycle?.[0];
  if (!cycle || first === undefined) return [];
  const named = cycle.join(' → ');
  const [step = first] = first.split('/');
  return [{ code: 'selfRunningCycle', path: ['steps', step], vi: `Bước “${first}” nằm trong một chu trình tự chạy, không cần ai làm gì: ${named}. Cần một bước có người xử lý ở giữa.`, en: `Step “${first}” stands in a cycle that runs by itself, without anybody: ${named}. Put a step in between in which somebody acts.`, way: [...wayTo(fromStart, first), ...cycle.slice(1)] }];
}

/** Whether the outcome comes about by time or by the engine. A consultation closes by itself when it is due, and at once where there is nobody to ask. */
function runsItself({ rule }: Node, outcome: string): boolean {
  switch (rule.kind) {
    case 'choice': case 'consult': case 'notify': case 'webhook': case 'wait': case 'parallel': case 'route': return true;
    case 'draft': case 'review': case 'appraise': case 'approve': case 'vote': case 'finish': case 'sign': case 'issue': case 'track': case 'end': return outcome === 'lapsed';
  }
}

/** A cycle of edges that run by themselves among the steps reached, its first step again at its end. */
function findCycle(graph: Graph, reached: Iterable<string>): string[] | null {
  const done = new Set<string>();
  const line: string[] = [];
  const visit = (path: string): string[] | null => {
    if (line.includes(path)) return [...line.slice(line.indexOf(path)), path];
    if (done.has(path)) return null;
    line.push(path);
    for (const next of nextByItself(graph, path)) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    line.pop();
    done.add(path);
    return null;
  };
  for (const path of reached) {
    const cycle = visit(path);
    if (cycle) return cycle;
  }
  return null;
}

/** Where a step leads by itself: into its branches or its sub-route, and past them where they can be passed without anybody. */
function nextByItself(graph: Graph, path: string): string[] {
  const node = graph.get(path);
  if (!node) return [];
  const follows = node.rule.kind === 'parallel' || node.rule.kind === 'route' ? walk(graph, path, { follows: runsItself }).settled.get(path) : undefined;
  const isRegion = node.rule.kind === 'parallel' || node.rule.kind === 'route';
  const edges = node.edges.filter(([outcome]) => (isRegion ? follows?.has(outcome) : runsItself(node, outcome)));
  return [...Object.values(node.starts), ...edges.map(([, target]) => target)].filter((target) => graph.has(target));
}
