/** A vertical piece of one or more lines in the gap between two columns, with the heights at which lines come and leave. */
export interface Upright {
  readonly key: string;
  readonly left: number[];
  readonly right: number[];
}

const ends = (one: Upright): [number, number] => [Math.min(...one.left, ...one.right), Math.max(...one.left, ...one.right)];
const crosses = (y: number, other: Upright): boolean => {
  const [top, bottom] = ends(other);
  return y > top && y < bottom;
};

/** Crossings where `a` stands left of `b`; lines that would lie on each other count thrice. */
function cost(a: Upright, b: Upright): number {
  const crossing = b.left.filter((y) => crosses(y, a)).length + a.right.filter((y) => crosses(y, b)).length;
  const lying = a.right.filter((y) => b.left.some((other) => Math.abs(other - y) < 4)).length;
  return crossing + 3 * lying;
}

/**
 * Orders the uprights of one gap with few crossings.
 * @returns the place of each, counted from the left; uprights that share no height may share a place.
 */
export function placesOf(uprights: readonly Upright[]): { places: Map<string, number>; count: number } {
  const order = [...uprights].filter((one) => ends(one)[0] !== ends(one)[1]);
  for (let pass = 0, moved = true; moved && pass < order.length; pass++) {
    moved = false;
    for (let i = 0; i + 1 < order.length; i++) {
      const [a, b] = [order[i], order[i + 1]];
      if (!a || !b || cost(a, b) <= cost(b, a)) continue;
      order.splice(i, 2, b, a);
      moved = true;
    }
  }
  const places = new Map<string, number>();
  order.forEach((one, i) => {
    const [top, bottom] = ends(one);
    const beside = order.slice(0, i).filter((other) => ends(other)[0] <= bottom + 8 && top - 8 <= ends(other)[1]);
    places.set(one.key, Math.max(-1, ...beside.map((other) => places.get(other.key) ?? 0)) + 1);
  });
  return { places, count: Math.max(-1, ...places.values()) + 1 };
}
