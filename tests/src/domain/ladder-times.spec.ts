import { climb, SHIPPED_LADDERS, type Ladder } from '@totrinh/domain';
import { at, EVERYBODY, laddersOf, published, SHIPPED_CALENDAR, speaks } from './ladder-office.ts';

const lines = (step: Readonly<Record<string, unknown>>, opened: string, until: string, ladder?: Ladder): string[] =>
  speaks(step, at(opened), at(until), { calendar: SHIPPED_CALENDAR, ladders: laddersOf(ladder ? [ladder] : SHIPPED_LADDERS) }).map((s) => `${s.when} ${s.rung}`);
const own = (rungs: Ladder['rungs'], more: Partial<Ladder> = {}): Ladder => ({ ladder: 'rieng', title: { vi: 'MẪU', en: 'Sample' }, leaders: false, urgent: false, rungs, ...more });

describe('Quy định nhắc việc thường · the standard ladder', () => {
  test('một đề án 45 ngày làm việc qua Tết Bính Ngọ: hết hạn ngày 3/3/2026', () => {
    // 22/12 is not counted; 23–31/12: 7 days; off 1 and 2/1; 5–10/1 with the swapped Saturday: 13; 12/1–13/2: 38; Tết 16–20/2; 23–27/2: 43; 2 and 3/3: 45.
    expect(lines({ due: { workingDays: 45 }, ladder: 'standard' }, '2025-12-22 09:00', '2026-12-31 00:00')).toEqual([
      '2026-02-27 08:00 sap-den-han 1', '2026-03-03 08:00 den-han 1', '2026-03-04 00:00 overdue',
      '2026-03-04 08:00 qua-han 1', '2026-03-04 08:00 bao-cao 1', '2026-03-11 08:00 qua-han 2', '2026-03-18 08:00 qua-han 3', '2026-03-25 08:00 qua-han 4', '2026-04-01 08:00 qua-han 5',
      '2026-04-08 08:00 qua-han 6', '2026-04-15 08:00 qua-han 7', '2026-04-22 08:00 qua-han 8',
      // 23 and 24/4, off on 27/4 (Giỗ Tổ), 28 and 29/4, off on 30/4 and 1/5, 4/5.
      '2026-05-04 08:00 qua-han 9', '2026-05-11 08:00 qua-han 10',
    ]);
  });

  test.each([
    // Tết lies between the first reminder and the day itself.
    ['hai ngày làm việc trước ngày 24/2 là thứ Sáu 13/2, trước Tết', '2025-12-15 16:59', ['2026-02-13 08:00 sap-den-han 1', '2026-02-24 08:00 den-han 1', '2026-02-25 00:00 overdue', '2026-02-25 08:00 qua-han 1']],
    // 12/1 is one working day before, the swapped Saturday 10/1 the other.
    ['nhắc vào thứ Bảy làm bù 10/1/2026', '2025-11-10 08:00', ['2026-01-10 08:00 sap-den-han 1', '2026-01-13 08:00 den-han 1', '2026-01-14 00:00 overdue', '2026-01-14 08:00 qua-han 1']],
    ['nhắc vào thứ Bảy làm bù 22/8/2026', '2026-06-24 14:00', ['2026-08-22 08:00 sap-den-han 1', '2026-08-25 08:00 den-han 1', '2026-08-26 00:00 overdue', '2026-08-26 08:00 qua-han 1']],
  ])('45 ngày làm việc: %s', (_name, opened, expected) => {
    expect(lines({ due: { workingDays: 45 }, ladder: 'standard' }, opened, '2026-12-31 00:00').filter((l) => !l.includes('bao-cao')).slice(0, 4)).toEqual(expected);
  });

  test('lần nhắc quá hạn thứ hai sau ngày 26/8 đi qua ngày nghỉ hoán đổi 31/8 và Quốc khánh', () => {
    expect(lines({ due: { workingDays: 45 }, ladder: 'standard' }, '2026-06-24 14:00', '2026-09-14 23:00').slice(5)).toEqual(['2026-09-07 08:00 qua-han 2', '2026-09-14 08:00 qua-han 3']);
  });

  test.each([
    ['hạn một ngày: bậc “hai ngày trước” đã qua khi mở bước thì bỏ', { due: { workingDays: 1 } }, '2022-07-13 09:00', ['2022-07-14 08:00 den-han 1', '2022-07-15 00:00 overdue', '2022-07-15 08:00 qua-han 1', '2022-07-22 08:00 qua-han 2', '2022-07-22 08:00 bao-cao 1']],
    ['hai ngày: mở trước 8 giờ thì kịp, đúng lúc mở thì không', { due: { workingDays: 2 } }, '2022-07-13 07:59', ['2022-07-13 08:00 sap-den-han 1', '2022-07-15 08:00 den-han 1', '2022-07-16 00:00 overdue', '2022-07-18 08:00 qua-han 1', '2022-07-18 08:00 bao-cao 1']],
    ['hai ngày, mở đúng 8 giờ', { due: { workingDays: 2 } }, '2022-07-13 08:00', ['2022-07-15 08:00 den-han 1', '2022-07-16 00:00 overdue', '2022-07-18 08:00 qua-han 1', '2022-07-25 08:00 qua-han 2', '2022-07-25 08:00 bao-cao 1']],
    ['hạn ghi sẵn rơi vào Chủ nhật: nhắc vào thứ Sáu trước đó', { due: { date: '2022-07-17' } }, '2022-07-01 09:00', ['2022-07-14 08:00 sap-den-han 1', '2022-07-15 08:00 den-han 1', '2022-07-18 00:00 overdue', '2022-07-18 08:00 qua-han 1', '2022-07-18 08:00 bao-cao 1']],
    ['theo hạn của nội dung, sớm hơn năm ngày làm việc', { due: { by: 'item', minus: { workingDays: 5 } } }, '2022-09-01 09:00', ['2022-09-21 08:00 sap-den-han 1', '2022-09-23 08:00 den-han 1', '2022-09-24 00:00 overdue', '2022-09-26 08:00 qua-han 1', '2022-09-26 08:00 bao-cao 1']],
  ])('%s', (_name, step, opened, expected) => {
    expect(lines({ ...step, ladder: 'standard' }, opened, '2022-12-31 00:00').slice(0, 5)).toEqual(expected);
  });

  test('a step that has a term and no ladder says only that the term has passed; one that has neither says nothing', () => {
    expect(lines({ due: { days: 3 } }, '2022-07-13 09:00', '2023-12-31 00:00')).toEqual(['2022-07-19 00:00 overdue']);
    expect(lines({}, '2022-07-13 09:00', '2023-12-31 00:00')).toEqual([]);
  });
});

