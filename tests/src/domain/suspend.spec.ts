import { extendTerm, nudge, redo, resume, resumed, skip, suspend, type Dues } from '@totrinh/domain';
import { refusal, TODAY } from './dossier-driver.ts';
import { ExceptionDriver, NOW } from './exception-driver.ts';

const suspending = (d: ExceptionDriver, person = 'btctu-truong', until = '2022-07-20', reason: string | null = 'chờ hướng dẫn') => suspend(d.case, { until, reason }, TODAY, d.as(person), d.means);
const resuming = (d: ExceptionDriver, person = 'btctu-truong', now = '2022-07-18T02:00:00.000Z', dues: Dues = {}) => resume(d.case, d.route, null, dues, TODAY, new Date(now), d.as(person), d.means);

describe('Tạm dừng · a dossier is suspended', () => {
  test.each([
    ['thủ trưởng cơ quan chủ trì', 'btctu-truong', '2022-07-20', 'lý do', null], ['văn phòng', 'vptu-pho', '2022-07-14', 'lý do', null], ['phó thủ trưởng', 'btctu-pho', '2022-07-20', 'lý do', 'NOT_ALLOWED'],
    ['người soạn thảo', 'btctu-cv', '2022-07-20', 'lý do', 'NOT_ALLOWED'], ['tới hôm nay', 'btctu-truong', TODAY, 'lý do', 'DATE_INVALID'], ['tới ngày không có', 'btctu-truong', '2022-13-01', 'lý do', 'DATE_INVALID'],
    ['không nêu lý do', 'btctu-truong', '2022-07-20', null, 'REASON_REQUIRED'],
  ] as const)('%s: %s, tới %s (%s) → %s', (_who, person, until, reason, code) => {
    expect(refusal(suspending(ExceptionDriver.at('lay-y-kien'), person, until, reason))).toBe(code);
  });

  test('hồ sơ tự đi tiếp vào đầu ngày sau ngày đã hẹn, giờ Việt Nam', () => {
    const [fact] = ExceptionDriver.at('lay-y-kien').must(suspending(ExceptionDriver.at('lay-y-kien')));
    expect(fact?.derived?.rungs).toMatchObject([{ kind: 'resume', at: '2022-07-20T17:00:00.000Z' }]);
  });

  test('trong khi tạm dừng không ai xử lý, bỏ qua, làm lại, đôn đốc, gia hạn hay tạm dừng lần nữa', () => {
    const d = ExceptionDriver.at('tham-dinh');
    const { id: task } = d.task('tham-dinh');
    const { id: step } = d.open('tham-dinh');
    d.must(extendTerm(d.case, d.route, { task, until: '2022-07-29', reason: 'chờ số liệu' }, '2022-07-20T17:00:00.000Z', NOW, d.as('vptu-truong'), d.means));
    d.must(suspending(d));
    expect(() => d.decide('tham-dinh', 'vptu-truong', 'approved')).toThrow('DOSSIER_SUSPENDED');
    expect([
      skip(d.case, d.route, { step, reason: 'lý do' }, d.as('vptu-pho'), d.means), redo(d.case, d.route, { step, to: 'lay-y-kien', reason: 'lý do' }, d.as('vptu-pho')),
      nudge(d.case, d.route, task, TODAY, d.as('btctu-cv')), d.confirm('vptu-pho'), suspending(d),
    ].map(refusal)).toEqual(Array.from({ length: 5 }, () => 'DOSSIER_SUSPENDED'));
    expect(refusal(resuming(d))).toBeNull();
  });

  test('không tạm dừng thì không tiếp tục; hồ sơ đã kết thúc thì cả hai đều không', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    expect(refusal(resuming(d))).toBe('NOT_SUSPENDED');
    const ended = ExceptionDriver.at('hoan-thanh');
    expect([refusal(suspending(ended)), refusal(resuming(ended))]).toEqual(['DOSSIER_CLOSED', 'DOSSIER_CLOSED']);
  });

  test('chỉ những người được tạm dừng mới được cho tiếp tục', () => {
    const d = ExceptionDriver.at('lay-y-kien');
    d.must(suspending(d));
    expect(refusal(resuming(d, 'btctu-cv'))).toBe('NOT_ALLOWED');
  });
});

describe('Hạn khi tiếp tục · terms move by the days of the pause', () => {
  /** What it is about; due, opened, day of the resumption → the new instant (null: left alone). */
  const TABLE: readonly (readonly [string, string, string, string, string, string | null])[] = [
    ['dừng năm ngày thì hạn lùi năm ngày', 'tham-dinh', '2022-07-20T17:00:00.000Z', '2022-07-01T02:00:00.000Z', '2022-07-18T02:00:00.000Z', '2022-07-25T17:00:00.000Z'],
    ['tiếp tục ngay trong ngày thì hạn giữ nguyên', 'tham-dinh', '2022-07-20T17:00:00.000Z', '2022-07-01T02:00:00.000Z', '2022-07-13T10:00:00.000Z', '2022-07-20T17:00:00.000Z'],
    ['bước mở giữa lúc dừng chỉ lùi từ khi mở', 'tham-dinh', '2022-07-26T17:00:00.000Z', '2022-07-16T02:00:00.000Z', '2022-07-18T02:00:00.000Z', '2022-07-28T17:00:00.000Z'],
    ['hạn vào đúng ngày dừng vẫn lùi', 'tham-dinh', '2022-07-13T17:00:00.000Z', '2022-07-01T02:00:00.000Z', '2022-07-18T02:00:00.000Z', '2022-07-18T17:00:00.000Z'],
    ['quá hạn từ trước khi dừng thì vẫn là quá hạn, không nhắc lại', 'tham-dinh', '2022-07-12T17:00:00.000Z', '2022-07-01T02:00:00.000Z', '2022-07-18T02:00:00.000Z', null],
    ['lấy ý kiến hết hạn mà chưa kịp khép lại thì khép ngay', 'lay-y-kien', '2022-07-12T17:00:00.000Z', '2022-07-01T02:00:00.000Z', '2022-07-18T02:00:00.000Z', '2022-07-12T17:00:00.000Z'],
  ];

  test.each(TABLE)('%s', (_name, path, dueAt, openedAt, now, wanted) => {
    const d = ExceptionDriver.at(path);
    const { id } = d.open(path);
    d.must(suspending(d));
    const [goesOn, changed, ...more] = d.must(resuming(d, 'vptu-pho', now, { [id]: { dueAt, openedAt } }));
    expect([goesOn?.type, d.case.suspended, more]).toEqual(['dossier.resumed', null, []]);
    if (wanted === null) { expect(changed).toBeUndefined(); return; }
    expect(changed).toMatchObject({ type: 'due.changed', data: { step: id, because: 'resumed', by: 'vptu-pho' }, derived: { dueAt: wanted, rungs: [{ kind: path === 'lay-y-kien' ? 'lapse' : 'overdue', at: wanted }] } });
  });

  test('đồng hồ cho đi tiếp vào ngày đã hẹn; bước không có hạn thì không có hạn mới', () => {
    const d = ExceptionDriver.at('tham-dinh');
    d.must(suspending(d));
    expect(resumed(d.case, d.route, {}, TODAY, new Date('2022-07-20T17:00:00.000Z'), 'system', d.means)).toEqual([{ type: 'dossier.resumed', data: { by: 'system' } }]);
  });
});
