import fc from 'fast-check';
import { holdersLedger, minutesOfWorkingDay, openTasks, PLAIN_CALENDAR, stepOf, workingMinutesBetween, type DatedFact, type HoldersLedger } from '@totrinh/domain';
import { driveTo } from './stages.ts';
import { anyAttempt } from './random-attempt.ts';
import { anyOffice } from './random-office.ts';
import { anyRoute } from './random-route.ts';
import { attemptOn } from './walking.ts';
import { Walk } from './walk.ts';

const START = Date.parse('2022-07-13T02:00:00.000Z');
const HOUR = 3_600_000;
const at = (n: number): Date => new Date(START + n * HOUR);

/** Each act an hour after the one before it. */
function walked(w: Walk, attempts: readonly Parameters<typeof attemptOn>[1][]): DatedFact[] {
  const dated: DatedFact[] = w.d.facts.map((fact) => ({ fact, at: at(0) }));
  for (const [i, attempt] of attempts.entries()) {
    const before = w.d.facts.length;
    attemptOn(w, attempt);
    dated.push(...w.d.facts.slice(before).map((fact) => ({ fact, at: at(i + 1) })));
  }
  return dated;
}

/** What is wrong with a ledger, in words; nothing where it is whole. */
function faultsOf(ledger: HoldersLedger): string[] {
  const own = ledger.lanes[0];
  return [
    ...(own?.lane === '' && own.from.getTime() === ledger.from.getTime() && own.to.getTime() === ledger.to.getTime() ? [] : ['the dossier’s own lane does not cover its life']),
    ...ledger.lanes.flatMap((l) => l.spans.flatMap((s, i) => {
      const next = l.spans[i + 1];
      return [...(s.to > s.from ? [] : [`${l.lane}: an empty stretch`]), ...(!next || next.from.getTime() === s.to.getTime() ? [] : [`${l.lane}: a gap or an overlap at ${s.to.toISOString()}`])];
    })),
    ...ledger.lanes.filter((l) => l.from < ledger.from || l.to > ledger.to).map((l) => `${l.lane} lives longer than the dossier`),
    ...ledger.lanes.flatMap((l) => l.spans).filter((s) => s.leaders && s.late !== null).map(() => 'leaders are late'),
  ];
}

describe('Ai giữ bao lâu · who held it for how long', () => {
  test('bất kể hồ sơ đi thế nào, mỗi làn không hở, không chồng, và lãnh đạo không bao giờ chậm', () => {
    fc.assert(fc.property(fc.noBias(fc.tuple(anyRoute, anyOffice, fc.array(anyAttempt, { maxLength: 80, size: 'max' }))), fc.boolean(), ([route, office, attempts], terms) => {
      const w = new Walk(route, office);
      const dated = walked(w, attempts);
      const ledger = holdersLedger('ho-so', dated, w.route, () => (terms ? at(20) : null), at(attempts.length + 5));
      expect(ledger && faultsOf(ledger)).toEqual([]);
      expect(ledger?.after).toEqual(w.case);
      expect(ledger?.running).toBe(w.case.status === 'open');
    }), { numRuns: 250, interruptAfterTimeLimit: 60_000 });
  }, 120_000);

  test('ở thời điểm cuối, ai có việc đang mở thì sổ nói đúng người ấy', () => {
    fc.assert(fc.property(fc.noBias(fc.tuple(anyRoute, anyOffice, fc.array(anyAttempt, { maxLength: 60, size: 'max' }))), ([route, office, attempts]) => {
      const w = new Walk(route, office);
      const dated = walked(w, attempts);
      const ledger = holdersLedger('ho-so', dated, w.route, () => null, at(attempts.length + 5));
      if (!ledger?.running || w.case.suspended) return;
      const told = new Set(ledger.lanes.flatMap((l) => l.spans.at(-1) ?? []).flatMap((s) => s.holders).flatMap((h) => h.task ?? []));
      for (const t of openTasks(w.case).filter((x) => x.purpose !== 'aside' && stepOf(w.case, x).kind !== 'vote')) expect(told).toContain(t.id);
    }), { numRuns: 120, interruptAfterTimeLimit: 40_000 });
  }, 120_000);

  test('một hồ sơ từ soạn thảo tới trình: người soạn thảo, hệ thống, thủ trưởng, rồi lãnh đạo, không ai bị gọi là chậm ở cấp lãnh đạo', () => {
    const d = driveTo('thong-qua');
    const dated = d.facts.map((fact, i) => ({ fact, at: at(i) }));
    const ledger = holdersLedger('ho-so', dated, d.route, () => at(0), at(d.facts.length))!;
    const own = ledger.lanes[0]!.spans;
    expect(own[0]).toMatchObject({ is: 'system' });
    expect(own.find((s) => s.is === 'held')).toMatchObject({ holders: [{ person: 'btctu-cv', capacity: 'drafter' }], late: true });
    expect(own.at(-1)).toMatchObject({ is: 'leaders', leaders: true, late: null, to: at(d.facts.length) });
  });

  test('quá hạn cắt một quãng giữ làm đôi: trước hạn đúng hạn, sau hạn chậm', () => {
    const d = driveTo('soan-thao');
    const dated = d.facts.map((fact) => ({ fact, at: at(0) }));
    const [own] = holdersLedger('ho-so', dated, d.route, () => at(5), at(9))!.lanes;
    expect(own?.spans.map((s) => [s.from, s.to, s.late])).toEqual([[at(0), at(5), false], [at(5), at(9), true]]);
  });

  test('giờ làm việc giữa hai thời điểm: cộng được, không âm, ngày nghỉ không tính', () => {
    const day = minutesOfWorkingDay(PLAIN_CALENDAR);
    const instant = fc.integer({ min: 0, max: 60 * 24 * 40 }).map((m) => new Date(START + m * 60_000));
    fc.assert(fc.property(instant, instant, instant, (...three) => {
      const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime());
      const [ab, bc, ac] = [workingMinutesBetween(PLAIN_CALENDAR, a!, b!), workingMinutesBetween(PLAIN_CALENDAR, b!, c!), workingMinutesBetween(PLAIN_CALENDAR, a!, c!)];
      expect(ab + bc).toBe(ac);
      expect([Math.min(ab, bc) >= 0, workingMinutesBetween(PLAIN_CALENDAR, c!, a!)]).toEqual([true, 0]);
    }));
    const midnight = (text: string): Date => new Date(`${text}T00:00:00.000+07:00`);
    expect(workingMinutesBetween(PLAIN_CALENDAR, midnight('2022-07-11'), midnight('2022-07-16'))).toBe(5 * day);
    expect(workingMinutesBetween(PLAIN_CALENDAR, midnight('2022-07-16'), midnight('2022-07-18'))).toBe(0);
  });
});