describe('Các quy định khác · the other ladders that ship', () => {
  test('Hà Nội: đôn đốc ba lần cách ba ngày làm việc, rồi báo cáo giao ban', () => {
    expect(lines({ due: { workingDays: 5 }, ladder: 'hanoi' }, '2022-07-13 09:00', '2023-07-13 00:00')).toEqual([
      '2022-07-21 00:00 overdue', '2022-07-21 08:00 don-doc 1', '2022-07-26 08:00 don-doc 2', '2022-07-29 08:00 don-doc 3', '2022-07-29 08:00 bao-cao 1',
    ]);
  });

  test.each([['không có thời hạn', {}], ['có thời hạn', { due: { workingDays: 2 } }]])('lãnh đạo không bao giờ quá hạn, cứ năm ngày làm việc nhắc văn phòng và thư ký: bước %s', (_name, step) => {
    expect(lines({ ...step, ladder: 'leaders' }, '2022-07-13 09:00', '2022-09-13 12:00')).toEqual([
      '2022-07-20 08:00 dang-trinh 1', '2022-07-27 08:00 dang-trinh 2', '2022-08-03 08:00 dang-trinh 3', '2022-08-10 08:00 dang-trinh 4', '2022-08-17 08:00 dang-trinh 5', '2022-08-24 08:00 dang-trinh 6', '2022-08-31 08:00 dang-trinh 7',
      // 1 and 2/9 are off.
      '2022-09-09 08:00 dang-trinh 8',
    ]);
  });

  test('hỏa tốc nói cả ban đêm và ngày nghỉ, theo giờ: hạn 6 giờ từ 21 giờ thứ Sáu', () => {
    expect(lines({ due: { hours: 6 }, ladder: 'urgent' }, '2022-07-15 21:00', '2022-07-20 00:00')).toEqual([
      '2022-07-16 01:00 sap-den-gio 1', '2022-07-16 03:00 overdue', '2022-07-16 03:00 den-gio 1', '2022-07-16 04:00 qua-gio 1', '2022-07-16 04:00 bao-cao 1', '2022-07-16 06:00 qua-gio 2', '2022-07-16 08:00 qua-gio 3',
    ]);
  });

  test.each(SHIPPED_LADDERS.map((l) => [l.ladder, l] as const))('%s: báo cáo một lần, khi đã gửi đủ ba lần nhắc, không tính lần không có ai để nhắc', (_name, ladder) => {
    const [rung] = ladder.rungs.filter((r) => r.do.includes('remind'));
    const reports = [0, 1, 2, 3, 4].map((reminders) => climb(published(ladder), { id: 'r', dossier: 'd', step: 's', name: rung?.rung ?? 'dang-trinh', n: 1, dueAt: '2022-07-13T01:00:00.000Z', reminders }, EVERYBODY).reports);
    expect(reports).toEqual(rung ? [false, false, true, false, false] : [false, false, false, false, false]);
    const nobody = climb(published(ladder), { id: 'r', dossier: 'd', step: 's', name: rung?.rung ?? 'dang-trinh', n: 1, dueAt: '2022-07-13T01:00:00.000Z', reminders: 2 }, {});
    expect(nobody).toMatchObject({ reports: false, reminders: 2 });
  });
});

