import { channelsOf, TRACK, type Bus } from './channels.ts';
import { columnsOf } from './columns.ts';
import { type Box, type LayoutRegion, type Line, type Picture, type Plan, sure } from './drawing.ts';
import { placesOf } from './gutters.ts';
import { laneTree } from './lane-tree.ts';
import { heightFor, portsOf, roomOf } from './ports.ts';
import { rowsOf } from './rows.ts';
import { strokesOf } from './strokes.ts';

const MARGIN = 16;
const ARROW = 18;

/**
 * Lays a plan out from left to right in columns. Every shape touches a gap on its left and right in which no shape stands;
 * lines run in these gaps, in rows kept free for them, and above the lanes, so that no line crosses a shape.
 * @returns boxes and lines in pixels; equal plans give equal pictures.
 */
export function layOut(given: Plan): Picture {
  const columns = columnsOf(given);
  const plan = { ...given, nodes: given.nodes.map((node) => ({ ...node, height: heightFor(node, given.edges.filter((edge) => edge.from === node.id && !columns.back.has(edge.id))) })) };
  const tree = laneTree(plan);
  const channels = channelsOf(plan, tree, columns);
  const rows = rowsOf(plan, tree, columns, channels, (node) => roomOf(node, plan.edges.filter((edge) => edge.from === node.id), columns.back));
  const wayBack = (bus: Bus): number => sure(rows.lanes.get(bus.lane)).top + 4 + (sure(channels.tracks.get(bus.lane)) - 1 - sure(channels.track.get(bus.id))) * TRACK;
  const ports = portsOf(plan, columns, rows, channels, wayBack);
  const strokes = strokesOf(plan, columns, channels, rows, ports);

  const top = Math.min(sure(rows.lanes.get('')).top, ...[...rows.frames.values()].map((frame) => frame.top), ...ports.out.values()) - MARGIN;
  const bottom = Math.max(sure(rows.lanes.get('')).bottom, ...ports.out.values());
  // Gap -1 lies before the first column: lines that lead back to it may need one.
  const gaps = new Map(Array.from({ length: columns.count + 1 }, (_, i) => [i - 1, placesOf(strokes.uprights.filter((u) => u.gap === i - 1))] as const));
  const firsts = new Set(plan.edges.filter((edge) => ports.out.has(edge.id)).map((edge) => edge.id));
  const wordsIn = (i: number): number => Math.max(0, ...plan.edges.filter((edge) => firsts.has(edge.id) && columns.of.get(edge.from) === i).map((edge) => (edge.label ? edge.label.width + 12 : 4) + (edge.rim ?? 0)));
  const wide = (i: number): number => Math.max(0, ...plan.nodes.filter((node) => columns.of.get(node.id) === i).map((node) => node.width));
  const left: number[] = [];
  const right: number[] = [];
  const slots = new Map([[-1, MARGIN]]);
  const past = (gap: number): number => sure(slots.get(gap)) + Math.max(0, sure(gaps.get(gap)).count - 1) * TRACK + ARROW;
  let x = sure(gaps.get(-1)).count > 0 ? past(-1) : MARGIN;
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const inset = (id: string): number => (wide(sure(columns.of.get(id))) - sure(nodes.get(id)).width) / 2;
  /** Where the column of an exit must begin, so that the words of its frame end within it. */
  const leastLeft = (region: LayoutRegion): number =>
    sure(left[sure(columns.of.get(region.entry))]) + inset(region.entry) - 20 + region.width - sure(nodes.get(region.exit)).width - inset(region.exit);
  for (let i = 0; i < columns.count; i++) {
    x = Math.max(x, ...plan.regions.filter((region) => columns.of.get(region.exit) === i).map(leastLeft));
    left.push(x);
    right.push(x + wide(i));
    slots.set(i, sure(right[i]) + wordsIn(i) + 8);
    x = past(i);
  }
  const width = (sure(gaps.get(columns.count - 1)).count > 0 ? x - ARROW + 4 : right.at(-1) ?? 0) + MARGIN;

  const boxes = new Map<string, Box>();
  for (const node of plan.nodes) {
    const at = sure(columns.of.get(node.id));
    const bar = node.outline === 'bar' ? rows.bars.get(node.id) : undefined;
    const y = bar ? bar.top : sure(rows.middle.get(node.id)) - node.height / 2;
    boxes.set(node.id, { x: sure(left[at]) + (wide(at) - node.width) / 2, y: y - top, width: node.width, height: bar ? bar.bottom - bar.top : node.height });
  }
  const frames = new Map<string, Box>();
  const lanes = new Map<string, Box>();
  for (const region of plan.regions) {
    const span = sure(rows.frames.get(region.id));
    const from = sure(boxes.get(region.entry)).x - 10;
    const until = sure(boxes.get(region.exit)).x + sure(boxes.get(region.exit)).width + 10;
    frames.set(region.id, { x: from, y: span.top - top, width: until - from, height: span.bottom - span.top });
    const inside = sure(boxes.get(region.entry)).x + sure(boxes.get(region.entry)).width + 14;
    for (const lane of region.lanes) {
      const at = sure(rows.lanes.get(lane));
      lanes.set(lane, { x: inside, y: at.top - region.laneHead - top, width: sure(boxes.get(region.exit)).x - inside - 14, height: at.bottom - at.top + region.laneHead });
    }
  }
  const lines = new Map<string, Line>();
  for (const edge of plan.edges) {
    const slot = (gap: number, key: string): number => sure(slots.get(gap)) + (sure(gaps.get(gap)).places.get(key) ?? 0) * TRACK;
    lines.set(edge.id, strokes.draw(edge, boxes, { slot, right: (i) => sure(right[i]), top }));
  }
  return { width, height: bottom - top + MARGIN, boxes, frames, lanes, lines };
}
