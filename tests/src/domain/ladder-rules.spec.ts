import fc from 'fast-check';
import { calendarOf, dueChanged, endOfDay, isWorkingDay, officeDay, rungTime, type Calendar, type Case, type Fact, type Ladder, type NewDue, type Span, type StepDue, type Terms } from '@totrinh/domain';
import { shippedCalendar } from '../../../libs/persistence/src/shipped/shipped-calendar.ts';
import { at, laddersOf, officeTime, ruleOf, SHIPPED_TERMS, speaks } from './ladder-office.ts';
import { routeOf, textWith } from './sample-route.ts';

const span = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 1, max: 12 }) }), fc.record({ days: fc.integer({ min: 1, max: 20 }) }), fc.record({ hours: fc.integer({ min: 1, max: 60 }) }),
) as fc.Arbitrary<Span>;
const rung = fc.record({
  at: fc.oneof(fc.constant('due' as const), span.map((before) => ({ before })), span.map((after) => ({ after }))),
  repeat: fc.option(fc.record({ every: span, atMost: fc.integer({ min: 2, max: 6 }) }), { nil: undefined }),
});
const ladders: fc.Arbitrary<Ladder> = fc.record({ urgent: fc.boolean(), rungs: fc.array(rung, { minLength: 1, maxLength: 4 }), every: fc.option(span, { nil: undefined }) }).map(({ urgent, rungs, every }) => ({
  ladder: 'rieng', title: { vi: 'MẪU', en: 'Sample' }, leaders: false, urgent,
  rungs: [
    ...rungs.map(({ at: when, repeat }, i) => ({ rung: `r${i}`, at: when, do: ['remind' as const], ...(repeat ? { repeat } : {}) })),
    ...(every ? [{ rung: 'deu-dan', at: { every }, do: ['remind' as const] }] : []),
  ],
}));
const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
/** The shipped calendar with some days turned over by an office. */
const turned = fc.uniqueArray(day, { maxLength: 25 });
const SHIPPED = shippedCalendar();
const calendarWith = (days: readonly string[]): Calendar => calendarOf([
  { id: 'vn', version: 1, content: SHIPPED },
  { id: 'so-tai-chinh', version: 1, content: { days: days.map((d, i) => ({ day: d, kind: i % 3 === 0 ? 'work' : 'off', reason: 'MẪU', status: 'planned', source: null })) } },
]);
const openings = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => new Date(at('2025-01-01 00:00').getTime() + minutes * 60_000));
const dues = fc.oneof(fc.record({ workingDays: fc.integer({ min: 1, max: 45 }) }), fc.record({ days: fc.integer({ min: 1, max: 60 }) }), fc.record({ hours: fc.integer({ min: 1, max: 90 }) }), fc.record({ workingHours: fc.integer({ min: 1, max: 90 }) }));
const lapsing = { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 'tiep-thu' } };
const DAY = 86_400_000;

describe('Bậc nhắc việc: những điều luôn đúng · rungs: what always holds', () => {
  test('trừ hỏa tốc, không bậc nào nói vào ngày nghỉ hay ngoài 08:00–17:00; mỗi bậc đi tới, không lần nào hai lần, không quá số lần, không trước khi mở và không sau khi hết hạn', () => {
    fc.assert(fc.property(ladders, turned, openings, dues, fc.boolean(), (ladder, days, opened, due, lapses) => {
      const calendar = calendarWith(days);
      const terms: Terms = { calendar, ladders: laddersOf([ladder]) };
      const said = speaks({ ...(lapses ? lapsing : {}), due, ladder: 'rieng' }, opened, new Date(opened.getTime() + 120 * DAY), terms);
      const rungs = said.flatMap((s) => (s.rung.includes(' ') ? [{ ...s, name: s.rung.split(' ')[0] ?? '', n: Number(s.rung.split(' ')[1]) }] : []));
      for (const r of rungs) {
        expect(at(r.when).getTime()).toBeGreaterThan(opened.getTime() - 60_000);
        if (ladder.urgent) continue;
        expect([r.when, isWorkingDay(calendar, r.when.slice(0, 10))]).toEqual([r.when, true]);
        expect(r.when.slice(11) >= '08:00' && r.when.slice(11) < '17:00').toBe(true);
      }
      for (const [name, times] of Map.groupBy(rungs, (r) => r.name)) {
        const most = ladder.rungs.find((r) => r.rung === name)?.repeat?.atMost ?? (name === 'deu-dan' ? Infinity : 1);
        expect(times.every((t, i) => i === 0 || (t.n > (times[i - 1]?.n ?? 0) && t.when > (times[i - 1]?.when ?? '')))).toBe(true);
        expect(Math.max(...times.map((t) => t.n))).toBeLessThanOrEqual(most);
      }
      if (lapses) expect(said.findIndex((s) => s.rung === 'lapse')).toBe(said.length - 1);
    }), { numRuns: 400 });
  });

  test('một bậc nói lần sau không bao giờ sớm hơn lần trước, và hạn muộn hơn không làm bậc nào sớm hơn', () => {
    fc.assert(fc.property(ladders, turned, openings, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 30 }), (ladder, off, openedAt, days, later) => {
      const calendar = calendarWith(off);
      const due = (more: number): Date => endOfDay(officeDay(new Date(openedAt.getTime() + (days + more) * DAY)));
      for (const r of ladder.rungs) {
        for (let n = 1; n <= 4; n++) {
          const [one, next, moved] = [rungTime(ladder, r, n, { openedAt, dueAt: due(0) }, calendar), rungTime(ladder, r, n + 1, { openedAt, dueAt: due(0) }, calendar), rungTime(ladder, r, n, { openedAt, dueAt: due(later) }, calendar)];
          if (one && next) expect(next.getTime()).toBeGreaterThanOrEqual(one.getTime());
          if (one) expect(moved?.getTime()).toBeGreaterThanOrEqual(one.getTime());
        }
      }
    }), { numRuns: 300 });
  });
});

