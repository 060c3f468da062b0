import type { Bus, Channels } from './channels.ts';
import type { Columns } from './columns.ts';
import { type LayoutEdge, type LayoutNode, type Plan, sure } from './drawing.ts';
import type { Rows, Span } from './rows.ts';

/** Room that a line which leaves on the right side needs above itself, for its words. */
const roomAbove = (edge: LayoutEdge): number => Math.max(18, (edge.label?.height ?? 0) + 8, (edge.rim ?? 0) * 2 + 6);

/** Where lines leave and reach the shapes, before it is known how wide the picture becomes. */
export interface Ports {
  /** Height at which the line leaves on the right side; absent where it leaves at the top. */
  readonly out: ReadonlyMap<string, number>;
  /** Lines that leave at the top, by shape, gathered by their way. */
  readonly up: ReadonlyMap<string, readonly Bus[]>;
  /** Ways that reach their shape from above. */
  readonly fromAbove: ReadonlySet<string>;
  /** Height of the way above a lane. */
  wayBack(bus: Bus): number;
  /** Height at which a line reaches its end on the left side. */
  inAt(edge: LayoutEdge): number;
}

export function portsOf(plan: Plan, columns: Columns, rows: Rows, channels: Channels, wayBack: (bus: Bus) => number): Ports {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const column = (id: string): number => sure(columns.of.get(id));
  const middle = (id: string): number => sure(rows.middle.get(id));
  const extent = (node: LayoutNode): [number, number] => {
    const bar = node.outline === 'bar' ? rows.bars.get(node.id) : undefined;
    return bar ? [bar.top, bar.bottom] : [middle(node.id) - node.height / 2, middle(node.id) + node.height / 2];
  };
  /** Nothing stands between a shape's top and a height above it. */
  const isClear = (id: string, height: number): boolean =>
    plan.nodes.every((other) => other.id === id || column(other.id) !== column(id) || extent(other)[0] > middle(id) || extent(other)[1] < height);
  const busOf = new Map([...channels.back, ...channels.long].flatMap((bus) => bus.edges.map((edge) => [edge.id, bus] as const)));

  const up = new Map<string, Bus[]>();
  const fromAbove = new Set<string>();
  for (const bus of channels.back) {
    const leaves = new Set(bus.edges.map((edge) => edge.from));
    for (const id of leaves) {
      if (sure(nodes.get(id)).outline !== 'bar' && isClear(id, wayBack(bus))) up.set(id, [...(up.get(id) ?? []), bus]);
    }
    const isCrowded = sure(nodes.get(bus.to)).outline === 'gem' && channels.back.some((other) => other.edges.some((edge) => edge.from === bus.to));
    if (sure(nodes.get(bus.to)).outline !== 'bar' && !isCrowded && isClear(bus.to, wayBack(bus))) fromAbove.add(bus.id);
  }
  const leavesUp = (edge: LayoutEdge): boolean => up.get(edge.from)?.some((bus) => bus.edges.includes(edge)) ?? false;

  const wayOf = (edge: LayoutEdge): number | undefined => {
    const bus = busOf.get(edge.id);
    if (!bus) return undefined;
    return columns.back.has(edge.id) ? wayBack(bus) : sure(rows.ways.get(bus.id));
  };
  const clamp = (node: LayoutNode, y: number): number => {
    const [top, bottom] = extent(node);
    return Math.min(Math.max(y, top + 4), bottom - 4);
  };
  const out = new Map<string, number>();
  /** Where a line wants to go, which orders the lines that leave one shape. */
  const target = (edge: LayoutEdge): number => {
    const to = sure(nodes.get(edge.to));
    return wayOf(edge) ?? (to.outline === 'bar' ? clamp(to, middle(edge.from)) : middle(edge.to));
  };
  for (const node of plan.nodes) {
    const edges = plan.edges.filter((edge) => edge.from === node.id && !leavesUp(edge)).sort((a, b) => target(a) - target(b));
    if (node.outline === 'bar') edges.forEach((edge) => out.set(edge.id, clamp(node, target(edge))));
    else spread(node, middle(node.id), edges.map((edge) => ({ target: target(edge), room: roomAbove(edge) }))).forEach((y, i) => out.set(sure(edges[i]).id, y));
  }
  const inAt = (edge: LayoutEdge): number => {
    const to = sure(nodes.get(edge.to));
    return to.outline === 'bar' ? clamp(to, wayOf(edge) ?? sure(out.get(edge.id))) : middle(edge.to);
  };
  return { out, up, fromAbove, wayBack, inAt };
}

/** Heights of the lines that leave a shape, in order: the one that can run straight does, if the others find room beside it. */
function spread(node: LayoutNode, middle: number, lines: readonly { target: number; room: number }[]): number[] {
  let sum = 0;
  const steps = lines.map((line, i) => (sum += i === 0 ? 0 : line.room));
  const straight = lines.findIndex((line) => Math.abs(line.target - middle) < 1);
  const axis = straight >= 0 ? steps[straight] ?? 0 : sum / 2;
  const room = node.outline === 'gem' ? Number.POSITIVE_INFINITY : node.height / 2 - 7;
  const shift = axis > room ? axis - room : Math.min(0, room - (sum - axis));
  return steps.map((step) => middle + step - axis + shift);
}

/** The height of a shape from which these lines leave on the right: all find room with their words. */
export function heightFor(node: LayoutNode, edges: readonly LayoutEdge[]): number {
  if (node.outline !== 'box' || edges.length < 2) return node.height;
  return Math.max(node.height, edges.slice(1).reduce((sum, edge) => sum + roomAbove(edge), 0) * (edges.length > 2 ? 1.5 : 2) + 16);
}

/** Words of a line that leaves a small gem at its top stand clear of those of a line that leaves it on the right. */
export const lift = (shape: { readonly height: number }): number => Math.max(0, 20 - shape.height / 2);

/** What a shape takes above and below its middle: itself, words of lines that leave at its top or stand under it, lines that leave a gem beside it. */
export function roomOf(node: LayoutNode, edges: readonly LayoutEdge[], back: ReadonlySet<string>): Span {
  const words = edges.filter((edge) => back.has(edge.id)).map((edge) => (edge.label?.height ?? 0) + 4 + (edge.rim ?? 0));
  const above = words.length === 0 ? 0 : words.reduce((sum, height) => sum + height, 6 + lift(node));
  const lines = edges.map(roomAbove).sort((a, b) => a - b).slice(1);
  const beside = node.outline === 'gem' ? lines.reduce((sum, room) => sum + room, 0) : 0;
  return { top: -Math.max(node.height / 2 + above, beside), bottom: Math.max(node.height / 2 + (node.foot ?? 0), beside) };
}
