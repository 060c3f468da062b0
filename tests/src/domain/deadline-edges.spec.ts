import { calendarOf, changeDue, deadlineOf, extendTerm, isWorkingDay, lastDayOf, reckonAgain, reckonDue, suspend, type Calendar, type Due, type DueChange, type Ladder, type SpecialDay } from '@totrinh/domain';
import fc from 'fast-check';
import { stepSchema } from '../../../libs/domain/src/route/step.ts';
import { ExceptionDriver } from './exception-driver.ts';
import { at, laddersOf, officeTime, ruleOf, SHIPPED_CALENDAR, SHIPPED_TERMS } from './ladder-office.ts';

const DAY_MS = 86_400_000;
const dayFrom = (base: string, n: number): string => new Date(Date.parse(base) + n * DAY_MS).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: 0, max: 2000 }).map((n) => dayFrom('2021-06-01', n));
/** Instants that lie on, just before and just after the borders of office days and hours. */
const anyInstant = fc.tuple(anyDay, fc.constantFrom('00:00:00.000', '00:00:00.001', '23:59:59.999', '07:59:59.999', '08:00:00.000', '12:00:00.000', '12:30:00.000', '16:59:59.999', '17:00:00.000', '09:17:23.456')).map(([day, time]) => new Date(`${day}T${time}+07:00`));
const anyRule: fc.Arbitrary<Due> = fc.oneof(
  fc.record({ days: fc.integer({ min: 1, max: 120 }) }), fc.record({ workingDays: fc.integer({ min: 1, max: 90 }) }), fc.record({ hours: fc.integer({ min: 1, max: 200 }) }), fc.record({ workingHours: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ date: anyDay }), fc.constant({ by: 'item' as const }), fc.integer({ min: 1, max: 40 }).map((n) => ({ by: 'item' as const, minus: { workingDays: n } })), fc.integer({ min: 1, max: 40 }).map((n) => ({ by: 'item' as const, minus: { days: n } })),
);
const anySpecial: fc.Arbitrary<SpecialDay[]> = fc.uniqueArray(fc.record({ day: anyDay, kind: fc.constantFrom('off' as const, 'work' as const), reason: fc.constant('MẪU'), status: fc.constant('planned' as const), source: fc.constant(null) }), { selector: (d) => d.day, maxLength: 300 });
const anyCalendar: fc.Arbitrary<Calendar> = fc.oneof(fc.constant(SHIPPED_CALENDAR), anySpecial.map((days) => calendarOf([{ id: 'vn', version: 2, content: { days } }])));
const anyChange: fc.Arbitrary<DueChange> = fc.oneof(
  fc.record({ because: fc.constantFrom('extension' as const, 'moved' as const), to: anyDay }),
  fc.tuple(anyDay, fc.integer({ min: 0, max: 400 })).map(([from, n]) => ({ because: 'pause' as const, from, to: dayFrom(from, n) })),
);

describe('Hạn tính lại · a term that is reckoned again', () => {
  test('with the same calendar says the same, whatever has moved it', () => {
    fc.assert(fc.property(anyRule, anyInstant, anyDay, anyCalendar, fc.array(anyChange, { maxLength: 5 }), (rule, opening, item, calendar, changes) => {
      let term = reckonDue(rule, { opening, submission: null, itemDeadline: item, calendar });
      if (!term) throw new Error('no term');
      for (const change of changes) {
        const to = changeDue(term.due, term.dueAt, change, calendar);
        if (!to.due) throw new Error('no explanation');
        term = { dueAt: to.dueAt, due: to.due };
      }
      expect(reckonAgain(term.due, calendar)).toEqual(term);
    }), { numRuns: 600 });
  });

  test('terms of days, working days and working hours never end on a day off, also after pauses', () => {
    const counted = anyRule.filter((r) => 'days' in r || 'workingDays' in r || 'workingHours' in r);
    fc.assert(fc.property(counted, anyInstant, anyCalendar, fc.array(anyChange.filter((c) => c.because === 'pause'), { maxLength: 3 }), (rule, opening, calendar, changes) => {
      let term = reckonDue(rule, { opening, submission: null, itemDeadline: null, calendar });
      if (!term) throw new Error('no term');
      for (const change of changes) {
        const to = changeDue(term.due, term.dueAt, change, calendar);
        if (!to.due) throw new Error('no explanation');
        term = { dueAt: to.dueAt, due: to.due };
      }
      expect(isWorkingDay(calendar, lastDayOf(term.dueAt))).toBe(true);
    }), { numRuns: 600 });
  });

  test.each([
    ['thứ Năm 10 giờ rưỡi, dừng từ thứ Tư đến thứ Sáu: hai ngày giờ làm việc, nên là thứ Hai', '2022-07-13 09:30', 9, '2022-07-13', '2022-07-15', '2022-07-18 10:30'],
    ['dừng qua cuối tuần không mất giờ nào của cuối tuần', '2022-07-14 09:30', 9, '2022-07-16', '2022-07-18', '2022-07-15 10:30'],
  ])('giờ làm việc: %s', (_name, opening, workingHours, from, to, ends) => {
    const term = reckonDue({ workingHours }, { opening: at(opening), submission: null, itemDeadline: null, calendar: SHIPPED_CALENDAR });
    expect(officeTime(changeDue(term?.due ?? null, term?.dueAt ?? at(opening), { because: 'pause', from, to }, SHIPPED_CALENDAR).dueAt)).toBe(ends);
  });
});

