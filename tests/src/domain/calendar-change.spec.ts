import { calendarOf, changeCalendar, diffCalendars, isWorkingDay, type CalendarChangeCommand, type CalendarContent, type Result } from '@totrinh/domain';
import { shippedCalendar } from '@totrinh/persistence';

const BASE = shippedCalendar();
type Change = Partial<Omit<CalendarChangeCommand, 'base' | 'reason'>>;
const change = (given: Change, was: CalendarContent | null = BASE, id = 'vn'): Result<CalendarContent> => changeCalendar(id, was, { changes: [], ...given });
const after = (given: Change, was: CalendarContent | null = BASE, id = 'vn'): CalendarContent => {
  const result = change(given, was, id);
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
  return result.value;
};
const dayOf = (content: CalendarContent, day: string): object | undefined => content.days.find((d) => d.day === day);
const STORM = { day: '2026-09-08', kind: 'off', reason: 'Nghỉ chống bão' } as const;

describe('Sửa lịch làm việc · changing a calendar', () => {
  test('a day whose source names a decision is confirmed, one without is planned', () => {
    expect(dayOf(after({ changes: [{ do: 'add', ...STORM, source: '15/CĐ-TTg' }] }), STORM.day)).toEqual({ ...STORM, status: 'confirmed', source: '15/CĐ-TTg' });
    expect(dayOf(after({ changes: [{ do: 'add', ...STORM }] }), STORM.day)).toEqual({ ...STORM, status: 'planned', source: null });
  });

  test('the number of the decision confirms planned days, and nothing else about them changes', () => {
    const days = ['2026-08-22', '2026-08-31'];
    const confirmed = after({ changes: days.map((day) => ({ do: 'confirm', day, source: '9999/TB-BNV' })) });
    for (const day of days) expect(dayOf(confirmed, day)).toEqual({ ...dayOf(BASE, day), status: 'confirmed', source: '9999/TB-BNV' });
    expect(diffCalendars(BASE, confirmed)).toMatchObject({ week: false, hours: false, until: false, days: days.map((day) => ({ day, before: { status: 'planned' }, after: { status: 'confirmed' } })) });
  });

  test('a day can be replaced and taken out', () => {
    const moved = after({ changes: [{ do: 'remove', day: '2026-08-31' }, { do: 'replace', day: '2026-08-22', kind: 'off', reason: 'Không làm bù' }] });
    expect(dayOf(moved, '2026-08-31')).toBeUndefined();
    expect(dayOf(moved, '2026-08-22')).toMatchObject({ kind: 'off', status: 'planned' });
  });

  test('the calendar of an office says only what differs there, and wins day by day', () => {
    const own = after({ changes: [{ do: 'add', day: '2026-04-13', kind: 'off', reason: 'Chôl Chnăm Thmây', source: '12/KH-UBND' }], week: [true, true, true, true, true, true, false] }, null, 'stc');
    expect(own).toEqual({ week: [true, true, true, true, true, true, false], days: [expect.objectContaining({ day: '2026-04-13' })] });
    const both = calendarOf([{ id: 'vn', version: 1, content: BASE }, { id: 'stc', version: 1, content: own }]);
    expect(both.key).toBe('vn:1+stc:1');
    expect([isWorkingDay(both, '2026-04-13'), isWorkingDay(both, '2026-04-11'), isWorkingDay(both, '2026-09-02')]).toEqual([false, true, false]);
  });

  const unsound: readonly (readonly [string, Change, RegExp])[] = [
    ['31/2', { changes: [{ do: 'add', ...STORM, day: '2026-02-31' }] }, /2026-02-31.*không phải là một ngày có thật/],
    ['một năm vô lý', { changes: [{ do: 'add', ...STORM, day: '1026-02-01' }] }, /nằm ngoài/],
    ['xác nhận mà không có nguồn', { changes: [{ do: 'add', ...STORM, status: 'confirmed' }] }, /nguồn phải nêu số/],
    ['xác nhận bằng lời hứa', { changes: [{ do: 'confirm', day: '2026-08-31', source: 'sẽ có văn bản' }] }, /nguồn phải nêu số/],
    ['hai dòng cho một ngày', { changes: [{ do: 'add', ...STORM }, { do: 'add', ...STORM, kind: 'work' }] }, /có hai dòng/],
    ['thêm ngày đã có', { changes: [{ do: 'add', ...STORM, day: '2026-09-02' }] }, /đã có trong lịch/],
    ['sửa ngày chưa có', { changes: [{ do: 'replace', ...STORM }] }, /chưa có trong lịch/],
    ['bỏ ngày chưa có', { changes: [{ do: 'remove', day: STORM.day }] }, /chưa có trong lịch/],
    ['tuần không có ngày làm việc', { week: [false, false, false, false, false, false, false] }, /không có ngày làm việc nào/],
    ['giờ chồng nhau', { hours: [{ from: '08:00', to: '12:00' }, { from: '11:00', to: '17:00' }] }, /chồng lên/],
    ['giờ đi lùi', { hours: [{ from: '12:00', to: '08:00' }] }, /không kết thúc sau khi bắt đầu/],
    ['lịch hết trước ngày cuối', { until: '2026-12-31' }, /sau 2026-12-31/],
    ['lịch hết ngày 31/2', { until: '2028-02-31' }, /không phải là một ngày dùng được/],
  ];
  test.each(unsound)('từ chối: %s', (_name, given, words) => {
    const result = change(given);
    expect(result).toMatchObject({ ok: false, error: { code: 'CALENDAR_INVALID', details: { calendar: 'vn' } } });
    const faults = result.ok ? [] : (result.error.details?.['faults'] as readonly { vi: string; en: string }[]);
    expect(faults.map((f) => f.vi).join(' ')).toMatch(words);
    expect(faults.every((f) => f.en.length > 0)).toBe(true);
  });

  test('every fault is told at once, each with its line', () => {
    const result = change({ changes: [{ do: 'add', ...STORM, day: '2026-02-30' }, { do: 'remove', day: '2026-03-03' }], week: Array.from({ length: 7 }, () => false) });
    expect(result).toMatchObject({ ok: false, error: { details: { faults: [{ path: ['changes', 0] }, { path: ['changes', 1] }, { path: ['week'] }] } } });
  });

  test('a change that changes nothing is refused', () => {
    const same = BASE.days.find((d) => d.day === '2026-09-02');
    const nothing: readonly Change[] = [{}, { until: '2027-12-31' }, { week: BASE.week }, ...(same ? [{ changes: [{ do: 'replace' as const, ...same }] }] : [])];
    for (const given of nothing) expect(change(given)).toMatchObject({ ok: false, error: { code: 'CALENDAR_UNCHANGED' } });
    expect(nothing).toHaveLength(4);
  });
});
