import fc from 'fast-check';
import type { Route } from '@totrinh/domain';
import { bpmnPlan } from '../../../libs/diagrams/src/bpmn/bpmn-plan.ts';
import type { Plan } from '../../../libs/diagrams/src/layout/drawing.ts';
import { layOut } from '../../../libs/diagrams/src/layout/lay-out.ts';
import { planOf } from '../../../libs/diagrams/src/svg/route-plan.ts';
import { crossed, overlaps, slanted } from './geometry.ts';
import { anyShape } from './random-routes.ts';
import { SAMPLE_ROUTES } from './sample-routes.ts';

/** What a person would frown at; empty for a good picture. */
function faultsOf(plan: Plan): string[] {
  const picture = layOut(plan);
  const within = (x: number, y: number): boolean => x >= 0 && y >= 0 && x <= picture.width && y <= picture.height;
  return [
    ...overlaps(picture.boxes).map((pair) => `${pair} overlap`),
    ...plan.edges.flatMap((edge) => {
      const line = picture.lines.get(edge.id)!;
      const [first, last] = [line.points[0], line.points.at(-1)];
      const target = picture.boxes.get(edge.to)!;
      const others = new Map([...picture.boxes].filter(([id]) => id !== edge.from || plan.nodes.find((node) => node.id === id)!.outline === 'box'));
      return [
        ...crossed(line.points, others).map((id) => `${edge.from} → ${edge.to} runs through ${id}`),
        ...slanted(line.points).map(() => `${edge.from} → ${edge.to} is slanted`),
        ...(line.points.length < 2 || !first || !last ? [`${edge.from} → ${edge.to} has no points`] : []),
        ...(last && (last.x < target.x - 1 || last.x > target.x + target.width + 1 || last.y < target.y - 1 || last.y > target.y + target.height + 1) ? [`${edge.from} → ${edge.to} ends elsewhere`] : []),
        ...(line.points.every((point) => within(point.x, point.y)) ? [] : [`${edge.from} → ${edge.to} leaves the picture`]),
      ];
    }),
    ...[...picture.boxes].filter(([, box]) => !within(box.x, box.y) || !within(box.x + box.width, box.y + box.height)).map(([id]) => `${id} leaves the picture`),
    ...plan.regions.flatMap((region) => {
      const frame = picture.frames.get(region.id)!;
      const inside = new Set([region.entry, region.exit, ...plan.nodes.filter((node) => isIn(plan, node.lane, region.lanes)).map((node) => node.id)]);
      return [...picture.boxes].filter(([id, box]) => (overlaps(new Map([['a', box], ['b', frame]])).length > 0) !== inside.has(id)).map(([id]) => `${id} is on the wrong side of the frame ${region.id}`);
    }),
  ];
}

/** Whether a lane is one of these or within one. */
function isIn(plan: Plan, lane: string, lanes: readonly string[]): boolean {
  if (lanes.includes(lane)) return true;
  const region = plan.regions.find((one) => one.lanes.includes(lane));
  return region !== undefined && isIn(plan, region.lane, lanes);
}

const plansOf = (route: Route): Plan[] => [planOf(route, 'vi').plan, planOf(route, 'en').plan, bpmnPlan(route, '').plan];

describe('Hình vẽ quy trình · the layout of a route', () => {
  test.each(SAMPLE_ROUTES)('không ô nào đè lên nhau, không đường nào chạy qua ô · nothing overlaps, no line runs through a shape: %s', (_, route) => {
    expect(plansOf(route).map(faultsOf)).toEqual([[], [], []]);
  });

  test('quy trình bất kỳ cũng vậy · so for routes of any shape', () => {
    fc.assert(fc.property(anyShape, (route) => expect(plansOf(route).flatMap(faultsOf)).toEqual([])), { numRuns: 150 });
  });

  test('một quy trình 200 bước vẽ xong ngay · a route of 200 steps is drawn at once', () => {
    const steps = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`b${i}`, i === 199
      ? { kind: 'end' as const, status: 'done' as const }
      : { kind: 'review' as const, who: { headOf: 'leadUnit' }, next: { approved: `b${i + 1}`, returned: `b${Math.floor(i / 2)}`, rejected: 'b199' } }]));
    const [, first] = SAMPLE_ROUTES[0]!;
    expect(plansOf({ ...first, start: 'b0', steps }).flatMap(faultsOf)).toEqual([]);
  });
});