const lapsingAt = (time: 'due' | { after: { workingDays: number } }, more: object = {}): Ladder => ({ ladder: 'khep', title: { vi: 'MẪU', en: 'Sample' }, leaders: false, urgent: false, rungs: [{ rung: 'nhac', at: 'due', do: ['remind'] }, { rung: 'het', at: time, do: ['lapse'] }], ...more });

describe('Khép bước theo thang · a rung that lapses', () => {
  const consult = (due: Due) => ruleOf({ kind: 'consult', each: { units: 'cooperating' }, due, ladder: 'khep', next: { completed: 'tiep-thu' } });

  test('“đúng hạn” is when the term ends, not when its last day begins: nobody loses that day', () => {
    const opened = deadlineOf(consult({ workingDays: 3 }), { opening: at('2022-07-13 09:00'), submission: null, itemDeadline: null }, { calendar: SHIPPED_CALENDAR, ladders: laddersOf([lapsingAt('due')]) });
    expect(opened?.rungs.map((r) => `${officeTime(r.at)} ${r.name ?? r.kind}`)).toEqual(['2022-07-19 00:00 lapse', '2022-07-18 08:00 nhac']);
  });

  test('never closes a step before its term has ended, and always waits', () => {
    fc.assert(fc.property(anyRule, anyInstant, anyDay, anyCalendar, fc.constantFrom('due' as const, { after: { workingDays: 1 } }, { after: { workingDays: 7 } }), fc.boolean(), (rule, opening, item, calendar, time, urgent) => {
      const opened = deadlineOf(consult(rule), { opening, submission: null, itemDeadline: item }, { calendar, ladders: laddersOf([lapsingAt(time, { urgent })]) });
      const lapse = opened?.rungs.filter((r) => r.kind === 'lapse') ?? [];
      expect(lapse).toHaveLength(1);
      expect(Date.parse(lapse[0]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(opened?.dueAt ?? ''));
      expect(opened?.rungs.filter((r) => r.kind === 'ladder').every((r) => Date.parse(r.at) > opening.getTime() && Date.parse(r.at) < Date.parse(lapse[0]?.at ?? ''))).toBe(true);
    }), { numRuns: 600 });
  });
});

describe('Ngày quá xa · a slip in the year', () => {
  test.each(['9999-12-31', '2151-01-01', '0001-01-01', '1989-12-31', '2022-02-30'])('no route names %s as a term, and nobody extends or suspends until then', (day) => {
    expect(stepSchema.safeParse({ kind: 'draft', who: { person: 'drafter' }, due: { date: day }, next: { completed: 'x' } }).success).toBe(false);
    const d = ExceptionDriver.at('tham-dinh');
    const [task] = d.case.tasks.filter((t) => t.state === 'open');
    const actor = d.as('vptu-truong');
    expect(suspend(d.case, { until: day, reason: 'MẪU' }, '2022-07-13', d.as('vptu-pho'), d.means)).toMatchObject({ ok: false, error: { code: 'DATE_INVALID' } });
    expect(extendTerm(d.case, d.route, { task: task?.id ?? '', until: day, reason: 'MẪU' }, '2022-07-20T17:00:00.000Z', at('2022-07-13 09:00'), actor, d.means)).toMatchObject({ ok: false, error: { code: 'DATE_INVALID' } });
  });

  test('the last day that may be named can still be reckoned with', () => {
    for (const ladder of ['standard', 'hanoi', 'urgent']) expect(deadlineOf(ruleOf({ due: { date: '2150-12-31' }, ladder }), { opening: at('2022-07-13 09:00'), submission: null, itemDeadline: null }, SHIPPED_TERMS)?.rungs.length).toBeGreaterThan(1);
  });
});

describe('Gia hạn qua người xử lý thay · a longer term asked in somebody’s stead', () => {
  test('whoever is stood in for does not grant it: the head would give themselves more time', () => {
    const d = ExceptionDriver.at('duyet-noi-dung');
    const [task] = d.case.tasks.filter((t) => t.state === 'open');
    const deputy = { ...d.as('btctu-cv'), substitutes: [{ principal: 'btctu-truong', absence: 'v', routes: null, posts: d.as('btctu-truong').posts }] };
    d.must(extendTerm(d.case, d.route, { task: task?.id ?? '', until: '2022-07-29', reason: 'MẪU' }, '2022-07-20T17:00:00.000Z', at('2022-07-13 09:00'), deputy, d.means));
    expect(d.confirm('btctu-truong')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    expect(d.confirm('vptu-pho').ok).toBe(true);
  });
});
