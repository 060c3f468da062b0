import type { Point } from '../layout/drawing.ts';

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A path through the points with its corners rounded. */
export function roundedPath(points: readonly Point[], radius = 9): string {
  return points.map((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before) return `M${n(point.x)} ${n(point.y)}`;
    if (!after) return `L${n(point.x)} ${n(point.y)}`;
    const towards = (end: Point): string => {
      const length = Math.hypot(end.x - point.x, end.y - point.y);
      const part = Math.min(radius, length / 2) / (length || 1);
      return `${n(point.x + (end.x - point.x) * part)} ${n(point.y + (end.y - point.y) * part)}`;
    };
    return `L${towards(before)}Q${n(point.x)} ${n(point.y)} ${towards(after)}`;
  }).join('');
}
