import fc from 'fast-check';
import { fromBpmn, toBpmn } from '@totrinh/diagrams';
import type { Route } from '@totrinh/domain';
import { anyShape } from './random-routes.ts';
import { EVERY_KIND, SAMPLE_ROUTES } from './sample-routes.ts';

const back = async (route: Route): Promise<unknown> => {
  const read = await fromBpmn(await toBpmn(route));
  return read.ok ? read.route : read.faults;
};

/** What is drawn of a route: edges between steps that exist, `join` within a branch alone; nothing else can come back. */
function drawable(route: Route): Route {
  const inBranch = new Set(Object.values(route.steps).flatMap((rule) => (rule.kind === 'parallel' ? Object.values(rule.branches).flatMap((branch) => branch.steps) : [])));
  const steps = Object.entries(route.steps).map(([name, rule]) => {
    if (!('next' in rule)) return [name, rule];
    return [name, { ...rule, next: Object.fromEntries(Object.entries(rule.next).filter(([, goal]) => goal !== 'join' || inBranch.has(name))) }];
  });
  return { ...route, steps: Object.fromEntries(steps) as Route['steps'] };
}

describe('BPMN đi và về · BPMN there and back', () => {
  test.each(SAMPLE_ROUTES)('quy trình xuất ra rồi đọc lại vẫn y nguyên · exported and read again, a route is equal: %s', async (_, route) => {
    expect(await back(route)).toEqual(route);
  });

  test('quy trình bất kỳ cũng vậy · so is a route of any shape', async () => {
    await fc.assert(fc.asyncProperty(anyShape, async (route) => expect(await back(route)).toEqual(drawable(route))), { numRuns: 80 });
  });

  test('vẽ lại một luồng thì quy trình đi theo hình · a flow that is redrawn counts', async () => {
    const xml = await toBpmn(EVERY_KIND);
    const flow = /<bpmn:sequenceFlow [^>]*sourceRef="step_nghi" targetRef="step_theo-doi"/.exec(xml)![0];
    const read = await fromBpmn(xml.replace(flow, flow.replace('step_theo-doi', 'step_xong')));
    expect(read).toMatchObject({ ok: true, route: { steps: { nghi: { next: { completed: 'xong' } }, 'theo-doi': EVERY_KIND.steps['theo-doi'] } } });
  });

  test.each([
    ['điều kiện sửa trong hình · a condition changed in the drawing', 'case.budget &gt;= 5', 'case.budget &gt;= 6', { ok: true, route: { steps: { 're-nhanh': { when: [{ if: 'case.needsVote' }, { if: 'case.budget >= 6' }, { else: 'ky' }] } } } }],
    ['luồng mất tên kết quả · a flow without its outcome', 'totrinh:outcome="issued"', '', { ok: false, faults: [{ element: expect.stringMatching(/^flow_\d+$/) as string }] }],
    ['luồng mất số thứ tự nhánh · a flow without its arm', 'totrinh:arm="1"', '', { ok: false, faults: [{ en: expect.stringContaining('“re-nhanh” needs exactly one flow for each arm') as string }] }],
    ['hai luồng cùng kết quả · two flows of one outcome', 'totrinh:outcome="returned"', 'totrinh:outcome="approved"', { ok: false, faults: expect.arrayContaining([expect.objectContaining({ en: expect.stringContaining('“approved” has two flows') as string })]) as unknown[] }],
    ['quy tắc không phải JSON · a rule that is no JSON', '{"kind":"track"', '{"kind":track"', { ok: false, faults: [{ vi: expect.stringContaining('không phải JSON') as string }] }],
    ['bước thêm bằng tay không có quy tắc · a step that was drawn in', '<bpmn:startEvent', '<bpmn:userTask id="them" /><bpmn:startEvent', { ok: false, faults: [{ element: 'them' }] }],
    ['hai bước cùng tên · two steps of one name', '<totrinh:step name="nghi">', '<totrinh:step name="goi">', { ok: false, faults: [expect.objectContaining({ element: 'step_nghi' })] }],
  ])('%s', async (_, from, to, expected) => {
    const xml = await toBpmn(EVERY_KIND);
    expect(xml).toContain(from);
    expect(await fromBpmn(xml.replaceAll(from, to))).toMatchObject(expected);
  });

  test('quy trình con gọi vòng bị từ chối · sub-routes that call each other are refused', async () => {
    const [, route] = SAMPLE_ROUTES.find(([name]) => name === 'sub-routes')!;
    const xml = await toBpmn(route);
    const looped = xml.replace('process="route_ben-ngoai.o-giua.trong-cung"', 'process="route_ben-ngoai"');
    expect(looped).not.toBe(xml);
    expect(await fromBpmn(looped)).toMatchObject({ ok: false, faults: [{ element: 'route_ben-ngoai.o-giua' }] });
  });
});
