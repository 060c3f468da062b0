import type { Bus, Channels } from './channels.ts';
import { TRACK } from './channels.ts';
import type { Columns } from './columns.ts';
import { type LayoutEdge, type LayoutNode, type LayoutRegion, type Plan, sure } from './drawing.ts';
import type { LaneTree } from './lane-tree.ts';

/** Gap between two things one below the other. */
const ROW_GAP = 24;
const FRAME = 14;

/** Top and bottom of something, from the axis of the lane that it stands in. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** Heights, from the axis of the whole picture: middles of the shapes, shared ways, bars, frames and lanes. */
export interface Rows {
  readonly middle: ReadonlyMap<string, number>;
  readonly bars: ReadonlyMap<string, Span>;
  readonly frames: ReadonlyMap<string, Span>;
  readonly lanes: ReadonlyMap<string, Span>;
  /** Height of a long way. */
  readonly ways: ReadonlyMap<string, number>;
}

interface Item extends Span {
  readonly from: number;
  readonly until: number;
  readonly put: (y: number) => void;
}
interface Placed extends Item {
  readonly y: number;
}

/**
 * Gives every shape, way and frame its height: the usual way of a lane runs straight, everything else finds room beside it.
 * `roomOf` is what a shape takes above and below its middle, with its words and the lines that leave it.
 */
export function rowsOf(plan: Plan, tree: LaneTree, columns: Columns, channels: Channels, roomOf: (node: LayoutNode) => Span): Rows {
  const rows = { middle: new Map<string, number>(), bars: new Map<string, Span>(), frames: new Map<string, Span>(), lanes: new Map<string, Span>(), ways: new Map<string, number>() };
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const column = (id: string): number => sure(columns.of.get(id));
  /** Shapes that stand right behind another one, by it. */
  const behind = new Map(plan.edges.filter((edge) => edge.tight).map((edge) => [edge.from, sure(nodes.get(edge.to))] as const));
  const leader = new Map([...behind].map(([id, node]) => [node.id, id]));
  const isGate = (id: string): boolean => tree.gateOf.has(id);

  /** A lane's content; what it puts is relative to the lane's axis until `place` is called. */
  const layLane = (lane: string): Span & { place: (y: number) => void } => {
    const placed: Placed[] = [];
    const regions = plan.regions.filter((region) => region.lane === lane);
    const single = plan.nodes.filter((node) => node.lane === lane && !isGate(node.id) && !leader.has(node.id));
    const items = new Map<string, Item>([
      ...single.map((node) => [node.id, nodeItem(node)] as const),
      ...regions.map((region) => [region.id, regionItem(region)] as const),
    ]);
    const holder = (name: string): string | undefined => {
      const id = leader.get(name) ?? name;
      if (items.has(id)) return id;
      const gate = tree.gateOf.get(id);
      if (gate?.lane === lane) return gate.id;
      const inner = tree.chain(sure(tree.laneOf.get(id))).find((l) => tree.regionOf(l)?.lane === lane);
      return inner === undefined ? undefined : tree.regionOf(inner)?.id;
    };
    const heights = new Map<string, number>();
    const settle = (key: string, item: Item, wanted: number): void => {
      const y = nearestRoom(placed, item, wanted);
      placed.push({ ...item, y });
      heights.set(key, y);
    };
    const forward = plan.edges.filter((edge) => !columns.back.has(edge.id) && holder(edge.from) !== undefined && holder(edge.to) !== undefined && holder(edge.from) !== holder(edge.to));
    const straight = usualWay([...items.keys()], items, forward, (id) => sure(holder(id)));
    for (const { key, edge } of straight) {
      settle(key, sure(items.get(key)), 0);
      const bus = edge && channels.long.find((way) => way.lane === lane && way.edges.includes(edge));
      if (bus && !heights.has(bus.id)) settle(bus.id, wayItem(bus), 0);
    }
    for (const [key, item] of [...items].sort((a, b) => a[1].from - b[1].from)) {
      if (heights.has(key)) continue;
      const sources = forward.filter((edge) => holder(edge.to) === key).map((edge) => heights.get(sure(holder(edge.from)))).filter((y) => y !== undefined);
      settle(key, item, sources[0] ?? 0);
    }
    for (const bus of channels.long.filter((way) => way.lane === lane && !heights.has(way.id)).sort((a, b) => a.until - a.from - (b.until - b.from))) {
      settle(bus.id, wayItem(bus), heights.get(holder(bus.to) ?? '') ?? 0);
    }
    const roof = (channels.tracks.get(lane) ?? 0) * TRACK;
    const top = Math.min(0, ...placed.map((p) => p.y + p.top)) - (roof > 0 ? roof + 10 : 0);
    const bottom = Math.max(0, ...placed.map((p) => p.y + p.bottom));
    return {
      top,
      bottom,
      place: (y) => {
        rows.lanes.set(lane, { top: y + top, bottom: y + bottom });
        for (const one of placed) one.put(y + one.y);
      },
    };
  };

  const nodeItem = (node: LayoutNode): Item => {
    const follower = behind.get(node.id);
    const members = follower ? [node, follower] : [node];
    return {
      from: column(node.id), until: column(follower?.id ?? node.id),
      top: Math.min(...members.map((one) => roomOf(one).top)), bottom: Math.max(...members.map((one) => roomOf(one).bottom)),
      put: (y) => members.forEach((one) => rows.middle.set(one.id, y)),
    };
  };
  const wayItem = (bus: Bus): Item => ({ from: bus.from + 1, until: bus.until - 1, top: -6, bottom: 6, put: (y) => rows.ways.set(bus.id, y) });
  const regionItem = (region: LayoutRegion): Item => {
    const lanes = region.lanes.map((lane) => ({ lane, ...layLane(lane) }));
    let at = region.head;
    const axes = lanes.map((lane) => {
      const axis = at + region.laneHead - lane.top;
      at = axis + lane.bottom + ROW_GAP;
      return axis;
    });
    const gates = [region.entry, region.exit].map((id) => sure(nodes.get(id)));
    const first = axes[0] ?? region.head + 20;
    const last = axes.at(-1) ?? first;
    const axis = (first + last) / 2;
    const top = Math.min(0, ...gates.map((gate) => axis + roomOf(gate).top - 4)) - axis;
    const bottom = Math.max(at - ROW_GAP, ...gates.map((gate) => axis + roomOf(gate).bottom)) + FRAME - axis;
    return {
      from: column(region.entry), until: column(region.exit), top, bottom,
      put: (y) => {
        lanes.forEach((lane, i) => lane.place(y - axis + sure(axes[i])));
        for (const gate of gates) {
          rows.middle.set(gate.id, y);
          rows.bars.set(gate.id, { top: y - axis + first - 22, bottom: y - axis + last + 22 });
        }
        rows.frames.set(region.id, { top: y + top, bottom: y + bottom });
      },
    };
  };

  layLane('').place(0);
  return rows;
}

