import { examineLedger, fireDueRungs, staleLeft } from '@totrinh/casework';
import { seedOpenDossiers } from '../bench/seed-open-dossiers.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { LedgerDossier } from '../house/ledger-dossier.ts';
import { LedgerHouse, must } from '../house/ledger-house.ts';
import { off, publishCalendar, replanAll, TEN_DAYS, termsIn } from './replan-office.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(() => house.close());

const SEEDED = TEN_DAYS.replace('units: { issuing: from item }\n', '').replace('route: lich', 'route: lich-mau');
const REVIEWED = SEEDED.replace('route: lich-mau', 'route: lich-duyet').replace('start: soan-thao', 'start: duyet');

describe('dossiers that are seeded in bulk', () => {
  test('are such as the doctor accepts, are re-planned, acted in and reminded of like any other', async () => {
    const seeded = await seedOpenDossiers(house.desk, { count: 601, routes: [SEEDED, REVIEWED], openedAt: (n) => new Date(house.clock.at.getTime() - n * 1_000) });
    expect(seeded.length).toBe(601);
    expect(await examineLedger(house.desk, 1)).toEqual({ examined: 601, findings: [] });

    await publishCalendar(house.desk, [off('2022-07-15')]);
    expect(await staleLeft(house.desk)).toBe(601);
    const batches = await replanAll(house.desk, 250);
    expect(batches.map((b) => [b.examined, b.moved, b.asked, b.unchanged])).toEqual([[250, 250, 0, 0], [250, 250, 0, 0], [101, 101, 0, 0], [0, 0, 0, 0]]);
    expect([await staleLeft(house.desk), await examineLedger(house.desk, 1)]).toEqual([0, { examined: 601, findings: [] }]);

    const [first] = seeded;
    const d = new LedgerDossier(house, first?.dossier ?? '', first?.drafter ?? '');
    must(await d.attach('du-thao', 'a1'));
    must(await d.submit());
    await d.move();
    expect((await termsIn(house, d.id)).steps[0]?.slice(0, 22)).toBe('duyet 2022-07-20 00:00');
    house.clock.at = new Date('2022-07-26T01:00:00.000Z');
    expect((await fireDueRungs(house.desk)).fired).toBeGreaterThan(601);
    expect(await faultsOf(house, d.id)).toEqual([]);
    expect((await examineLedger(house.desk, 1)).findings).toEqual([]);
  }, 120_000);
});
