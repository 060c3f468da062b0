import type { BpmnFault } from '../answer.ts';
import { nameOf } from '../element-parts.ts';
import { FORKS, type ForeignFlow, type ForeignGraph, type ForeignNode } from './graph.ts';

/** A gateway that parts, the one at which its branches meet, and the nodes of each branch, the first one first. */
export interface Fork {
  readonly join: ForeignNode;
  readonly branches: readonly { readonly flow: ForeignFlow; readonly nodes: readonly string[] }[];
}

export interface Ways {
  /** Where a flow leads, past gateways that only gather flows; null where nothing but gateways stands there. */
  goal(flow: ForeignFlow): ForeignNode | null;
  /** Ways out of a node: its flows, and for a fork what comes after its branches have met; ends of timers that stop the task. */
  onward(node: ForeignNode): readonly ForeignFlow[];
  readonly forks: ReadonlyMap<string, Fork>;
  isJoin(node: ForeignNode): boolean;
  reaches(from: string, to: string): boolean;
}

export const isFork = (node: ForeignNode): boolean => FORKS.has(node.type) && node.out.length > 1;

/** Pairs every fork with its join and follows flows past gateways that decide nothing. */
export function waysOf(graph: ForeignGraph, faults: BpmnFault[]): Ways {
  const isJoin = (node: ForeignNode): boolean => FORKS.has(node.type) && node.out.length === 1 && node.in.length > 1;
  const passes = (node: ForeignNode): boolean => node.type.endsWith('Gateway') && node.out.length === 1 && !isJoin(node);
  const goal = (flow: ForeignFlow): ForeignNode | null => {
    const seen = new Set<string>();
    for (let at = graph.nodes.get(flow.to); at && !seen.has(at.id); at = graph.nodes.get(at.out[0]?.to ?? '')) {
      if (!passes(at)) return at;
      seen.add(at.id);
    }
    return null;
  };
  const allOut = (node: ForeignNode): ForeignFlow[] => [...node.out, ...node.timers.filter((timer) => timer.ends).flatMap((timer) => timer.out)];
  const walk = (from: readonly string[], stop?: string): Set<string> => {
    const seen = new Set(from);
    const queue = [...from];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const node = graph.nodes.get(at);
      if (!node || at === stop) continue;
      const ahead = allOut(node).map((flow) => flow.to).filter((id) => !seen.has(id));
      for (const id of ahead) seen.add(id);
      queue.push(...ahead);
    }
    return seen;
  };
  const forks = new Map<string, Fork>();
  const fault = (node: ForeignNode, vi: string, en: string): void => void faults.push({ element: nameOf(node.element), vi, en });

  const match = (fork: ForeignNode, above: readonly string[]): Fork | null => {
    const known = forks.get(fork.id);
    if (known) return known;
    if (above.includes(fork.id)) return null;
    const before = walk([graph.start.id], fork.id);
    const joins = new Set<ForeignNode>();
    const inside = (flow: ForeignFlow): string[] => {
      const nodes: string[] = [];
      const queue = [flow];
      for (let way = queue.shift(); way; way = queue.shift()) {
        const node = goal(way);
        if (!node || node.type === 'EndEvent' || nodes.includes(node.id) || (before.has(node.id) && !isJoin(node))) continue;
        if (isJoin(node)) joins.add(node);
        else {
          nodes.push(node.id);
          const inner = isFork(node) ? match(node, [...above, fork.id]) : null;
          queue.push(...(inner ? inner.join.out : allOut(node)));
        }
      }
      return nodes;
    };
    const branches = fork.out.map((flow) => ({ flow, nodes: inside(flow) }));
    const [join, ...others] = joins;
    const all = branches.flatMap((branch) => branch.nodes);
    if (!join || others.length > 0 || new Set(all).size !== all.length) {
      fault(fork, 'Các nhánh không gặp lại nhau ở đúng một cổng.', 'The branches do not meet again at exactly one gateway.');
      return null;
    }
    for (const branch of branches.filter((one) => one.nodes.length === 0)) fault(fork, `Nhánh ${branch.flow.id} không có bước nào.`, `Branch ${branch.flow.id} has no step.`);
    forks.set(fork.id, { join, branches });
    return { join, branches };
  };
  for (const node of graph.nodes.values()) if (isFork(node)) match(node, []);
  const onward = (node: ForeignNode): readonly ForeignFlow[] => (isFork(node) ? forks.get(node.id)?.join.out ?? [] : allOut(node));
  return { goal, onward, forks, isJoin, reaches: (from, to) => walk([from]).has(to) };
}
