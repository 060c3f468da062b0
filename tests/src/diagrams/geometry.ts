/** A rectangle, and a line by its turns. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Turn {
  readonly x: number;
  readonly y: number;
}

/** Pairs of rectangles that share room. */
export function overlaps(boxes: ReadonlyMap<string, Rect>): string[] {
  const all = [...boxes];
  return all.flatMap(([a, p], i) => all.slice(i + 1).filter(([, q]) => p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height).map(([b]) => `${a} and ${b}`));
}

/** Rectangles through whose inside a line of level and upright pieces runs. */
export function crossed(points: readonly Turn[], boxes: ReadonlyMap<string, Rect>): string[] {
  const inside = (low: number, high: number, from: number, until: number): boolean => Math.max(low, from) + 1 < Math.min(high, until);
  return [...boxes].filter(([, box]) => points.slice(1).some((b, i) => {
    const a = points[i] ?? b;
    if (a.x === b.x) return a.x > box.x + 1 && a.x < box.x + box.width - 1 && inside(Math.min(a.y, b.y), Math.max(a.y, b.y), box.y, box.y + box.height);
    return a.y > box.y + 1 && a.y < box.y + box.height - 1 && inside(Math.min(a.x, b.x), Math.max(a.x, b.x), box.x, box.x + box.width);
  })).map(([id]) => id);
}

/** Pieces of a line that are neither level nor upright. */
export const slanted = (points: readonly Turn[]): Turn[] => points.slice(1).filter((b, i) => points[i]?.x !== b.x && points[i]?.y !== b.y);
