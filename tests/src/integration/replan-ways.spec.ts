import { dueReplanned, moveAsked, replanTerm, workRule, type Fact, type RungToCome } from '@totrinh/domain';
import { calendarOfKey, calendarOfUnit, duesOf, loadRoute, latestLadders, loadCase, record } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse } from '../house/ledger-house.ts';
import { off, openOn, publishCalendar, replanAll, termsIn, worked } from './replan-office.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(() => house.close());

const routeOf = (name: string, step: string): string => `
route: ${name}
title: { vi: Hai cách tính lại hạn (MẪU), en: Two ways to re-plan (sample) }
units: { issuing: from item }
groups: { cooperating: from item }
start: viec
steps:
  viec: ${step}
  xong: { kind: end, status: done }
`;

const STEPS: readonly (readonly [string, string])[] = [
  ['ten working days', '{ kind: draft, who: { person: drafter }, due: { workingDays: 10 }, ladder: standard, next: { completed: xong } }'],
  ['days that end on a day off', '{ kind: draft, who: { person: drafter }, due: { days: 10 }, ladder: hanoi, next: { completed: xong } }'],
  ['urgent hours', '{ kind: draft, who: { person: drafter }, due: { hours: 72 }, ladder: urgent, next: { completed: xong } }'],
  ['hours of working time', '{ kind: draft, who: { person: drafter }, due: { workingHours: 40 }, ladder: standard, next: { completed: xong } }'],
  ['a date that was given', "{ kind: draft, who: { person: drafter }, due: { date: '2022-07-29' }, ladder: standard, next: { completed: xong } }"],
  ['back from the item’s deadline', '{ kind: draft, who: { person: drafter }, due: { by: item, minus: { workingDays: 50 } }, ladder: standard, next: { completed: xong } }'],
  ['leaders without a term', '{ kind: review, who: { headOf: leadUnit }, ladder: leaders, next: { approved: xong, returned: xong } }'],
  ['a consultation that lapses', '{ kind: consult, each: { units: cooperating }, due: { workingDays: 7 }, ladder: standard, next: { completed: xong } }'],
  ['a term without a ladder', '{ kind: draft, who: { person: drafter }, due: { workingDays: 5 }, next: { completed: xong } }'],
];
const CALENDARS = [
  ['a holiday', [off('2022-07-20')]], ['a Saturday that is worked', [worked('2022-07-16')]], ['both', [off('2022-07-19'), worked('2022-07-23'), off('2022-07-28')]], ['a day far away', [off('2022-12-26')]],
] as const;

/** The straight way: the case is loaded, and the facts go through its fold. */
async function byItsCase(d: LedgerDossier): Promise<void> {
  const now = house.clock.now();
  await house.desk.transact(async (tx) => {
    const loaded = await loadCase(tx, d.id);
    if (!loaded?.case.route) throw new Error(`no dossier ${d.id}`);
    const { case: c } = loaded;
    const terms = { calendar: await calendarOfUnit(tx, c.leadUnit), ladders: await latestLadders(tx) };
    const route = (await loadRoute(tx, c.route as NonNullable<typeof c.route>)).rules;
    const facts: Fact[] = [];
    for (const [step, was] of Object.entries(await duesOf(tx, d.id))) {
      const rows = await tx.read<{ kind: RungToCome['kind']; at: Date; ladder: string | null; name: string | null; n: number }>('select kind, due_at as at, ladder, name, n from totrinh.rung where step_id = $1 and fired_at is null and void_at is null', [step]);
      const waiting = rows.map((r): RungToCome => ({ kind: r.kind, at: r.at.toISOString(), n: r.n, ...(r.ladder === null ? {} : { ladder: r.ladder }), ...(r.name === null ? {} : { name: r.name }) }));
      const before = was.due ? await calendarOfKey(tx, was.due.calendar) : null;
      const to = replanTerm(workRule(route, c.steps.find((s) => s.id === step)?.path ?? ''), { ...was, openedAt: was.openedAt ?? '', waiting }, before, now, terms);
      if (to.moves) facts.push(dueReplanned(step, to, terms.calendar.key, house.desk.means));
      facts.push(...moveAsked(c, { step, from: was.dueAt, until: to.until, calendar: terms.calendar.key }, to.asks, house.desk.means));
    }
    record(tx, c, loaded, facts, { act: null, by: 'system', at: now });
  });
}

/** Where nothing moves the straight way writes nothing, and so the old version's name stays. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value).replaceAll(/vn:\d+/g, 'vn'));

test.each(STEPS)('%s: the job for many and the way by the case leave the same dates, rungs and facts', async (name, step) => {
  const route = `hai-cach-${STEPS.findIndex(([n]) => n === name)}`;
  await house.publish(routeOf(route, step));
  for (const [, days] of CALENDARS) {
    for (const passed of [0, 9]) {
      await house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null');
      house.clock.at = new Date('2022-07-13T02:00:00.000Z');
      await publishCalendar(house.desk, []);
      const [lean, slow] = [await openOn(house, route), await openOn(house, route)];
      house.clock.pass(passed * 86_400_000);
      await publishCalendar(house.desk, days);
      await byItsCase(slow);
      await replanAll(house.desk);
      expect(plain(await termsIn(house, lean.id))).toEqual(plain(await termsIn(house, slow.id)));
      expect([await faultsOf(house, lean.id), await faultsOf(house, slow.id)]).toEqual([[], []]);
    }
  }
});
