import { cancel, confirmProposal, declareAbsence, extend, fireDueRungs, migrate, publishLadder, reopen, resume, suspend } from '@totrinh/casework';
import { SHIPPED_LADDERS } from '@totrinh/domain';
import { at, officeTime } from '../domain/ladder-office.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { must, type LedgerHouse } from '../house/ledger-house.ts';
import { appointmentOf } from '../house/ledger-office.ts';
import { LADDER_ROUTE, briefedOf, liveUntil, openAt, openLadderHouse, saidOf, toldOf } from './ladder-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
beforeEach(async () => house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null'));

const waiting = async (d: LedgerDossier): Promise<string[]> =>
  (await house.look<{ at: Date; what: string }>(`select due_at as at, coalesce(name || ' ' || n || ' ' || ladder, kind) as what from totrinh.rung where dossier_id = $1 and fired_at is null and void_at is null order by due_at, kind desc, name`, [d.id])).map((r) => `${officeTime(r.at)} ${r.what}`);

describe('Mở lại và chuyển phiên bản · reopened and moved to another version', () => {
  test('a cancelled dossier waits for nothing; reopened, its new draft has a term of its own', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU'));
    await d.move();
    must(await cancel(house.desk, d.id, 'MẪU', house.request('btctu-truong')));
    expect(await waiting(d)).toEqual([]);
    house.clock.at = at('2022-10-10 09:00');
    expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 0 });
    must(await reopen(house.desk, { dossier: d.id, to: null, reason: 'MẪU' }, house.request('btctu-truong')));
    await d.move();
    expect(await waiting(d)).toEqual(['2022-12-08 08:00 sap-den-han 1 standard:1', '2022-12-12 08:00 den-han 1 standard:1', '2022-12-13 00:00 overdue', '2022-12-13 08:00 qua-han 1 standard:1']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('in another version an open step has that version’s term and ladder, reckoned from when it opened', async () => {
    await house.publish(LADDER_ROUTE.replace('route: nhac-viec', 'route: chuyen'));
    house.clock.at = at('2022-07-13 09:00');
    const d = await driveTo(await LedgerDossier.open(house, { route: 'chuyen' }), 'duyet-noi-dung');
    expect(await waiting(d)).toEqual(['2022-07-19 00:00 overdue', '2022-07-19 08:00 don-doc 1 hanoi:1']);
    await house.publish(LADDER_ROUTE.replace('route: nhac-viec', 'route: chuyen').replace('due: { workingDays: 3 }, ladder: hanoi', 'due: { workingDays: 10 }, ladder: standard'));
    const { proposal = '' } = must(await migrate(house.desk, { dossier: d.id, version: 2, mapping: {}, reason: 'MẪU' }, house.request('quan-tri'))).ids;
    must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('btctu-truong')));
    expect(await waiting(d)).toEqual(['2022-07-25 08:00 sap-den-han 1 standard:1', '2022-07-27 08:00 den-han 1 standard:1', '2022-07-28 00:00 overdue', '2022-07-28 08:00 qua-han 1 standard:1']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('Công bố thang mới giữa chừng · a ladder published while a step climbs', () => {
  test('pauses and longer terms keep the version that the step began with; a step that opens later has the new one', async () => {
    const d = await driveTo(await openAt(house, at('2022-07-13 09:00')), 'duyet-noi-dung');
    const hanoi = SHIPPED_LADDERS.find((l) => l.ladder === 'hanoi');
    must(await publishLadder(house.desk, { ...hanoi, rungs: [{ rung: 'nhac-khac', at: { after: { workingDays: 4 } }, do: ['remind'] }] }, house.request('quan-tri')));
    must(await suspend(house.desk, { dossier: d.id, until: '2022-07-31', reason: 'MẪU' }, house.request('btctu-truong')));
    house.clock.at = at('2022-07-14 09:00');
    must(await resume(house.desk, { dossier: d.id, reason: 'MẪU' }, house.request('btctu-truong')));
    expect(await waiting(d)).toEqual(['2022-07-20 00:00 overdue', '2022-07-20 08:00 don-doc 1 hanoi:1']);
    const { proposal = '' } = must(await extend(house.desk, { task: (await d.task('duyet-noi-dung')).id, until: '2022-08-10', reason: 'MẪU' }, house.request('btctu-truong'))).ids;
    must(await confirmProposal(house.desk, { dossier: d.id, proposal, reason: null }, house.request('vptu-pho')));
    expect(await waiting(d)).toEqual(['2022-08-11 00:00 overdue', '2022-08-11 08:00 don-doc 1 hanoi:1']);
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'MẪU'));
    await d.move();
    must(await d.submit());
    await d.move();
    expect(await waiting(d)).toEqual(['2022-07-20 00:00 overdue', '2022-07-25 08:00 nhac-khac 1 hanoi:2']);
    must(await publishLadder(house.desk, hanoi, house.request('quan-tri')));
  });
});

describe('Người đã rời chức vụ · people who left, and nobody in their place', () => {
  const leaves = async (person: string, on: string | null): Promise<unknown> => house.look('update totrinh.appointment set valid_to = $2 where id = $1', [appointmentOf(person), on]);

  test('whoever has left is told nothing and reads nothing more; the lateness is still said and still reported', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    await leaves('btctu-cv', '2022-09-01');
    await liveUntil(house, at('2022-10-04 10:00'));
    const told = await toldOf(d);
    expect(told.filter((l) => l.includes(' btctu-cv '))).toEqual([]);
    expect(told.filter((l) => l.includes('btctu-truong')).length).toBeGreaterThan(2);
    expect(await briefedOf(d)).toHaveLength(1);
    await leaves('btctu-cv', null);
  });

  test('where the unit has no head either, the office hears of it: nothing waits in silence', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    await leaves('btctu-cv', '2022-09-01');
    await leaves('btctu-truong', '2022-09-01');
    await liveUntil(house, at('2022-10-04 10:00'));
    expect((await toldOf(d)).map((l) => l.split(' ')[2])).toEqual(expect.arrayContaining(['vptu-truong']));
    expect(await briefedOf(d)).toHaveLength(1);
    await leaves('btctu-cv', null);
    await leaves('btctu-truong', null);
  });

  test('a substitute who has left is not told', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    house.clock.at = at('2022-09-10 09:00');
    must(await declareAbsence(house.desk, { substitute: 'btctu-cv2', from: '2022-09-10', to: '2022-09-30', routes: null }, house.request('btctu-cv')));
    await leaves('btctu-cv2', '2022-09-11');
    await liveUntil(house, at('2022-09-20 09:00'));
    expect((await toldOf(d)).filter((l) => l.includes(' btctu-cv2 '))).toEqual([]);
    await leaves('btctu-cv2', null);
  });
});

