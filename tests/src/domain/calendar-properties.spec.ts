import fc from 'fast-check';
import { addMonths, addWorkingDays, addWorkingHours, dayNumber, dayText, daysOfMonth, isDayText, isWorkingDay, reckonDue, reckonSpan, shiftDay, workingDayAt, workingDaysBetween, workingTimeBetween, type Due } from '@totrinh/domain';
import { SHIPPED } from './calendar-data.ts';
import { isWorked, slowDays, slowMinutes, slowWorkingDays } from './calendar-oracle.ts';

const FIRST = dayNumber('2021-01-01');
const LAST = dayNumber('2027-12-31');
const aDay = fc.integer({ min: FIRST + 400, max: LAST - 400 }).map(dayText);
const aWorkingDay = aDay.map((d) => workingDayAt(SHIPPED, d));
const aCount = fc.integer({ min: 1, max: 200 });
/** Minutes since 2021-01-01T00:00 by the office's clock, and the instant. */
const aMinute = fc.integer({ min: 60 * 24 * 60, max: (LAST - FIRST - 60) * 24 * 60 });
const START = Date.UTC(2020, 11, 31, 17);
const instant = (minute: number): Date => new Date(START + minute * 60_000);

describe('Số học của lịch · laws of the arithmetic, 2021–2027', () => {
  test('each day is worked just when the slow reckoner says so', () => {
    const days = Array.from({ length: LAST - FIRST + 1 }, (_, i) => dayText(FIRST + i));
    expect(days.filter((d) => isWorkingDay(SHIPPED, d))).toEqual(days.filter(isWorked));
  });

  test('a day and its number are each other’s, for every day that Date knows', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 200_000 }), (n) => {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10);
      expect([dayText(n), dayNumber(text)]).toEqual([text, n]);
    }));
  });

  test('only days that exist have a number', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2150 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (y, m, d) => {
      const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      const real = new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10) === text;
      expect(isDayText(text)).toBe(real);
    }));
    for (const text of ['', '2022-2-03', '2022/02/03', '2022-02-3x', '２０２２-02-03', '2022-02-030', 'null']) expect(isDayText(text)).toBe(false);
  });

  test('working days agree with the slow reckoner, both ways', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: -200, max: 200 }), (day, n) => {
      expect(addWorkingDays(SHIPPED, day, n)).toBe(slowWorkingDays(day, n));
    }), { numRuns: 500 });
  });

  test('plain days agree with the slow reckoner, both ways', () => {
    fc.assert(fc.property(aDay, aCount, fc.boolean(), (day, days, before) => {
      const answer = reckonSpan(SHIPPED, { from: day, days, before });
      expect(answer).toMatchObject({ ok: true, value: { end: slowDays(day, before ? -days : days) } });
    }), { numRuns: 500 });
  });

  test('working hours agree with the slow reckoner, both ways, to the minute', () => {
    fc.assert(fc.property(aMinute, fc.integer({ min: -24, max: 24 }).filter((h) => h !== 0), (from, hours) => {
      expect(addWorkingHours(SHIPPED, instant(from), hours).getTime()).toBe(instant(slowMinutes(from, hours * 60)).getTime());
    }), { numRuns: 100 });
  });

  test('from a working day, as many on and as many back is where it began; so it is the other way round', () => {
    fc.assert(fc.property(aWorkingDay, fc.integer({ min: -200, max: 200 }), (day, n) => {
      expect(addWorkingDays(SHIPPED, addWorkingDays(SHIPPED, day, n), -n)).toBe(day);
    }), { numRuns: 500 });
  });

  test('a step in two halves is the whole step, and what was added is what lies between', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (day, a, b) => {
      const end = addWorkingDays(SHIPPED, day, a + b);
      expect(addWorkingDays(SHIPPED, addWorkingDays(SHIPPED, day, a), b)).toBe(end);
      expect(workingDaysBetween(SHIPPED, day, end)).toBe(a + b);
    }), { numRuns: 300 });
  });

  test('hours on and back is where they began, within working time; and as much working time lies between', () => {
    const within = aMinute.map((m) => addWorkingHours(SHIPPED, instant(m), 0.25));
    fc.assert(fc.property(within, fc.integer({ min: 1, max: 60 }), (from, hours) => {
      const to = addWorkingHours(SHIPPED, from, hours);
      expect(workingTimeBetween(SHIPPED, from, to)).toBe(hours * 3_600_000);
      expect(workingTimeBetween(SHIPPED, addWorkingHours(SHIPPED, to, -hours), from)).toBe(0);
    }), { numRuns: 300, examples: [[new Date('2027-01-04T10:00:00.000Z'), 1]] });
  });

  test('never does a term of days, working days or months end on a day off, nor one of hours outside working time', () => {
    const span = fc.oneof(aCount.map((days) => ({ days })), aCount.map((workingDays) => ({ workingDays })), fc.integer({ min: 1, max: 12 }).map((months) => ({ months })), fc.integer({ min: 1, max: 300 }).map((workingHours) => ({ workingHours })));
    fc.assert(fc.property(aDay, span, fc.boolean(), (from, asked, before) => {
      const answer = reckonSpan(SHIPPED, { from, ...asked, before });
      if (!answer.ok) throw new Error(answer.error.code);
      expect(isWorked(answer.value.end)).toBe(true);
      expect(before ? answer.value.end < from : answer.value.end > from || 'workingHours' in asked).toBe(true);
    }), { numRuns: 500 });
  });

  test('a later start never ends earlier, and a longer term neither', () => {
    const rule = fc.oneof(aCount.map((days): Due => ({ days })), aCount.map((workingDays): Due => ({ workingDays })), aCount.map((workingHours): Due => ({ workingHours })), aCount.map((hours): Due => ({ hours })));
    const ends = (due: Due, at: Date): number => reckonDue(due, { opening: at, submission: null, itemDeadline: null, calendar: SHIPPED })?.dueAt.getTime() ?? 0;
    fc.assert(fc.property(aMinute, fc.integer({ min: 1, max: 20_000 }), rule, fc.integer({ min: 1, max: 30 }), (from, later, due, more) => {
      expect(ends(due, instant(from + later))).toBeGreaterThanOrEqual(ends(due, instant(from)));
      const longer = Object.fromEntries(Object.entries(due).map(([unit, n]) => [unit, Number(n) + more])) as unknown as Due;
      expect(ends(longer, instant(from))).toBeGreaterThanOrEqual(ends(due, instant(from)));
    }), { numRuns: 300 });
  });

  test('a month later is the same date or the last of its month, and never runs over into the next', () => {
    fc.assert(fc.property(aDay, fc.integer({ min: -24, max: 24 }), (day, months) => {
      const there = addMonths(day, months);
      const [y, m, d] = [Number(there.slice(0, 4)), Number(there.slice(5, 7)), Number(there.slice(8))];
      expect(y * 12 + m).toBe(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + months);
      expect(d).toBe(Math.min(Number(day.slice(8)), daysOfMonth(y, m)));
      expect(shiftDay(shiftDay(there, 17), -17)).toBe(there);
    }), { numRuns: 300 });
  });
});
