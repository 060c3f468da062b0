import { deadlineOf, missingRungs, SHIPPED_LADDERS, waitsOnOlderCalendar, type RungToCome, type StandingRung, type WorkRule } from '@totrinh/domain';
import fc from 'fast-check';
import { PLAIN_CALENDAR } from '@totrinh/domain';

const TERMS = { calendar: PLAIN_CALENDAR, ladders: new Map(SHIPPED_LADDERS.map((rules) => [rules.ladder, { id: rules.ladder, version: 1, rules }])) };
const anyOpening = fc.date({ min: new Date('2022-01-03T01:00:00Z'), max: new Date('2022-12-30T10:00:00Z'), noInvalidDate: true });
const anyRule = fc.record({ days: fc.integer({ min: 1, max: 40 }), ladder: fc.constantFrom(...SHIPPED_LADDERS.map((l) => l.ladder), undefined), kind: fc.constantFrom('review', 'consult') })
  .map(({ days, ladder, kind }) => ({ kind, who: { person: 'drafter' }, due: { workingDays: days }, next: {}, ...(ladder === undefined ? {} : { ladder }) }) as unknown as WorkRule);
const standing = (r: RungToCome, fired = false): StandingRung => ({ kind: r.kind, at: r.at, name: r.name ?? null, n: r.n ?? 1, ladder: r.ladder ?? null, calendar: r.calendar ?? null, fired });

/** A step that opens at `opening`, and what it then waits for. */
function opened(rule: WorkRule, opening: Date): { dueAt: Date | null; rungs: readonly RungToCome[] } {
  const deadline = deadlineOf(rule, { opening, submission: null, itemDeadline: null }, TERMS);
  return { dueAt: deadline?.dueAt ? new Date(deadline.dueAt) : null, rungs: deadline?.rungs ?? [] };
}

test('a step lacks nothing of what it waits for since it opened, however much of it has fired since', () => {
  fc.assert(fc.property(anyRule, anyOpening, fc.integer({ min: 0, max: 60 }), (rule, opening, days) => {
    const { dueAt, rungs } = opened(rule, opening);
    const now = new Date(opening.getTime() + days * 86_400_000);
    // A rung that has fired and speaks again has its next one by then.
    const stands = rungs.filter((r) => r.kind !== 'ladder' || Date.parse(r.at) > now.getTime()).map((r) => standing(r, Date.parse(r.at) <= now.getTime()));
    expect(missingRungs(rule, { openedAt: opening, dueAt, rungs: stands }, now, TERMS).filter((r) => rungs.some((known) => known.kind === r.kind && known.name === r.name && Date.parse(known.at) > now.getTime()))).toEqual([]);
  }));
});

test('whatever is taken away before its time is missing, and nothing else', () => {
  fc.assert(fc.property(anyRule, anyOpening, fc.nat(), (rule, opening, pick) => {
    const { dueAt, rungs } = opened(rule, opening);
    fc.pre(rungs.length > 0);
    const lost = rungs[pick % rungs.length];
    const left = rungs.filter((r) => r !== lost).map((r) => standing(r));
    expect(missingRungs(rule, { openedAt: opening, dueAt, rungs: left }, opening, TERMS)).toEqual([lost]);
  }));
});

test('only what waits tells of an older calendar', () => {
  const rung = standing({ kind: 'overdue', at: '2022-07-15T17:00:00.000Z', calendar: 'vn:1' });
  expect([waitsOnOlderCalendar([rung], 'vn:1'), waitsOnOlderCalendar([rung], 'vn:2'), waitsOnOlderCalendar([{ ...rung, fired: true }], 'vn:2'), waitsOnOlderCalendar([{ ...rung, calendar: null }], 'vn:2')]).toEqual([false, true, false, false]);
});