describe('Hai đồng hồ · clocks beside each other', () => {
  test('four clocks at once after months of silence, on many dossiers: each time of each rung once', async () => {
    const dossiers: LedgerDossier[] = [];
    for (let i = 0; i < 12; i++) dossiers.push(await openAt(house, at('2022-07-13 09:00')));
    house.clock.at = at('2023-06-01 10:00');
    const fired = await Promise.all([1, 2, 3, 4].map(async () => (await fireDueRungs(house.desk)).fired));
    const said = await Promise.all(dossiers.map(saidOf));
    for (const of of said) expect([of.length, new Set(of).size]).toEqual([14, 14]);
    expect(fired.reduce((a, b) => a + b)).toBe(12 * 13);
    for (const d of dossiers) expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('Bậc mồ côi · rungs that nobody can explain', () => {
  test('a rung that names a ladder which nobody knows fires once, says nothing, and holds up nothing', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    await house.look(`update totrinh.rung set ladder = 'khong-con:9' where dossier_id = $1 and name = 'sap-den-han'`, [d.id]);
    await liveUntil(house, at('2022-09-17 09:00'));
    expect((await saidOf(d)).map((s) => s.slice(17))).toEqual(['den-han 1', 'overdue']);
  });

  test('five thousand waiting rungs of one dossier fire once each', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    const [step] = await house.look<{ id: string; calendar: string }>('select step_id as id, calendar from totrinh.rung where dossier_id = $1 limit 1', [d.id]);
    await house.look(`insert into totrinh.rung (id, dossier_id, step_id, kind, due_at, calendar, ladder, name, n) select gen_random_uuid(), $1, $2, 'ladder', '2022-08-01T01:00:00Z'::timestamptz + i * interval '1 second', $3, 'standard:1', 'den-han', i + 1 from generate_series(1, 5000) i`, [d.id, step?.id, step?.calendar]);
    house.clock.at = at('2022-09-01 10:00');
    const begun = performance.now();
    expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 5000 });
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await fireDueRungs(house.desk)).toMatchObject({ fired: 0 });
    expect((await saidOf(d)).length).toBe(5001);
  }, 120_000);
});
