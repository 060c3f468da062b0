import { advance, checkRoute, emptyCase, extend, fold, passDeadline, phaseOf, phaseOfStep, type StepRule } from '@totrinh/domain';
import { meansOf } from './dossier-driver.ts';
import { ROUTE_TEXT } from './sample-route.ts';
import { driveTo } from './stages.ts';

describe('Giai đoạn của hồ sơ · phases', () => {
  test.each([
    ['soan-thao', 'soan-thao'], ['duyet-noi-dung', 'soan-thao'], ['lay-y-kien', 'lay-y-kien'], ['tiep-thu', 'soan-thao'], ['tham-dinh', 'tham-dinh'],
    ['cho-y-kien', 'trinh'], ['thong-qua', 'quyet-dinh'], ['ky', 'quyet-dinh'], ['ban-hanh', 'ban-hanh'], ['hoan-thanh', 'ket-thuc'],
  ])('ở bước %s là giai đoạn %s', (path, phase) => {
    const d = driveTo(path);
    expect(phaseOf(d.case, d.route)).toBe(phase);
  });

  test('đang chuyển bước thì giai đoạn là của bước sắp mở', () => {
    const d = driveTo('ky');
    d.decide('ky', 'tt-1', 'signed');
    expect(phaseOf(d.case, d.route)).toBe('ban-hanh');
  });

  const check = checkRoute(ROUTE_TEXT);
  const rules: Record<string, StepRule> = check.ok ? check.route.steps : {};
  test.each([
    ['rà soát trước khi trình', { ...rules['duyet-noi-dung'] }, false, 'soan-thao'],
    ['rà soát sau khi trình', { ...rules['duyet-noi-dung'] }, true, 'trinh'],
    ['rà soát làm cho hồ sơ thành đã trình', { ...rules['duyet-noi-dung'], reaches: 'submitted' }, false, 'trinh'],
    ['chữ ký riêng của cơ quan chủ trì', { ...rules['ky'], authority: false }, false, 'soan-thao'],
    ['chữ ký của cấp có thẩm quyền', { ...rules['ky'] }, false, 'quyet-dinh'],
    ['kết thúc', { ...rules['hoan-thanh'] }, true, 'ket-thuc'],
  ] as const)('%s', (_name, rule, submitted, phase) => {
    expect(phaseOfStep(rule as StepRule, submitted)).toBe(phase);
  });
});

describe('Nhật ký và trạng thái · the chain and the state', () => {
  test('trạng thái là kết quả gấp toàn bộ nhật ký', () => {
    const d = driveTo('hoan-thanh');
    expect(fold('ho-so', d.facts)).toEqual(d.case);
    expect(d.facts.map((f) => f.seq)).toEqual(d.facts.map((_, i) => i + 1));
  });

  test('hồ sơ nhập từ lịch sử đã hoàn thành và không chờ ai', () => {
    const { after } = extend(emptyCase('cu'), [{ type: 'dossier.imported', data: { kind: 'de-an', item: '01-CTr/TU-01', leadUnit: 'btctu', cooperating: [], issuedOn: '2021-08-25', source: 'mau' } }]);
    expect(after).toMatchObject({ status: 'done', programmeState: 'completed', pending: [], steps: [], tasks: [] });
  });

  test('thẩm định mở là “đang trình”; chuyển lại để soạn thảo thì thôi; mở lại thì lại là “đang trình”', () => {
    const d = driveTo('tham-dinh');
    expect(d.case.programmeState).toBe('submitted');
    d.decide('tham-dinh', 'vptu-truong', 'conditional', 'bổ sung'); d.move();
    expect(d.case.programmeState).toBe('notYetSubmitted');
    d.submit(); d.move();
    expect(d.case.programmeState).toBe('submitted');
    expect(d.count('dossier.reached')).toBe(2);
  });

  test('mở một bước kèm hạn của nó; bước không hạn thì không kèm', () => {
    const d = driveTo('duyet-noi-dung');
    d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
    const open = (due: string | null) => advance(d.case, d.route, () => [], () => (due === null ? null : { dueAt: due, due: null, rungs: [{ kind: 'lapse', at: due }] }), meansOf('m')).facts[0];
    expect(open('2022-07-20T17:00:00.000Z')?.derived).toEqual({ dueAt: '2022-07-20T17:00:00.000Z', rungs: [{ id: 'm-2', kind: 'lapse', at: '2022-07-20T17:00:00.000Z' }] });
    expect(open(null)).not.toHaveProperty('derived');
  });

  test('quá hạn chỉ nói về bước còn mở', () => {
    const d = driveTo('tham-dinh');
    const open = d.task('tham-dinh').step;
    const settled = d.case.steps[0]?.id ?? '';
    expect(passDeadline(d.case, open, 'r1', '2022-07-20T17:00:00.000Z')).toEqual([{ type: 'deadline.passed', data: { step: open, rung: 'r1', kind: 'overdue', effectiveAt: '2022-07-20T17:00:00.000Z' } }]);
    expect(passDeadline(d.case, settled, 'r1', '2022-07-20T17:00:00.000Z')).toEqual([]);
    expect(passDeadline({ ...d.case, status: 'cancelled' }, open, 'r1', '2022-07-20T17:00:00.000Z')).toEqual([]);
  });
});