describe('Quy định của cơ quan · ladders of an office', () => {
  const lapsing = { kind: 'consult', each: { units: 'cooperating' }, due: { workingDays: 3 }, next: { completed: 'tiep-thu' } };
  const remind = (rung: string, time: Ladder['rungs'][number]['at'], more: object = {}): Ladder['rungs'][number] => ({ rung, at: time, do: ['remind'], ...more });

  test('sau khi hết hạn lấy ý kiến thì không còn gì được nói', () => {
    expect(lines({ ...lapsing, ladder: 'standard' }, '2022-07-13 09:00', '2023-01-01 00:00')).toEqual(['2022-07-14 08:00 sap-den-han 1', '2022-07-18 08:00 den-han 1', '2022-07-19 00:00 lapse']);
  });

  test('a rung that lapses puts the end where it says, the term passes before it, and reminders go on until then', () => {
    const ladder = own([remind('nhac', { every: { workingDays: 1 } }), { rung: 'het', at: { after: { workingDays: 2 } }, do: ['lapse'] }]);
    expect(lines({ ...lapsing, ladder: 'rieng' }, '2022-07-13 09:00', '2023-01-01 00:00', ladder)).toEqual([
      '2022-07-14 08:00 nhac 1', '2022-07-15 08:00 nhac 2', '2022-07-18 08:00 nhac 3', '2022-07-19 00:00 overdue', '2022-07-19 08:00 nhac 4', '2022-07-20 08:00 lapse',
    ]);
  });

  test.each([
    ['giờ rơi vào đêm thì dời đến lúc mở cửa', { after: { hours: 3 } }, {}, ['2022-07-15 08:00 x 1']],
    ['trước hạn theo giờ, rơi vào đêm thì lùi về trước lúc đóng cửa', { before: { hours: 5 } }, {}, ['2022-07-14 16:59 x 1']],
    ['nhắc lại mỗi ba giờ kể từ lần đầu, những lần rơi vào đêm và ngày nghỉ gộp thành một', { after: { hours: 1 } }, { repeat: { every: { hours: 3 }, atMost: 30 } }, [
      '2022-07-15 08:00 x 1', '2022-07-15 11:00 x 2', '2022-07-15 14:00 x 3', '2022-07-18 08:00 x 4', '2022-07-18 11:00 x 26', '2022-07-18 14:00 x 27', '2022-07-19 08:00 x 28',
    ]],
    ['ngày thường rơi vào ngày nghỉ thì dời sang ngày làm việc', { after: { days: 2 } }, {}, ['2022-07-18 08:00 x 1']],
    ['trước hạn theo ngày thường', { before: { days: 1 } }, {}, []],
    ['nhắc lại nhiều nhất hai lần', { after: { days: 1 } }, { repeat: { every: { days: 7 }, atMost: 2 } }, ['2022-07-15 08:00 x 1', '2022-07-22 08:00 x 2']],
  ])('%s', (_name, time, more, expected) => {
    // The term ends at 24:00 of Thursday 14/7.
    expect(lines({ due: { workingDays: 1 }, ladder: 'rieng' }, '2022-07-13 09:00', '2022-12-31 00:00', own([remind('x', time, more)])).filter((l) => !l.endsWith('overdue'))).toEqual(expected);
  });
});
