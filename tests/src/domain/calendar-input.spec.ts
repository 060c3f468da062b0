import fc from 'fast-check';
import { dayNumber, reckonDue, reckonSpan, spanWords, dueWords, type AskedSpan } from '@totrinh/domain';
import { shippedCalendar } from '@totrinh/persistence';
import { SHIPPED } from './calendar-data.ts';

const asking = (asked: Partial<AskedSpan>): unknown => reckonSpan(SHIPPED, { from: '2022-07-13', ...asked });
const refused = (code: string): object => ({ ok: false, error: expect.objectContaining({ code }) });

describe('Khoảng và ngày không dùng được · spans and days that cannot be used', () => {
  test.each([0, -1, -15, 3651, 1e9, Number.NaN, Number.POSITIVE_INFINITY, 1.5, 0.1])('%p ngày làm việc bị từ chối', (count) => {
    for (const unit of ['days', 'workingDays', 'workingHours', 'months'] as const) expect(asking({ [unit]: count })).toEqual(refused('SPAN_INVALID'));
  });

  test('no unit, two units, and more than ten years of months are refused', () => {
    expect(asking({})).toEqual(refused('SPAN_INVALID'));
    expect(asking({ days: 1, workingDays: 1 })).toEqual(refused('SPAN_INVALID'));
    expect(asking({ months: 121 })).toEqual(refused('SPAN_INVALID'));
  });

  test.each(['2022-02-31', '2023-02-29', '2022-13-01', '2022-00-10', '31/12/2022', '2022-7-13', '', 'hôm nay', '0000-01-01', '9999-12-31', '2022-07-13T25:00', '2022-07-13T09:30:00Z'])('ngày “%s” bị từ chối', (from) => {
    for (const unit of ['workingDays', 'workingHours', 'months'] as const) expect(reckonSpan(SHIPPED, { from, [unit]: 1 })).toEqual(refused('DAY_UNKNOWN'));
  });

  test('a time of day is for working hours only', () => {
    expect(asking({ from: '2022-07-13T09:30', days: 1 })).toEqual(refused('DAY_UNKNOWN'));
    expect(asking({ from: '2022-07-13 09:30', workingHours: 1 })).toMatchObject({ ok: true, value: { at: new Date('2022-07-13T03:30:00Z') } });
  });

  test('whatever is asked, it answers or refuses and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))), fc.double(), fc.constantFrom('days', 'workingDays', 'workingHours', 'months'), fc.boolean(), (from, count, unit, before) => {
      expect(reckonSpan(SHIPPED, { from, [unit]: Math.round(count) === 0 ? 1 : count, before }).ok).toEqual(expect.any(Boolean));
    }));
  });
});

describe('Căn cứ · why it ends there', () => {
  const basis = { submission: null, itemDeadline: '2026-03-31', calendar: SHIPPED };

  test('days skipped come with reason and decision, the calendar with its version', () => {
    const answer = reckonSpan(SHIPPED, { from: '2026-01-01', workingDays: 1 });
    if (!answer.ok) throw new Error('refused');
    const { vi, en } = spanWords(answer.value);
    expect(vi).toContain('1 ngày làm việc kể từ 1/1/2026 (không tính ngày đầu): 5/1/2026');
    expect(vi).toContain('2/1/2026 (Tết Dương lịch - hoán đổi với 2026-01-10, 12729/VPCP-KGVX)');
    expect(vi).toContain('theo lịch vn:1');
    expect(en).toContain('2 days of weekends not counted');
  });

  test('a term that rests on planned days says so, and names them', () => {
    const opened = reckonDue({ workingDays: 1 }, { ...basis, opening: new Date('2027-02-03T02:00:00Z') });
    expect(opened?.due).toMatchObject({ planned: true, beyond: false, end: '2027-02-11' });
    expect(dueWords(opened?.due ?? raise()).vi).toMatch(/4\/2\/2027, 5\/2\/2027, .*10\/2\/2027 \(Tết Đinh Mùi, .*, dự kiến\).*có ngày nghỉ mới là dự kiến/);
  });

  test('plain days rest only on the day where they end: days off on the way are counted', () => {
    const across = reckonDue({ days: 30 }, { ...basis, opening: new Date('2027-01-20T02:00:00Z') });
    expect(across?.due).toMatchObject({ end: '2027-02-19', planned: false, days: [], weekends: 0 });
    const onto = reckonDue({ days: 2 }, { ...basis, opening: new Date('2027-02-03T02:00:00Z') });
    expect(onto?.due).toMatchObject({ end: '2027-02-11', movedFrom: '2027-02-05', planned: true });
  });

  test('a term counted back from the item’s day names the days on its way, its own end among them', () => {
    const back = reckonDue({ by: 'item', minus: { workingDays: 25 } }, { ...basis, itemDeadline: '2026-03-13', opening: new Date('2026-01-05T02:00:00Z') });
    expect(back?.due).toMatchObject({ end: '2026-01-30', planned: false });
    expect(back?.due.days.map((d) => d.day)).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
    const saturday = reckonDue({ by: 'item', minus: { workingDays: 1 } }, { ...basis, itemDeadline: '2026-08-24', opening: new Date('2026-08-01T02:00:00Z') });
    expect(saturday?.due).toMatchObject({ end: '2026-08-22', planned: true });
  });

  test('a day counted back in plain days that falls on a day off goes back to a working day', () => {
    const back = reckonDue({ by: 'item', minus: { days: 2 } }, { ...basis, itemDeadline: '2022-07-18', opening: new Date('2022-07-01T02:00:00Z') });
    expect(back?.due).toMatchObject({ end: '2022-07-15', movedFrom: '2022-07-16' });
  });
});

describe('Lịch kèm theo hệ thống · the shipped file', () => {
  const { days, until } = shippedCalendar();
  const of = (day: string): object | undefined => days.find((d) => d.day === day);

  test('every row is read, a reason in quotation marks with its comma too', () => {
    expect(days).toHaveLength(87);
    expect(until).toBe('2027-12-31');
    expect(days.every((d) => !Number.isNaN(dayNumber(d.day)))).toBe(true);
  });

  test('a row whose source names no number stays planned, without a source', () => {
    for (const day of ['2025-04-26', '2025-05-02', '2026-08-22', '2026-08-31']) expect(of(day)).toMatchObject({ status: 'planned', source: null });
    expect(of('2026-01-02')).toMatchObject({ kind: 'off', status: 'confirmed', source: '12729/VPCP-KGVX' });
    expect(of('2024-05-04')).toMatchObject({ kind: 'work', status: 'confirmed', source: '2450/VPCP-KGVX' });
    expect(of('2027-02-04')).toMatchObject({ status: 'planned' });
  });
});

function raise(): never {
  throw new Error('no due date');
}
