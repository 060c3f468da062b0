import fc from 'fast-check';
import { calendarOf, dayNumber, dayText, dueWords, endOfDay, instantOn, isBeforeLeaders, isLeadersTask, PLAIN_CALENDAR, reckonDue, standingLimits, standingOf, standingWords, type Calendar, type DueExplanation, type Due, type StandingQuery, type WorkRule } from '@totrinh/domain';

/** Quốc khánh 1–2/9/2022 off, and a Saturday worked for it; Tết 2027 only planned. */
const CALENDAR: Calendar = calendarOf([{ id: 'vn', version: 1, content: { until: '2027-12-31', days: [
  { day: '2022-09-01', kind: 'off', reason: 'Quốc khánh', status: 'confirmed', source: 'MẪU' }, { day: '2022-09-02', kind: 'off', reason: 'Quốc khánh', status: 'confirmed', source: 'MẪU' },
  { day: '2022-09-10', kind: 'work', reason: 'làm bù', status: 'confirmed', source: 'MẪU' }, { day: '2027-02-08', kind: 'off', reason: 'Tết', status: 'planned', source: null },
] } }]);

const MORNING = 9 * 60;
const at = (day: string, minutes = MORNING): Date => instantOn(day, minutes);
const step = (given: Partial<StandingQuery>): StandingQuery => ({ openedAt: at('2022-08-01'), dueAt: null, leaders: false, pausedUntil: null, ...given });
const words = (now: Date, given: Partial<StandingQuery>, soon = 2, calendar = CALENDAR): string | null => {
  const standing = standingOf(step(given), { calendar, now, soon });
  return standing && standingWords(standing).vi;
};

