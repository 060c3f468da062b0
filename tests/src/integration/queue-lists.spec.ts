import { comment, declareAbsence, suspend } from '@totrinh/casework';
import { DESK_LISTS } from '@totrinh/domain';
import { at } from '../domain/ladder-office.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { must, type LedgerHouse } from '../house/ledger-house.ts';
import { LADDER_ROUTE, liveUntil, openAt, openLadderHouse } from './ladder-ward.ts';
import { countsOf, deskOf, linesOf } from './queue-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
const clear = (): Promise<unknown> => house.look(`with c as (update totrinh.dossier set status = 'cancelled' where status = 'open'), t as (update totrinh.task set state = 'cancelled' where state = 'open') update totrinh.task_candidate set open = false where open`);
beforeEach(clear);

const fresh = (step: string, when = '2022-07-13 09:00'): Promise<LedgerDossier> => openAt(house, at(when)).then((d) => (step === 'soan-thao' ? d : driveTo(d, step)));

describe('việc của tôi / my desk', () => {
  test('what waits for one is to do; once handed on it waits for others, and says who has it since when', async () => {
    const d = await fresh('soan-thao');
    expect(linesOf(await deskOf(house, 'btctu-cv', 'todo'), d)).toMatchObject([{ step: { path: 'soan-thao', kind: 'draft', round: 1 }, holder: { person: 'btctu-cv' }, dossier: { status: 'open', leadUnit: { id: 'btctu' } }, urgency: 'normal', asHelper: false }]);
    expect(linesOf(await deskOf(house, 'btctu-cv', 'waiting'), d)).toEqual([]);
    await driveTo(d, 'duyet-noi-dung');
    expect(linesOf(await deskOf(house, 'btctu-cv', 'todo'), d)).toEqual([]);
    const page = await deskOf(house, 'btctu-cv', 'waiting');
    expect(linesOf(page, d)).toMatchObject([{ task: null, step: null, dueAt: at('2022-07-19 00:00') }]);
    expect(page.places).toMatchObject([{ step: { path: 'duyet-noi-dung' }, people: [{ person: 'btctu-truong' }], offered: false, since: at('2022-07-13 09:00'), dueAt: at('2022-07-19 00:00') }]);
    expect(linesOf(await deskOf(house, 'btctu-truong', 'todo'), d)).toMatchObject([{ bulk: ['review', 'transfer'] }]);
    expect(linesOf(await deskOf(house, 'btctu-truong', 'waiting'), d)).toEqual([]);
  });

  test('what one settled is done, the latest first, with what was decided and where the dossier lies now', async () => {
    const d = await fresh('lay-y-kien');
    house.clock.at = at('2022-07-14 09:00');
    must(await d.decide('lay-y-kien', 'stc-truong', 'object', 'MẪU lý do'));
    const page = await deskOf(house, 'stc-truong', 'done');
    expect(linesOf(page, d)).toMatchObject([{ at: at('2022-07-14 09:00'), open: false, settled: { outcome: 'object', by: { person: 'stc-truong' } }, bulk: [] }]);
    expect(page.places.map((p) => p.people.map((q) => q.person))).toEqual([['btgtu-truong']]);
    expect(linesOf(await deskOf(house, 'btctu-cv', 'done'), d)).toMatchObject([{ step: { path: 'soan-thao' }, settled: { outcome: null } }]);
    expect(linesOf(await deskOf(house, 'btctu-truong', 'done'), d)).toMatchObject([{ step: { path: 'duyet-noi-dung' }, settled: { outcome: 'approved' } }]);
  });

  test('whoever is mentioned is informed, until something waits for them', async () => {
    const d = await fresh('soan-thao');
    must(await comment(house.desk, d.id, { text: 'MẪU', mentions: ['btctu-truong', 'sxd-truong'] }, house.request('btctu-cv')));
    const page = await deskOf(house, 'btctu-truong', 'informed');
    expect(linesOf(page, d)).toMatchObject([{ told: { kind: 'mentioned', read: false, notice: null, by: { person: 'btctu-cv' } } }]);
    expect((await countsOf(house, 'btctu-truong')).informed).toEqual({ count: 1, unread: 1 });
    // A mention opens nothing to whoever may not see the dossier.
    expect([(await deskOf(house, 'sxd-truong', 'informed')).items, (await countsOf(house, 'sxd-truong')).informed]).toEqual([[], { count: 0, unread: 0 }]);
    await driveTo(d, 'duyet-noi-dung');
    expect(linesOf(await deskOf(house, 'btctu-truong', 'informed'), d)).toEqual([]);
  });

  test('who hears of another’s lateness is informed, and has read it once the notices are read', async () => {
    const d = await fresh('soan-thao');
    await liveUntil(house, at('2022-12-20 09:00'));
    const told = await house.look<{ person: string }>(`select distinct person_id as person from totrinh.notice where kind = 'escalated' and dossier_id = $1`, [d.id]);
    expect(told.length).toBeGreaterThan(0);
    const person = told[0]!.person;
    expect(linesOf(await deskOf(house, person, 'informed'), d)).toMatchObject([{ told: { kind: 'escalated', read: false } }]);
    await house.look('update totrinh.notice set read_at = at where person_id = $1', [person]);
    expect(linesOf(await deskOf(house, person, 'informed'), d)).toMatchObject([{ told: { read: true } }]);
  });

  test('a task that nobody may do any more is a trouble of those who may give it to somebody', async () => {
    const d = await fresh('duyet-noi-dung');
    await house.look(`update totrinh.appointment set valid_to = '2022-07-13' where person_id in ('btctu-truong')`);
    for (const person of ['quan-tri', 'vptu-th']) {
      expect(linesOf(await deskOf(house, person, 'troubled'), d)).toMatchObject([{ trouble: 'ownerless', left: [{ person: 'btctu-truong' }], bulk: [] }]);
      expect((await countsOf(house, person)).troubled.count).toBe(1);
    }
    for (const person of ['stc-truong', 'sxd-truong', 'btctu-cv']) expect((await deskOf(house, person, 'troubled')).items).toEqual([]);
    await house.look(`update totrinh.appointment set valid_to = null where person_id = 'btctu-truong'`);
    await house.look(`insert into totrinh.outbox (dossier_id, version, next_try, attempts, raised_at) values ($1, 99, now(), 3, now() - interval '1 hour') on conflict (dossier_id) do update set raised_at = excluded.raised_at`, [d.id]);
    await house.look(`update totrinh.dossier set pending = '[{"path": "x", "cause": 1}]' where id = $1`, [d.id]);
    expect(linesOf(await deskOf(house, 'quan-tri', 'troubled'), d)).toMatchObject([{ trouble: 'notMoving', task: null, moving: true }]);
    await house.look(`update totrinh.dossier set pending = '[]' where id = $1`, [d.id]);
  });

  test('one who stands in has the absent person’s tasks, told apart, counted and asked for by name', async () => {
    const d = await fresh('duyet-noi-dung');
    must(await declareAbsence(house.desk, { substitute: 'btctu-pho', from: '2022-07-13', to: '2022-07-15', routes: null }, house.request('btctu-truong')));
    expect(linesOf(await deskOf(house, 'btctu-pho', 'todo'), d)).toMatchObject([{ inSteadOf: { person: 'btctu-truong' }, byAuthorityOf: null }]);
    expect((await countsOf(house, 'btctu-pho')).todo).toMatchObject({ count: 1, inSteadOf: [{ person: 'btctu-truong', count: 1 }] });
    expect((await deskOf(house, 'btctu-pho', 'todo', { filter: { inSteadOf: 'btctu-truong' } })).count).toBe(1);
    expect((await deskOf(house, 'btctu-pho', 'todo', { filter: { inSteadOf: 'stc-truong' } })).count).toBe(0);
    await house.look(`update totrinh.absence set ended_on = from_on`);
  });

  test('counts follow the clock: soon, today, overdue; what is suspended or lies before leaders is none of them', async () => {
    const d = await fresh('duyet-noi-dung');
    const group = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const due of ['overdue', 'today', 'soon', 'later', 'none', 'beforeLeaders', 'paused'] as const) if ((await deskOf(house, 'btctu-truong', 'todo', { filter: { due } })).count === 1) found.push(due);
      return found;
    };
    for (const [instant, due] of [['2022-07-13 10:00', 'later'], ['2022-07-14 10:00', 'soon'], ['2022-07-18 23:59', 'today'], ['2022-07-19 00:00', 'overdue']] as const) {
      house.clock.at = at(instant);
      expect(await group()).toEqual([due]);
      const { todo } = await countsOf(house, 'btctu-truong');
      expect([todo.count, todo.soon, todo.today, todo.overdue, todo.bulk]).toEqual([1, Number(due === 'soon'), Number(due === 'today'), Number(due === 'overdue'), 1]);
      expect((await deskOf(house, 'btctu-cv', 'waiting', { filter: { due } })).count).toBe(1);
    }
    must(await suspend(house.desk, { dossier: d.id, until: '2022-12-01', reason: 'MẪU' }, house.request('btctu-truong')));
    expect(await group()).toEqual(['paused']);
    expect((await countsOf(house, 'btctu-truong')).todo).toMatchObject({ count: 1, overdue: 0, bulk: 0 });
    await clear();
    const high = await fresh('thong-qua');
    house.clock.at = at('2023-07-13 09:00');
    expect((await countsOf(house, 'btv-1')).todo).toMatchObject({ count: 1, overdue: 0, today: 0, soon: 0, beforeLeaders: 1, bulk: 0 });
    expect(linesOf(await deskOf(house, 'btv-1', 'todo'), high)).toMatchObject([{ leaders: true, bulk: [] }]);
    expect((await deskOf(house, 'btv-1', 'todo', { filter: { due: 'beforeLeaders' } })).count).toBe(1);
    expect((await deskOf(house, 'btv-1', 'todo', { filter: { bulk: true } })).count).toBe(0);
  });

  test('each filter leaves what it names, and the count is the list’s', async () => {
    await fresh('duyet-noi-dung');
    for (const [filter, count] of [
      [{ kind: 'review' }, 1], [{ kind: 'sign' }, 0], [{ dossierKind: 'de-an' }, 1], [{ dossierKind: 'du-an' }, 0], [{ leadUnit: 'btctu' }, 1], [{ leadUnit: 'stc' }, 0], [{ offered: false }, 1], [{ offered: true }, 0],
      [{ urgency: 'normal' }, 1], [{ urgency: 'flash' }, 0], [{ bulk: true }, 1], [{ due: 'later' }, 1], [{ search: 'de an mau' }, 1],
    ] as const) {
      const page = await deskOf(house, 'btctu-truong', 'todo', { filter });
      expect([filter, page.count, page.items.length]).toEqual([filter, count, count]);
    }
  });

  test('a step whose ladder counts in hours is hỏa tốc, in the row and in the filter', async () => {
    await house.publish(LADDER_ROUTE.replace('route: nhac-viec', 'route: hoa-toc').replace('due: { workingDays: 3 }, ladder: hanoi', 'due: { hours: 2 }, ladder: urgent'));
    house.clock.at = at('2022-07-13 09:00');
    const d = await driveTo(await LedgerDossier.open(house, { route: 'hoa-toc' }), 'duyet-noi-dung');
    expect(linesOf(await deskOf(house, 'btctu-truong', 'todo', { filter: { urgency: 'flash' } }), d)).toMatchObject([{ urgency: 'flash' }]);
    expect((await deskOf(house, 'btctu-truong', 'todo', { filter: { urgency: 'normal' } })).count).toBe(0);
    expect((await deskOf(house, 'btctu-cv', 'waiting', { filter: { urgency: 'flash' } })).count).toBe(1);
  });

  test('people of another office see nothing, in no list, count or search', async () => {
    const d = await fresh('kiem-tra');
    must(await comment(house.desk, d.id, { text: 'MẪU', mentions: ['sxd-truong'] }, house.request('btctu-cv')));
    for (const person of ['sxd-truong', 'btv-3']) {
      const counts = await countsOf(house, person);
      for (const list of DESK_LISTS) {
        expect(counts[list].count).toBe((await deskOf(house, person, list)).count);
        for (const filter of [{}, { search: 'de an' }, { search: 'HS-' }]) expect(linesOf(await deskOf(house, person, list, { filter }), d)).toEqual([]);
      }
    }
    // Each list of somebody who takes part holds as much as it counts.
    for (const person of ['btctu-cv', 'btctu-truong', 'vptu-th', 'stc-truong', 'quan-tri']) {
      const counts = await countsOf(house, person);
      for (const list of DESK_LISTS) expect([person, list, (await deskOf(house, person, list)).items.length]).toEqual([person, list, counts[list].count]);
    }
  });
});
