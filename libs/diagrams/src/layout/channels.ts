import type { Columns } from './columns.ts';
import { type LayoutEdge, type Plan, sure } from './drawing.ts';
import type { LaneTree } from './lane-tree.ts';

/** Distance of two lines that run side by side. */
export const TRACK = 12;

/** A way that lines to one shape share: above a lane for those that lead back, between the rows for long ones that lead on. */
export interface Bus {
  readonly id: string;
  readonly lane: string;
  readonly to: string;
  /** Columns between whose right edges the shared way runs. */
  readonly from: number;
  readonly until: number;
  readonly edges: readonly LayoutEdge[];
}

/** The shared ways. `track` counts the ways back from the lane's shapes upwards; `tracks` is how many a lane has. */
export interface Channels {
  readonly back: readonly Bus[];
  readonly long: readonly Bus[];
  readonly track: ReadonlyMap<string, number>;
  readonly tracks: ReadonlyMap<string, number>;
}

function group(tree: LaneTree, columns: Columns, edges: readonly LayoutEdge[], isShared: (edge: LayoutEdge) => boolean): Bus[] {
  const buses = new Map<string, LayoutEdge[]>();
  for (const edge of edges) {
    const key = `${tree.meeting(edge.from, edge.to)}\u0000${edge.to}\u0000${isShared(edge) ? '' : edge.id}`;
    buses.set(key, [...(buses.get(key) ?? []), edge]);
  }
  return [...buses].map(([id, members]) => {
    const to = sure(members[0]).to;
    const ends = [...members.map((edge) => sure(columns.of.get(edge.from))), sure(columns.of.get(to))];
    return { id, lane: tree.meeting(sure(members[0]).from, to), to, from: Math.min(...ends), until: Math.max(...ends), edges: members };
  });
}

/**
 * Gathers lines that cannot run straight from one column to the next into shared ways, one for each end and lane. A strong
 * line has a way of its own, so that the usual way can run straight.
 */
export function channelsOf(plan: Plan, tree: LaneTree, columns: Columns): Channels {
  const back = group(tree, columns, plan.edges.filter((edge) => columns.back.has(edge.id)), () => true);
  const isLong = (edge: LayoutEdge): boolean => !columns.back.has(edge.id) && sure(columns.of.get(edge.to)) - sure(columns.of.get(edge.from)) > 1;
  const long = group(tree, columns, plan.edges.filter(isLong), (edge) => edge.weak === true);
  const track = new Map<string, number>();
  const tracks = new Map<string, number>();
  // Short ways run next to the shapes and long ones around them, so that they nest and seldom cross.
  for (const bus of [...back].sort((a, b) => a.until - a.from - (b.until - b.from))) {
    const taken = back.filter((other) => other.lane === bus.lane && track.has(other.id) && other.from <= bus.until && bus.from <= other.until);
    const free = Math.max(-1, ...taken.map((other) => sure(track.get(other.id)))) + 1;
    track.set(bus.id, free);
    tracks.set(bus.lane, Math.max(tracks.get(bus.lane) ?? 0, free + 1));
  }
  return { back, long, track, tracks };
}
