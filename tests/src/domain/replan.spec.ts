import fc from 'fast-check';
import { calendarOf, deadlineOf, replanTerm, type Calendar, type SpecialDay, type StandingTerm, type WorkRule } from '@totrinh/domain';
import { shippedCalendar } from '../../../libs/persistence/src/shipped/shipped-calendar.ts';
import { at, ruleOf, SHIPPED_TERMS } from './ladder-office.ts';

const day = fc.integer({ min: 0, max: 90 }).map((n) => new Date(Date.UTC(2022, 6, 1 + n)).toISOString().slice(0, 10));
const special = (kind: SpecialDay['kind']): fc.Arbitrary<SpecialDay[]> => fc.uniqueArray(day, { maxLength: 6 }).map((days) => days.map((d) => ({ day: d, kind, reason: 'MẪU', status: 'confirmed', source: 'MẪU' })));
const due = fc.oneof(
  fc.integer({ min: 1, max: 45 }).map((workingDays) => ({ workingDays })), fc.integer({ min: 1, max: 45 }).map((days) => ({ days })), fc.integer({ min: 1, max: 200 }).map((hours) => ({ hours })),
  fc.integer({ min: 1, max: 200 }).map((workingHours) => ({ workingHours })));
const rule = fc.record({ due, ladder: fc.constantFrom('standard', 'hanoi', 'urgent', 'leaders') }).map((r): WorkRule => ruleOf(r));
const opened = fc.record({ n: fc.integer({ min: 1, max: 28 }), h: fc.integer({ min: 0, max: 23 }) }).map(({ n, h }) => at(`2022-07-${String(n).padStart(2, '0')} ${String(h).padStart(2, '0')}:00`));

const withDays = (version: number, days: readonly SpecialDay[]): Calendar => calendarOf([{ id: 'vn', version, content: { ...shippedCalendar(), days: [...shippedCalendar().days, ...days] } }]);
const on = (calendar: Calendar): typeof SHIPPED_TERMS => ({ ...SHIPPED_TERMS, calendar });

/** A step that opened by the calendar that ships. */
function standing(r: WorkRule, openedAt: Date): StandingTerm {
  const deadline = deadlineOf(r, { opening: openedAt, submission: null, itemDeadline: null }, SHIPPED_TERMS);
  return { dueAt: deadline?.dueAt ?? null, due: deadline?.due ?? null, openedAt: openedAt.toISOString(), waiting: deadline?.rungs ?? [] };
}

describe('a term by another calendar', () => {
  test('a version that changes no day moves nothing and asks nothing', () => {
    fc.assert(fc.property(rule, opened, (r, from) => {
      const to = replanTerm(r, standing(r, from), SHIPPED_TERMS.calendar, from, on(withDays(2, [])));
      expect([to.moves, to.asks, to.until]).toEqual([false, false, null]);
    }));
  });

  test('holidays never ask: a date stays or comes later', () => {
    fc.assert(fc.property(rule, opened, special('off'), (r, from, days) => {
      const was = standing(r, from);
      const to = replanTerm(r, was, SHIPPED_TERMS.calendar, from, on(withDays(2, days)));
      expect(to.asks).toBe(false);
      expect(to.dueAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(was.dueAt ?? ''));
    }));
  });

  test('no calendar brings a date forward, nor loses a reminder that still waits, however late it is published', () => {
    fc.assert(fc.property(rule, opened, special('off'), special('work'), fc.integer({ min: 0, max: 60 }), (r, from, off, work, later) => {
      const was = standing(r, from);
      const now = new Date(from.getTime() + later * 86_400_000);
      const to = replanTerm(r, was, SHIPPED_TERMS.calendar, now, on(withDays(2, [...off, ...work])));
      expect(to.dueAt?.getTime()).toBeGreaterThanOrEqual(Date.parse(was.dueAt ?? ''));
      const names = (rungs: StandingTerm['waiting']): string[] => rungs.map((x) => `${x.kind} ${x.name ?? ''}`);
      expect(names(to.rungs)).toEqual(expect.arrayContaining(names(was.waiting)));
    }));
  });

  test('the office is asked once: a further version that says the same asks nothing', () => {
    fc.assert(fc.property(rule, opened, special('work'), (r, from, days) => {
      const was = standing(r, from);
      const first = replanTerm(r, was, SHIPPED_TERMS.calendar, from, on(withDays(2, days)));
      const again = replanTerm(r, { ...was, due: first.due, dueAt: first.dueAt?.toISOString() ?? null, waiting: first.rungs }, withDays(2, days), from, on(withDays(3, days)));
      expect([again.asks, again.moves, again.until]).toEqual([false, false, first.until]);
    }));
  });
});
