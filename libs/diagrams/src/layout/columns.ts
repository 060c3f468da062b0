import { type LayoutEdge, type Plan, sure } from './drawing.ts';

/** The order from left to right: each shape's column, and the lines that lead back (or nowhere forward). */
export interface Columns {
  readonly of: ReadonlyMap<string, number>;
  readonly back: ReadonlySet<string>;
  readonly count: number;
}

/** Edges that keep a region's shapes between its entry and its exit. */
function framing(plan: Plan): LayoutEdge[] {
  const parents = new Map(plan.regions.flatMap((region) => region.lanes.map((lane) => [lane, region] as const)));
  const gates = new Map(plan.regions.flatMap((r) => [[r.entry, r.lane] as const, [r.exit, r.lane] as const]));
  const hold = (id: string, lane: string): LayoutEdge[] => {
    const region = parents.get(lane);
    return region ? [{ id: `<${id}`, from: region.entry, to: id }, { id: `>${id}`, from: id, to: region.exit }] : [];
  };
  return [
    ...plan.regions.map((r) => ({ id: `=${r.id}`, from: r.entry, to: r.exit })),
    ...plan.nodes.flatMap((node) => hold(node.id, gates.get(node.id) ?? node.lane)),
  ];
}

/**
 * Puts each shape into a column, so that every line leads to the right except those that go back. Strong lines decide the
 * order; a weak line leads forward only where nothing leads the other way.
 */
export function columnsOf(plan: Plan): Columns {
  const next = new Map<string, string[]>(plan.nodes.map((node) => [node.id, []]));
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    const queue = [from];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === to) return true;
      const ahead = sure(next.get(at)).filter((other) => !seen.has(other));
      for (const other of ahead) seen.add(other);
      queue.push(...ahead);
    }
    return false;
  };
  const back = new Set<string>();
  const add = (edge: LayoutEdge): void => {
    if (edge.from === edge.to || reaches(edge.to, edge.from)) back.add(edge.id);
    else sure(next.get(edge.from)).push(edge.to);
  };
  framing(plan).forEach(add);
  inWalkingOrder(plan).forEach(add);
  const of = longestPaths(plan, next);
  return { of, back, count: Math.max(0, ...of.values()) + 1 };
}

/**
 * All lines in the order in which somebody who walks from the start meets them: strong lines first, a weak one where nothing
 * else leads to its end, then those that close a circle, then the other weak ones.
 */
function inWalkingOrder(plan: Plan): LayoutEdge[] {
  const out = new Map<string, LayoutEdge[]>(plan.nodes.map((node) => [node.id, []]));
  for (const edge of plan.edges) if (!edge.weak) sure(out.get(edge.from)).push(edge);
  const state = new Map<string, 'open' | 'left'>();
  const forward: LayoutEdge[] = [];
  const closing: LayoutEdge[] = [];
  const walk = (id: string): void => {
    state.set(id, 'open');
    for (const edge of sure(out.get(id))) {
      if (state.get(edge.to) === 'open') closing.push(edge);
      else forward.push(edge);
      if (!state.has(edge.to)) walk(edge.to);
    }
    state.set(id, 'left');
  };
  const weak = plan.edges.filter((edge) => edge.weak);
  for (const node of plan.nodes) {
    if (!state.has(node.id)) walk(node.id);
    for (let way = leadsOn(); way; way = leadsOn()) {
      forward.push(way);
      walk(way.to);
    }
  }
  return [...forward, ...closing, ...weak.filter((edge) => !forward.includes(edge))];

  function leadsOn(): LayoutEdge | undefined {
    return weak.find((edge) => state.has(edge.from) && !state.has(edge.to));
  }
}

function longestPaths(plan: Plan, next: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const waiting = new Map<string, number>(plan.nodes.map((node) => [node.id, 0]));
  for (const targets of next.values()) for (const to of targets) waiting.set(to, sure(waiting.get(to)) + 1);
  const column = new Map<string, number>();
  const ready = plan.nodes.filter((node) => waiting.get(node.id) === 0).map((node) => node.id);
  ready.forEach((id) => column.set(id, 0));
  for (let at = ready.shift(); at !== undefined; at = ready.shift()) {
    for (const to of sure(next.get(at))) {
      column.set(to, Math.max(column.get(to) ?? 0, sure(column.get(at)) + 1));
      waiting.set(to, sure(waiting.get(to)) - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  }
  return column;
}
