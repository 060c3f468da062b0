import { type LayoutRegion, type Plan, sure } from './drawing.ts';

/** Which lane holds which shape. Entry and exit of a region stand in the region, between the lanes and their surroundings. */
export interface LaneTree {
  /** The region that a lane belongs to; none for the whole picture. */
  regionOf(lane: string): LayoutRegion | undefined;
  /** From the lane up to the whole picture. */
  chain(lane: string): string[];
  /** The innermost lane that both ends of a line share, where lines from an entry and to an exit count as inside its region's lanes. */
  meeting(from: string, to: string): string;
  readonly laneOf: ReadonlyMap<string, string>;
  /** The region whose entry or exit a shape is. */
  readonly gateOf: ReadonlyMap<string, LayoutRegion>;
}

export function laneTree(plan: Plan): LaneTree {
  const laneOf = new Map(plan.nodes.map((node) => [node.id, node.lane]));
  const owner = new Map(plan.regions.flatMap((region) => region.lanes.map((lane) => [lane, region] as const)));
  const gateOf = new Map(plan.regions.flatMap((region) => [[region.entry, region] as const, [region.exit, region] as const]));
  const chain = (lane: string): string[] => {
    const lanes = [lane];
    for (let region = owner.get(lane); region; region = owner.get(region.lane)) lanes.push(region.lane);
    return lanes;
  };
  const meeting = (from: string, to: string): string => {
    const a = chain(sure(laneOf.get(from)));
    const b = chain(sure(laneOf.get(to)));
    const inside = (gate: 'entry' | 'exit', id: string, lanes: string[]): string | undefined => {
      const region = gateOf.get(id);
      return region?.[gate] === id ? lanes.find((lane) => region.lanes.includes(lane)) : undefined;
    };
    return inside('entry', from, b) ?? inside('exit', to, a) ?? a.find((lane) => b.includes(lane)) ?? '';
  };
  return { regionOf: (lane) => owner.get(lane), chain, meeting, laneOf, gateOf };
}