/** The nearest height at which nothing that is placed is touched; below rather than above. */
function nearestRoom(placed: readonly Placed[], item: Item, wanted: number): number {
  const near = placed.filter((other) => other.from <= item.until && item.from <= other.until);
  const free = (y: number): boolean => near.every((other) => y + item.top >= other.y + other.bottom + ROW_GAP || y + item.bottom + ROW_GAP <= other.y + other.top);
  const below = near.map((other) => other.y + other.bottom + ROW_GAP - item.top);
  const above = near.map((other) => other.y + other.top - ROW_GAP - item.bottom);
  const cost = (y: number): number => Math.abs(y - wanted) + (y < wanted ? 40 : 0);
  return [wanted, ...below, ...above].filter(free).sort((a, b) => cost(a) - cost(b))[0] ?? wanted;
}

/** The way that most dossiers take: from the first shape always along the first line that leads on. */
function usualWay(keys: readonly string[], items: ReadonlyMap<string, Item>, forward: readonly LayoutEdge[], holder: (id: string) => string): { key: string; edge?: LayoutEdge }[] {
  const far = new Map<string, number>();
  const reach = (key: string): number => {
    const known = far.get(key);
    if (known !== undefined) return known;
    far.set(key, 0);
    const ends = forward.filter((edge) => holder(edge.from) === key && !edge.weak).map((edge) => reach(holder(edge.to)));
    const end = Math.max(sure(items.get(key)).until, ...ends);
    far.set(key, end);
    return end;
  };
  const way: { key: string; edge?: LayoutEdge }[] = [];
  const first = [...keys].sort((a, b) => sure(items.get(a)).from - sure(items.get(b)).from)[0];
  for (let key = first; key !== undefined; ) {
    const ways = forward.filter((edge) => holder(edge.from) === key && !way.some((step) => step.key === holder(edge.to)));
    const best = Math.max(...ways.filter((edge) => !edge.weak).map((edge) => reach(holder(edge.to))));
    const edge = ways.find((one) => !one.weak && reach(holder(one.to)) === best) ?? ways[0];
    way.push(edge ? { key, edge } : { key });
    key = edge && holder(edge.to);
  }
  return way;
}