const ROUTE = routeOf(textWith({ 'soan-thao': { kind: 'draft', who: { person: 'drafter' }, due: { workingDays: 10 }, ladder: 'standard', next: { completed: 'duyet-noi-dung' } } }));
const STEP = { id: 's', path: 'soan-thao', state: 'open' } as unknown as Case['steps'][number];
let ids = 0;
const means = { id: () => `r${++ids}`, digest: (text: string) => text };

/** The rungs that a change of the term plans, as `when kind` or `when name n`. */
function planned(was: StepDue, to: Omit<NewDue, 'by'>, terms: Terms): string[] {
  const fact: Fact = dueChanged({ ...ROUTE, steps: { ...ROUTE.steps, 'soan-thao': ruleOf({ due: { workingDays: 10 }, ladder: [...terms.ladders.keys()][0] }) } }, STEP, was, { ...to, by: 'system' }, terms, means);
  return (fact.derived?.rungs ?? []).map((r) => `${officeTime(r.at)} ${r.kind === 'ladder' ? `${r.name} ${r.n}` : r.kind}`);
}

describe('Sau khi tạm dừng, đổi lịch hay gia hạn · after a pause, a new calendar or a longer term', () => {
  test('bậc đã nói không bao giờ được xếp lại sau khi tạm dừng hay đổi lịch, và mọi bậc xếp lại đều ở phía trước', () => {
    fc.assert(fc.property(ladders, turned, turned, openings, dues, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom('calendar' as const, 'resumed' as const), (ladder, old, days, opened, due, after, later, because) => {
      const terms: Terms = { calendar: calendarWith(days), ladders: laddersOf([ladder]) };
      const now = new Date(opened.getTime() + after * DAY);
      const said = speaks({ due, ladder: 'rieng' }, opened, now, { ...terms, calendar: calendarWith(old) });
      const fired = said.flatMap((s) => (s.rung.includes(' ') ? [{ name: s.rung.split(' ')[0] ?? '', n: Number(s.rung.split(' ')[1]) }] : []));
      const dueAt = new Date(now.getTime() + (later - 10) * DAY);
      const rungs = planned({ dueAt: dueAt.toISOString(), openedAt: opened.toISOString(), fired, passed: said.some((s) => s.rung === 'overdue') }, { dueAt, due: null, because, now }, terms);
      const speaking = rungs.filter((r) => r.split(' ').length === 4);
      for (const r of speaking) {
        expect(at(r.slice(0, 16)).getTime()).toBeGreaterThan(now.getTime() - 60_000);
        expect(fired.some((f) => r.endsWith(` ${f.name} ${f.n}`))).toBe(false);
      }
      if (said.some((s) => s.rung === 'overdue') && dueAt <= now) expect(rungs.filter((r) => r.endsWith('overdue'))).toEqual([]);
    }), { numRuns: 400 });
  });

  // Opened on Wednesday 13/7/2022, ten working days: until 27/7.
  const was = (more: Partial<StepDue>): StepDue => ({ dueAt: at('2022-07-28 00:00').toISOString(), openedAt: at('2022-07-13 09:00').toISOString(), due: null, fired: [], ...more });

  test.each([
    ['tạm dừng trước mọi bậc: tất cả dời theo hạn', was({}), '2022-08-24', 'resumed', '2022-08-10 09:00', ['2022-08-25 00:00 overdue', '2022-08-22 08:00 sap-den-han 1', '2022-08-24 08:00 den-han 1', '2022-08-25 08:00 qua-han 1']],
    ['đã nhắc sắp đến hạn: không nhắc lại', was({ fired: [{ name: 'sap-den-han', n: 1 }] }), '2022-08-24', 'resumed', '2022-08-10 09:00', ['2022-08-25 00:00 overdue', '2022-08-24 08:00 den-han 1', '2022-08-25 08:00 qua-han 1']],
    ['đã quá hạn và nhắc hai lần: lần thứ ba vẫn đến', was({ passed: true, fired: [{ name: 'den-han', n: 1 }, { name: 'qua-han', n: 1 }, { name: 'qua-han', n: 2 }] }), '2022-07-27', 'calendar', '2022-08-09 09:00', ['2022-08-11 08:00 qua-han 3']],
    ['gia hạn: thang bắt đầu lại từ đầu', was({ passed: true, fired: [{ name: 'sap-den-han', n: 1 }, { name: 'den-han', n: 1 }, { name: 'qua-han', n: 1 }] }), '2022-08-24', 'extension', '2022-08-01 09:00', ['2022-08-25 00:00 overdue', '2022-08-22 08:00 sap-den-han 1', '2022-08-24 08:00 den-han 1', '2022-08-25 08:00 qua-han 1']],
    ['gia hạn còn một ngày: bậc “hai ngày trước” đã qua', was({ passed: true }), '2022-08-02', 'extension', '2022-08-01 09:00', ['2022-08-03 00:00 overdue', '2022-08-02 08:00 den-han 1', '2022-08-03 08:00 qua-han 1']],
  ] as const)('%s', (_name, before, until, because, now, expected) => {
    expect(planned(before, { dueAt: endOfDay(until), due: null, because, now: at(now) }, SHIPPED_TERMS)).toEqual(expected);
  });
});