describe('sắp đến hạn, đến hạn, quá hạn / due soon, due, late', () => {
  test.each([
    ['2022-08-24', '2022-08-31', 2, 'còn 5 ngày làm việc'], ['2022-08-26', '2022-08-31', 2, 'còn 3 ngày làm việc'],
    ['2022-08-29', '2022-08-31', 2, 'sắp đến hạn, còn 2 ngày làm việc'], ['2022-08-30', '2022-08-31', 2, 'sắp đến hạn, còn 1 ngày làm việc'],
    ['2022-08-29', '2022-08-31', 0, 'còn 2 ngày làm việc'], ['2022-08-24', '2022-08-31', 5, 'sắp đến hạn, còn 5 ngày làm việc'],
    ['2022-08-31', '2022-08-31', 2, 'đến hạn hôm nay'], ['2022-08-31', '2022-08-31', 0, 'đến hạn hôm nay'],
    // A term on a day off that somebody set is due on the working day before it.
    ['2022-08-31', '2022-09-02', 2, 'đến hạn 2/9'], ['2022-09-02', '2022-09-02', 2, 'đến hạn hôm nay'], ['2022-08-30', '2022-09-02', 2, 'sắp đến hạn, còn 1 ngày làm việc'],
    // Over the weekend and the holiday nobody works, so that a term of Monday is still one day away.
    ['2022-09-03', '2022-09-05', 2, 'sắp đến hạn, còn 1 ngày làm việc'], ['2022-09-09', '2022-09-10', 2, 'sắp đến hạn, còn 1 ngày làm việc'],
    ['2022-09-01', '2022-08-31', 2, 'quá hạn'], ['2022-09-04', '2022-08-31', 2, 'quá hạn'], ['2022-09-05', '2022-08-31', 2, 'quá hạn 1 ngày làm việc'],
    ['2022-09-11', '2022-08-31', 2, 'quá hạn 6 ngày làm việc'], ['2022-09-12', '2022-08-31', 2, 'quá hạn 7 ngày làm việc'],
  ])('on %s, with a term to %s and a threshold of %s: %s', (today, last, soon, said) => {
    expect(words(at(today), { dueAt: endOfDay(last) }, soon)).toBe(said);
  });

  test('a term lasts until 24:00 of its last day, and one of hours until its hour', () => {
    expect(words(at('2022-08-31', 23 * 60 + 59), { dueAt: endOfDay('2022-08-31') })).toBe('đến hạn hôm nay');
    expect(words(at('2022-08-31', 24 * 60), { dueAt: endOfDay('2022-08-31') })).toBe('quá hạn');
    expect(words(at('2022-08-31', 14 * 60), { dueAt: at('2022-08-31', 15 * 60) })).toBe('đến hạn hôm nay');
    expect(words(at('2022-08-31', 15 * 60), { dueAt: at('2022-08-31', 15 * 60) })).toBe('quá hạn');
  });

  test('leaders are never late, with a term or without, however long they take', () => {
    expect(words(at('2022-07-13'), { openedAt: at('2022-06-28'), leaders: true })).toBe('đang trình từ 28/6 (11 ngày làm việc)');
    expect(words(at('2022-12-01'), { openedAt: at('2022-06-28'), dueAt: endOfDay('2022-07-01'), leaders: true })).toMatch(/^đang trình từ 28\/6 \(\d+ ngày làm việc\)$/);
    expect(words(at('2022-01-04'), { openedAt: at('2021-12-31'), leaders: true })).toBe('đang trình từ 31/12/2021 (2 ngày làm việc)');
    expect(words(at('2022-06-28', 17 * 60), { openedAt: at('2022-06-28'), leaders: true })).toBe('đang trình từ 28/6 (0 ngày làm việc)');
  });

  test('a suspended dossier is neither late nor before anybody; what has no term stands nowhere', () => {
    for (const leaders of [true, false]) expect(words(at('2022-12-01'), { dueAt: endOfDay('2022-07-01'), pausedUntil: '2023-01-05', leaders })).toBe('tạm dừng đến 5/1/2023');
    expect(words(at('2022-12-01'), {})).toBeNull();
  });

  test('English says the same', () => {
    const en = (now: string, given: Partial<StandingQuery>): string => standingWords(standingOf(step(given), { calendar: CALENDAR, now: at(now), soon: 2 })!).en;
    expect(en('2022-07-13', { openedAt: at('2022-06-28'), leaders: true })).toBe('before leaders since 28 June (11 working days)');
    expect(en('2022-08-30', { dueAt: endOfDay('2022-08-31') })).toBe('due soon, 1 working day left');
    expect(en('2022-09-06', { dueAt: endOfDay('2022-08-31') })).toBe('2 working days late');
    expect(en('2022-08-31', { dueAt: endOfDay('2022-09-02') })).toBe('due on 2 September');
  });

  test('a list that is judged by limits is judged as one by one', () => {
    const day = fc.integer({ min: dayNumber('2022-08-20'), max: dayNumber('2022-09-20') });
    fc.assert(fc.property(day, day, fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 0, max: 10 }), fc.constantFrom(CALENDAR, PLAIN_CALENDAR), (a, b, early, late, soon, calendar) => {
      const [now, dueAt] = [at(dayText(a), early), at(dayText(b), late)];
      const limits = standingLimits({ calendar, now, soon });
      const byLimits = now >= dueAt ? 'late' : dueAt <= limits.due ? 'due' : dueAt <= limits.soon ? 'soon' : 'onTime';
      expect(standingOf(step({ dueAt }), { calendar, now, soon })!.is).toBe(byLimits);
    }), { numRuns: 2_000 });
  });
});

describe('việc của lãnh đạo / what leaders have', () => {
  const rule = (given: object): WorkRule => ({ next: {}, ...given }) as unknown as WorkRule;
  const body = { body: 'thuong-truc' };
  const head = { headOf: 'leadUnit' };
  test.each([
    ['an approval of a body', { kind: 'approve', who: body }, 'work', true, true], ['an approval of one head', { kind: 'approve', who: head }, 'work', false, false],
    ['a body’s signature', { kind: 'sign', who: { signers: 'btv' } }, 'work', true, true], ['a vote', { kind: 'vote' }, 'work', true, true], ['the result of a vote, which the office enters', { kind: 'vote' }, 'record', false, true],
    ['a finishing while it is worked on', { kind: 'finish', who: head, confirm: body }, 'work', false, false], ['a finishing while a body confirms it', { kind: 'finish', who: head, confirm: body }, 'confirm', true, true],
    ['an opinion on the side', { kind: 'finish', who: head, confirm: body }, 'aside', false, false], ['a review', { kind: 'review', who: head }, 'work', false, false],
  ] as const)('%s', (_what, given, purpose, task, before) => {
    expect(isLeadersTask(rule(given), purpose)).toBe(task);
    expect(isBeforeLeaders(rule(given), [purpose])).toBe(before);
    expect(isBeforeLeaders(rule(given), [purpose], { leaders: true })).toBe(true);
  });
});

