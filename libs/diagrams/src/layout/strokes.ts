import type { Bus, Channels } from './channels.ts';
import type { Columns } from './columns.ts';
import { type Box, type LayoutEdge, type Line, type Plan, type Point, sure } from './drawing.ts';
import type { Upright } from './gutters.ts';
import { lift, type Ports } from './ports.ts';
import type { Rows } from './rows.ts';

/** What is known of the picture's widths when the lines are drawn. */
interface Widths {
  /** Where an upright stands in the gap right of a column. */
  slot(gap: number, key: string): number;
  right(column: number): number;
  readonly top: number;
}

export interface Strokes {
  readonly uprights: readonly (Upright & { readonly gap: number })[];
  draw(edge: LayoutEdge, boxes: ReadonlyMap<string, Box>, widths: Widths): Line;
}

/** A line as turns: from its port along uprights (by gap and key) and ways. */
interface Course {
  /** Gap and key of the first upright, and the height that it leads to; none for a straight line or one that leaves at the top. */
  readonly first?: { readonly gap: number; readonly key: string };
  readonly way?: number;
  readonly last?: { readonly gap: number; readonly key: string };
}

/** Plans the course of every line; `draw` follows it once the widths are known. */
export function strokesOf(plan: Plan, columns: Columns, channels: Channels, rows: Rows, ports: Ports): Strokes {
  const uprights = new Map<string, Upright & { gap: number }>();
  const stand = (gap: number, key: string, left: number, right: number): { gap: number; key: string } => {
    const id = `${gap} ${key}`;
    const one = uprights.get(id) ?? { gap, key, left: [], right: [] };
    one.left.push(left);
    one.right.push(right);
    uprights.set(id, one);
    return { gap, key };
  };
  const column = (id: string): number => sure(columns.of.get(id));
  const longOf = new Map(channels.long.flatMap((bus) => bus.edges.map((edge) => [edge.id, bus] as const)));
  const backOf = new Map(channels.back.flatMap((bus) => bus.edges.map((edge) => [edge.id, bus] as const)));

  const onward = (edge: LayoutEdge): Course => {
    const out = sure(ports.out.get(edge.id));
    const long = longOf.get(edge.id);
    if (!long) return { last: stand(column(edge.from), `to ${edge.to}`, out, ports.inAt(edge)) };
    const way = sure(rows.ways.get(long.id));
    return { first: stand(column(edge.from), `on ${long.id}`, out, way), way, last: stand(column(edge.to) - 1, `to ${edge.to}`, way, ports.inAt(edge)) };
  };
  const homeward = (edge: LayoutEdge, bus: Bus): Course => {
    const way = ports.wayBack(bus);
    const out = ports.out.get(edge.id);
    return {
      way,
      ...(out === undefined ? {} : { first: stand(column(edge.from), `up ${bus.id}`, out, way) }),
      ...(ports.fromAbove.has(bus.id) ? {} : { last: stand(column(edge.to) - 1, `down ${bus.id}`, way, ports.inAt(edge)) }),
    };
  };
  const courses = new Map<string, Course>();
  for (const edge of plan.edges) {
    const bus = backOf.get(edge.id);
    courses.set(edge.id, bus ? homeward(edge, bus) : onward(edge));
  }

  const draw: Strokes['draw'] = (edge, boxes, widths) => {
    const course = sure(courses.get(edge.id));
    const from = sure(boxes.get(edge.from));
    const to = sure(boxes.get(edge.to));
    const back = backOf.get(edge.id);
    const out = ports.out.get(edge.id);
    const points: Point[] = [];
    let label: Point | undefined;
    const down = (y: number): number => y - widths.top;
    if (out === undefined) {
      const up = topPort(plan, ports, edge, from);
      points.push({ x: up.x, y: from.y - (edge.rim ?? 0) }, { x: up.x, y: down(sure(course.way)) });
      label = { x: up.x + 5, y: from.y - 5 - up.words - (edge.rim ?? 0) - lift(from) };
    } else {
      points.push(...leave(plan, edge, from, down(out)));
      label = { x: widths.right(column(edge.from)) + 7 + (edge.rim ?? 0) * 2, y: down(out) - (edge.label?.height ?? 0) - 3 };
      if (course.first) {
        const x = widths.slot(course.first.gap, course.first.key);
        points.push({ x, y: down(out) }, { x, y: down(sure(course.way)) });
      }
    }
    const entry = down(ports.inAt(edge));
    if (course.last) {
      const x = widths.slot(course.last.gap, course.last.key);
      points.push({ x, y: sure(points.at(-1)).y }, { x, y: entry }, { x: to.x, y: entry });
    } else if (back) {
      const gem = sure(plan.nodes.find((node) => node.id === edge.to)).outline === 'gem';
      const x = to.x + to.width * (gem ? 0.5 : 0.14);
      points.push({ x, y: sure(points.at(-1)).y }, { x, y: to.y });
    }
    return { points: tidy(points), back: back !== undefined, ...(edge.label ? { label } : {}) };
  };
  return { uprights: [...uprights.values()], draw };
}

/** Where a line leaves at the top of its shape, and the height of the words from their upper edge down to the shape. */
function topPort(plan: Plan, ports: Ports, edge: LayoutEdge, from: Box): { x: number; words: number } {
  const buses = sure(ports.up.get(edge.from));
  const gem = sure(plan.nodes.find((node) => node.id === edge.from)).outline === 'gem';
  const at = buses.findIndex((bus) => bus.edges.includes(edge));
  const x = gem ? from.x + from.width / 2 : from.x + from.width * (0.34 + (0.66 * at) / buses.length);
  // Words beside one upright stand on each other.
  const below = buses.filter((_, i) => gem ? i <= at : i === at).flatMap((bus) => bus.edges.filter((other) => other.from === edge.from));
  const until = below.findIndex((other) => other.id === edge.id);
  return { x, words: below.slice(0, until + 1).reduce((sum, other) => sum + (other.label?.height ?? 0) + 4, -4) };
}

/** The first points on the right side; a line that leaves a gem above or below its middle starts at its slope or, further off, at its corner. */
function leave(plan: Plan, edge: LayoutEdge, from: Box, y: number): Point[] {
  const middle = from.y + from.height / 2;
  const gem = sure(plan.nodes.find((node) => node.id === edge.from)).outline === 'gem';
  if (!gem || Math.abs(y - middle) < 1) return [{ x: from.x + from.width + (edge.rim ?? 0), y }];
  const off = Math.abs(y - middle) / (from.height / 2);
  if (off < 1) return [{ x: from.x + (from.width / 2) * (2 - off), y }];
  const corner = { x: from.x + from.width / 2, y: y < middle ? from.y : from.y + from.height };
  return [corner, { x: corner.x, y }];
}

/** Leaves out points that turn nothing. */
function tidy(points: readonly Point[]): Point[] {
  const distinct = points.filter((p, i) => i === 0 || p.x !== points[i - 1]?.x || p.y !== points[i - 1]?.y);
  return distinct.filter((p, i) => {
    const [a, b] = [distinct[i - 1], distinct[i + 1]];
    return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
  });
}
