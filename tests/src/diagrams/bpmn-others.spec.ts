import fc from 'fast-check';
import { routeSchema } from '@totrinh/domain';
import { fromBpmn, LARGEST_XML } from '@totrinh/diagrams';
import { celOf, dueOf, outcomeOf, slug } from '../../../libs/diagrams/src/bpmn/foreign/read-words.ts';
import { readRepoFile } from '../architecture/repository.ts';

const fixture = (name: string): string => readRepoFile(`tests/src/diagrams/fixtures/${name}.bpmn`);
const withInside = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p">${inside}</process></definitions>`;
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
/** From a start through `inside`, whose first element is `x` and whose last is `y`, to an end. */
const through = (inside: string): string => withInside(`<startEvent id="s" /><userTask id="t" />${inside}<endEvent id="e" />${flow('s', 't')}${flow('t', 'x')}${flow('y', 'e')}`);

describe('BPMN của phần mềm khác · BPMN of other engines', () => {
  test('duyệt đơn: bước đầu là soạn thảo, bước có quyết định là phê duyệt · the first task drafts, a task with a decision approves', async () => {
    const read = await fromBpmn(fixture('leave-request'));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.route).toEqual({
      route: 'xin-nghi-phep', title: { vi: 'Xin nghỉ phép', en: 'Xin nghỉ phép' }, start: 'viet-don',
      steps: {
        'viet-don': { kind: 'draft', title: { vi: 'Viết đơn', en: 'Viết đơn' }, due: { days: 2 }, who: { person: 'drafter' }, next: { completed: 'duyet-don' } },
        'duyet-don': { kind: 'approve', title: { vi: 'Trưởng phòng duyệt', en: 'Trưởng phòng duyệt' }, due: { hours: 36 }, ladder: 'standard', who: { headOf: 'leadUnit' }, rule: 'any', next: { approved: 'xep-lich', returned: 'viet-don', rejected: 'bi-tu-choi' } },
        'xep-lich': { kind: 'review', title: { vi: 'Xếp lịch', en: 'Xếp lịch' }, who: { headOf: 'leadUnit' }, next: { approved: 'xong', returned: 'viet-don' } },
        xong: { kind: 'end', status: 'done' },
        'bi-tu-choi': { kind: 'end', title: { vi: 'Từ chối', en: 'Từ chối' }, status: 'rejected' },
      },
    });
    const notes = read.notes.map((note) => `${note.element}: ${note.en}`);
    for (const note of ['duyetDon: Choose who acts (the file says: candidateGroups = truong-phong).', 'nhacViec: Not reached', 'duyetDon: A reminder when time is up (nhac)', 'xepLich: The file has no way back']) {
      expect(notes).toContainEqual(expect.stringContaining(note));
    }
    expect(routeSchema.safeParse(read.route).error).toBeUndefined();
  });

  test('mua sắm: nhánh song song, nhiều người, quá hạn, điều kiện · branches, several people, a lapse, conditions', async () => {
    const read = await fromBpmn(fixture('purchase'));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(routeSchema.safeParse(read.route).error).toBeUndefined();
    expect(read.route).toMatchObject({
      start: 'lap-de-nghi', groups: { cooperating: 'from item' }, fields: { amount: 'number', condition2: { type: 'boolean', default: false } },
      steps: {
        'lap-de-nghi': { kind: 'draft', next: { completed: 'lon' } },
        lon: { kind: 'choice', when: [{ if: 'case.amount >= 500', go: 'tach' }, { if: 'case.condition2', go: 'huy' }, { else: 'lanh-dao' }] },
        tach: { kind: 'parallel', branches: { 'ky-thuat': { steps: ['ky-thuat'] }, 'nhanh-2': { steps: ['tai-chinh'] } }, join: 'all', next: { completed: 'lanh-dao' } },
        'ky-thuat': { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 'join' } },
        'tai-chinh': { kind: 'approve', next: { approved: 'join', returned: 'lap-de-nghi', rejected: 'khong-thong-qua' } },
        'lanh-dao': { kind: 'approve', rule: 'sequence', due: { days: 7 }, next: { approved: 'cho', rejected: 'huy', returned: 'lap-de-nghi', lapsed: 'huy' } },
        cho: { kind: 'wait', due: { date: '2026-12-31' }, next: { completed: 'dat-hang' } },
        'dat-hang': { kind: 'webhook', next: { completed: 'nghiem-thu' } },
        'nghiem-thu': { kind: 'route', route: 'quy-trinh-nghiem-thu', next: { completed: 'xong' } },
      },
    });
    expect(Object.keys(read.route['steps'] as object)).not.toContain('tai-chinh-xong');
  });

  const TABLE: readonly (readonly [string, string, string])[] = [
    ['x', 'tiểu quy trình · an embedded sub-process', through(`<subProcess id="x" />${flow('x', 'y')}<userTask id="y" />`)],
    ['x', 'việc chạy mã · a script task', through(`<scriptTask id="x" />${flow('x', 'y')}<userTask id="y" />`)],
    ['x', 'vòng lặp trong bước · a loop within a task', through(`<userTask id="x"><standardLoopCharacteristics /></userTask>${flow('x', 'y')}<userTask id="y" />`)],
    ['x', 'sự kiện thông điệp · a message event', through(`<intermediateCatchEvent id="x"><messageEventDefinition /></intermediateCatchEvent>${flow('x', 'y')}<userTask id="y" />`)],
    ['x', 'cổng theo sự kiện · an event-based gateway', through(`<eventBasedGateway id="x" />${flow('x', 'y')}<userTask id="y" />`)],
    ['x', 'nhánh không gặp lại · branches that never meet', through(`<parallelGateway id="x" /><userTask id="y" /><userTask id="z" />${flow('x', 'y')}${flow('x', 'z')}${flow('z', 'e')}`)],
    ['x', 'hai luồng ra khỏi một bước · two flows out of one task', through(`<userTask id="x" /><userTask id="y" />${flow('x', 'y')}${flow('x', 'e')}`)],
    ['x', 'bước cụt · a task that leads nowhere', through('<userTask id="x" /><userTask id="y" />')],
    ['s2', 'hai điểm bắt đầu · two starts', through(`<startEvent id="s2" /><userTask id="x" /><userTask id="y" />${flow('x', 'y')}${flow('s2', 'x')}`)],
    ['x-khongCo', 'luồng đến nơi không có · a flow to nowhere', through(`<userTask id="x" /><userTask id="y" />${flow('x', 'khongCo')}`)],
  ];
  test.each(TABLE)('phần tử ngoài phạm vi được gọi tên (%s): %s · what is outside the subset is named', async (element, _, xml) => {
    const read = await fromBpmn(xml);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? [] : read.faults.map((fault) => fault.element)).toContain(element);
    for (const fault of read.ok ? [] : read.faults) expect([fault.vi, fault.en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });

  const ENTITY = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${withInside('<startEvent id="s" name="&b;" />')}`;
  test.each([
    ['không phải XML · no XML', 'xin chào', 'not well-formed'],
    ['trống · empty', '', 'not well-formed'],
    ['thẻ không đóng · a tag left open', withInside('<startEvent id="s">'), ''],
    ['gốc khác · another root', '<a xmlns="x" />', ''],
    ['khai báo thực thể · declared entities', ENTITY, 'DOCTYPE'],
    ['chỉ có DOCTYPE · a document type alone', `<!doctype html>${withInside('')}`, 'DOCTYPE'],
    ['lớn hơn 1 MB · more than 1 MB', withInside(`<documentation>${'à'.repeat(LARGEST_XML / 2)}</documentation>`), '1 MB'],
    ['không có quy trình · no process', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t" />', 'no process'],
  ])('tệp không đọc được bị từ chối rõ ràng: %s', async (_, xml, sentence) => {
    const read = await fromBpmn(xml);
    expect(read.ok ? [] : read.faults.map((fault) => fault.en).join(' ')).toContain(sentence);
    expect(read.ok).toBe(false);
  });

  test('tệp hỏng thế nào cũng có trả lời · however a file is broken, there is an answer', async () => {
    const whole = fixture('purchase');
    await fc.assert(fc.asyncProperty(fc.nat({ max: whole.length }), fc.nat({ max: 200 }), fc.string({ maxLength: 20 }), async (at, gone, put) => {
      const read = await fromBpmn(whole.slice(0, at) + put + whole.slice(at + gone));
      expect(read.ok ? read.route['steps'] : read.faults.length > 0).toBeTruthy();
    }), { numRuns: 200 });
  });

  test.each([
    ['Đồng ý', '', false, 'approved'], ['', '${approved}', false, 'approved'], ['', '${!approved}', false, 'rejected'], ['', '${!approved}', true, 'returned'],
    ['', '${approved == false}', false, 'rejected'], ['Không duyệt', '', false, 'rejected'], ['Trả lại', '', true, 'returned'], ['', "${outcome == 'rejected'}", false, 'rejected'],
    ['', '${needsRework}', true, 'returned'], ['Lớn', '${amount > 5}', false, null], ['', '', true, null],
  ] as const)('luồng “%s” %s (quay lại: %s) nghĩa là %s', (name, condition, back, outcome) => {
    expect(outcomeOf(name, condition, back)).toBe(outcome);
  });

  test.each([
    ['${approved}', 'case.approved'], ['#{ !urgent }', '!case.urgent'], ['= amount > 5', 'case.amount > 5'], ["${kind == 'de-an'}", 'case.kind == "de-an"'], ['${a = 1}', 'case.a == 1'],
    ['${a && b}', undefined], ["${kind > 'x'}", undefined], ['${bean.call()}', undefined], ['', undefined],
  ])('điều kiện %s thành %s', (text, cel) => {
    expect(celOf(text)?.cel).toBe(cel);
  });

  test.each([['P3D', { days: 3 }], ['PT36H', { hours: 36 }], ['P1DT12H', { hours: 36 }], ['P2W', { days: 14 }], ['2026-03-31T10:00:00Z', { date: '2026-03-31' }], ['${due}', null], ['P1M', null], ['PT0H', null]])('thời hạn %s', (text, due) => {
    expect(dueOf(text)).toEqual(due);
  });

  test.each([['duyệtĐơn', 'duyet-don'], ['Đặt hàng (lần 2)', 'dat-hang-lan-2'], ['___', ''], ['approveRequest', 'approve-request']])('tên bước từ “%s”', (text, name) => {
    expect(slug(text)).toBe(name);
  });
});
