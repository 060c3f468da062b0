/** A point of the picture: pixels, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** How lines reach a shape: a box has room on every side, a gem (diamond, circle) only at its corners, a bar along its height. */
export type Outline = 'box' | 'gem' | 'bar';

/** A shape to be placed. `lane` is the lane that it stands in; '' is the whole picture. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly outline: Outline;
  readonly lane: string;
  /** Room below the shape for words that stand under it. */
  readonly foot?: number;
}

/**
 * A line to be led. `weak` lines (a return, a refusal, a lapse) never decide what stands before what; `label` is the room
 * that its words need; `rim` is the radius of an event that sits where the line leaves the shape; `tight`: the end belongs to the beginning and stands
 * right behind it, at the same height.
 */
export interface LayoutEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly weak?: boolean;
  readonly label?: { readonly width: number; readonly height: number };
  readonly rim?: number;
  readonly tight?: boolean;
}

/** Shapes between an entry and an exit, in lanes one below the other, with a frame around them. */
export interface LayoutRegion {
  readonly id: string;
  readonly lane: string;
  readonly entry: string;
  readonly exit: string;
  readonly lanes: readonly string[];
  /** Room above the lanes for the words of the frame. */
  readonly head: number;
  /** Room above each lane for its own words. */
  readonly laneHead: number;
  /** Least width, for the words of the frame. */
  readonly width: number;
}

export interface Plan {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  readonly regions: readonly LayoutRegion[];
}

/** A line as it is drawn; `label` is the upper left corner of its words; `back` leads to something earlier. */
export interface Line {
  readonly points: readonly Point[];
  readonly label?: Point;
  readonly back: boolean;
}

/** The finished picture. Boxes never overlap, and lines run in the gaps between them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly frames: ReadonlyMap<string, Box>;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, Line>;
}

/** A value that the plan itself promises; its absence is a fault of the code. */
export function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the plan of a picture is not whole');
  return value;
}