describe('căn cứ của hạn / why a term ends when it does', () => {
  const due = (rule: Due, opening: string): DueExplanation => reckonDue(rule, { opening: at(opening), submission: at('2022-08-30'), itemDeadline: '2022-09-30', calendar: CALENDAR })!.due;
  test.each([
    [{ workingDays: 10 }, '2022-08-26', '10 ngày làm việc kể từ khi mở bước, 26/8/2022; không tính 5 ngày nghỉ cuối tuần; không tính 1/9/2022, 2/9/2022 (Quốc khánh, MẪU); có tính 10/9/2022 (làm bù, MẪU); hạn hết ngày 12/9/2022; theo lịch vn:1.', '10 working days from the opening of the step on 26 August 2022; 5 days of weekends not counted; not counted: 1 September 2022, 2 September 2022 (Quốc khánh, MẪU); counted: 10 September 2022 (làm bù, MẪU); due by the end of 12 September 2022; by calendar vn:1.'],
    [{ days: 2 }, '2022-08-31', '2 ngày kể từ khi mở bước, 31/8/2022; 2/9/2022 là ngày nghỉ nên tính đến ngày làm việc kế tiếp; hạn hết ngày 5/9/2022; theo lịch vn:1.', '2 days from the opening of the step on 31 August 2022; 2 September 2022 is a day off, so it goes on to the next working day; due by the end of 5 September 2022; by calendar vn:1.'],
    [{ workingDays: 1, from: 'submission' }, '2022-08-26', '1 ngày làm việc kể từ khi trình, 30/8/2022; hạn hết ngày 31/8/2022; theo lịch vn:1.', '1 working day from the submission on 30 August 2022; due by the end of 31 August 2022; by calendar vn:1.'],
    [{ hours: 4 }, '2022-08-26', '4 giờ kể từ khi mở bước, 26/8/2022; hạn trong ngày 26/8/2022; theo lịch vn:1.', '4 hours from the opening of the step on 26 August 2022; due on 26 August 2022; by calendar vn:1.'],
    [{ date: '2022-09-02' }, '2022-08-26', 'Hạn đã định: 2/9/2022; hạn hết ngày 2/9/2022; theo lịch vn:1.', 'A date that was given: 2 September 2022; due by the end of 2 September 2022; by calendar vn:1.'],
    [{ by: 'item', minus: { workingDays: 3 } }, '2022-08-26', 'Sớm hơn hạn của nội dung 3 ngày làm việc (30/9/2022); hạn hết ngày 27/9/2022; theo lịch vn:1.', '3 working days before the item’s deadline (30 September 2022); due by the end of 27 September 2022; by calendar vn:1.'],
    [{ workingDays: 1 }, '2027-02-05', '1 ngày làm việc kể từ khi mở bước, 5/2/2027; không tính 2 ngày nghỉ cuối tuần; không tính 8/2/2027 (Tết, dự kiến); hạn hết ngày 9/2/2027; theo lịch vn:1; có ngày nghỉ mới là dự kiến.', '1 working day from the opening of the step on 5 February 2027; 2 days of weekends not counted; not counted: 8 February 2027 (Tết, planned); due by the end of 9 February 2027; by calendar vn:1; rests on days off that are only planned.'],
  ] as const)('%j from %s', (rule, opening, vi, en) => {
    expect(dueWords(due(rule, opening))).toEqual({ vi, en });
  });

  test('what changed it since is told, in order', () => {
    const changed: DueExplanation = { ...due({ days: 3 }, '2028-01-03'), changes: [{ because: 'extension', to: '2028-01-10' }, { because: 'pause', from: '2028-01-07', to: '2028-02-01' }, { because: 'moved', to: '2028-02-03' }] };
    expect(dueWords(changed).vi).toBe('3 ngày kể từ khi mở bước, 3/1/2028; gia hạn đến 10/1/2028; tạm dừng từ 7/1/2028 đến 1/2/2028; đổi sang 3/2/2028; hạn hết ngày 6/1/2028; theo lịch vn:1; vượt quá lịch làm việc đã có.');
    expect(dueWords(changed).en).toContain('extended to 10 January 2028; suspended from 7 January 2028 to 1 February 2028; moved to 3 February 2028');
  });
});
