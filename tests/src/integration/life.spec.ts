import { transfer } from '@totrinh/casework';
import { inTransaction, loadCase } from '@totrinh/persistence';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';
import { appointmentOf } from '../house/ledger-office.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

const stateOfItem = async (d: LedgerDossier): Promise<unknown> => {
  const { case: c } = await d.load();
  return (await house.look('select state, state_on::text as on, dossier_id as dossier from totrinh.item where id = $1', [c.item]))[0];
};
const to = async (path: string): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house), path);

describe('the life of a dossier on a real PostgreSQL', () => {
  test('goes from draft to issued, and the record verifies at every step', async () => {
    const d = await LedgerDossier.open(house);
    for (const path of ['duyet-noi-dung', 'lay-y-kien', 'tiep-thu', 'ky-to-trinh', 'kiem-tra', 'tham-dinh', 'thong-qua', 'ky', 'ban-hanh', 'hoan-thanh']) {
      await driveTo(d, path);
      expect([path, await faultsOf(house, d.id)]).toEqual([path, []]);
    }
    expect((await d.load()).case).toMatchObject({ status: 'done', programmeState: 'completed', number: '12-ĐA/TU', round: 1 });
    expect(await stateOfItem(d)).toEqual({ state: 'completed', on: '2022-07-13', dossier: d.id });
  });

  test('is returned with a reason, comes back, and waits for whoever held the task', async () => {
    const d = await to('tham-dinh');
    const task = await d.task('tham-dinh');
    must(await d.claim(task.id, 'vptu-pho'));
    expect(codeOf(await d.returnIn(task.id, 'vptu-pho', 'soan-thao', ''))).toBeNull();
    await d.move();
    expect(await d.at()).toEqual(['soan-thao']);
    expect((await d.load()).case).toMatchObject({ round: 2, programmeState: 'notYetSubmitted' });
    expect(await stateOfItem(d)).toMatchObject({ state: 'notYetSubmitted' });
    // Another unit has returned it: the head gets the draft and passes it on.
    must(await transfer(house.desk, { task: (await d.task('soan-thao')).id, person: 'btctu-cv' }, house.request('btctu-truong')));
    await driveTo(d, 'tham-dinh');
    expect((await d.task('tham-dinh')).holder).toBe('vptu-pho');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('a conditional appraisal sends it to be redrafted, and what was approved before counts no more', async () => {
    const d = await to('tham-dinh');
    expect(codeOf(await d.decide('tham-dinh', 'vptu-truong', 'conditional'))).toBe('REASON_REQUIRED');
    must(await d.decide('tham-dinh', 'vptu-truong', 'conditional', 'MẪU điều kiện'));
    await d.move();
    expect(await d.at()).toEqual(['tiep-thu']);
    must(await d.attach('to-trinh', 'b2'));
    must(await d.submit());
    await d.move();
    await driveTo(d, 'hoan-thanh');
    expect((await d.load()).case.status).toBe('done');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('is recalled before the workflow opened a step, recalled unseen after, and no more once seen', async () => {
    const d = await LedgerDossier.open(house);
    must(await d.attach('du-thao', 'a1'));
    must(await d.submit());
    must(await d.recall());
    await d.move();
    expect(await d.at()).toEqual(['soan-thao']);
    await driveTo(d, 'duyet-noi-dung');
    must(await d.recall());
    await d.move();
    expect(await d.at()).toEqual(['soan-thao']);
    await driveTo(d, 'duyet-noi-dung');
    must(await d.seen((await d.task('duyet-noi-dung')).id, 'btctu-truong'));
    expect(codeOf(await d.recall())).toBe('RECALL_TOO_LATE');
    expect((await d.load()).case.round).toBe(3);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test.each([['cancelled', async (d: LedgerDossier) => must(await d.cancel('MẪU'))], ['rejected', async (d: LedgerDossier) => must(await d.decide('thong-qua', 'btv-2', 'rejected', 'MẪU'))]] as const)(
    'what is %s frees its item for another dossier', async (status, end) => {
      const d = await to('thong-qua');
      await end(d);
      await d.move();
      expect((await d.load()).case.status).toBe(status);
      expect(await stateOfItem(d)).toEqual({ state: 'notYetSubmitted', on: null, dossier: null });
      expect(await faultsOf(house, d.id)).toEqual([]);
    });

  test('an offered task is claimed by one, released, and claimed by another', async () => {
    const d = await to('tham-dinh');
    const { id } = await d.task('tham-dinh');
    must(await d.claim(id, 'vptu-pho'));
    expect(codeOf(await d.decideIn(id, 'vptu-truong', 'approved'))).toBe('TASK_HELD_BY_OTHER');
    expect(codeOf(await d.claim(id, 'vptu-truong'))).toBe('TASK_HELD_BY_OTHER');
    must(await d.release(id, 'vptu-pho'));
    must(await d.claim(id, 'vptu-truong'));
    must(await d.decideIn(id, 'vptu-truong', 'approved'));
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('a consultation that asks nobody is passed in one move, in the tables as on the chain', async () => {
    const d = await LedgerDossier.open(house, { item: { cooperating: [] } });
    await driveTo(d, 'duyet-noi-dung');
    must(await d.decide('duyet-noi-dung', 'btctu-truong', 'approved'));
    const moved = await d.move();
    expect(moved.at).toEqual(['tiep-thu']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });
});

describe('who may act, on that day', () => {
  test('a drafter who heads the reviewing unit does not review: their task waits for somebody, and is told as theirs to nobody', async () => {
    const d = await LedgerDossier.open(house, { drafter: 'btctu-truong' });
    must(await d.attach('du-thao', 'a1'));
    must(await d.submit());
    await d.move();
    const task = await d.task('duyet-noi-dung');
    expect(task.assignees).toEqual([]);
    expect(codeOf(await d.decideIn(task.id, 'btctu-truong', 'approved'))).toBe('TASK_NOT_FOUND');
    expect(await d.move()).toMatchObject({ opened: [] });
    // Somebody else becomes head: the next move finds them.
    await house.look(`update totrinh.appointment set valid_to = '2022-07-14' where id = $1`, [appointmentOf('btctu-truong')]);
    await house.look(`insert into totrinh.appointment values (gen_random_uuid(), 'btctu-pho', 'btctu-head-btctu-truong', '2022-07-01', null)`);
    await d.move();
    expect(await d.task('duyet-noi-dung')).toMatchObject({ holder: 'btctu-pho', assignees: [{ person: 'btctu-pho', capacity: 'head' }] });
    must(await d.decide('duyet-noi-dung', 'btctu-pho', 'approved'));
    expect(await faultsOf(house, d.id)).toEqual([]);
    await house.look(`delete from totrinh.appointment where person_id = 'btctu-pho' and post_id = 'btctu-head-btctu-truong' and not exists (select 1 from totrinh.task_candidate k where k.appointment_id = appointment.id)`);
    await house.look(`update totrinh.appointment set valid_to = '2022-07-02' where person_id = 'btctu-pho' and post_id = 'btctu-head-btctu-truong'`);
    await house.look(`update totrinh.appointment set valid_to = null where id = $1`, [appointmentOf('btctu-truong')]);
  });

  test('an appointment that ended between opening and acting gives no right, also when it ends while the act waits', async () => {
    const d = await to('kiem-tra');
    const { id } = await d.task('kiem-tra');
    await house.superuser.query('begin');
    await house.look(`update totrinh.appointment set valid_to = '2022-07-13' where id = $1`, [appointmentOf('vptu-th')]);
    const act = d.decideIn(id, 'vptu-th', 'approved');
    await house.superuser.query('commit');
    // The person held one post only, so nothing else lets them act; they still may see the dossier.
    expect(codeOf(await act)).toBe('NOT_ALLOWED');
    await house.look('update totrinh.appointment set valid_to = null where id = $1', [appointmentOf('vptu-th')]);
    must(await d.decideIn(id, 'vptu-th', 'approved'));
  });

  test('a body that was empty when its step opened gets a task for each member once there are some', async () => {
    const d = await LedgerDossier.open(house, { item: { authority: 'bo-trong' } });
    await driveTo(d, 'thong-qua');
    expect((await d.task('thong-qua')).assignees).toEqual([]);
    await house.look(`insert into totrinh.appointment select gen_random_uuid(), p, post, '2022-01-01', null from (values ('btv-1', 'bo-trong-chu-tich'), ('btv-2', 'bo-trong-uy-vien')) as a(p, post)`);
    await d.move();
    must(await d.decide('thong-qua', 'btv-1', 'approved'));
    expect(await d.at()).toEqual(['thong-qua']);
    must(await d.decide('thong-qua', 'btv-2', 'approved'));
    await d.move();
    expect(await d.at()).toEqual(['ky']);
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('strangers see neither a dossier nor a task, and odd names are not found either', async () => {
    const d = await to('duyet-noi-dung');
    const { id } = await d.task('duyet-noi-dung');
    for (const stranger of ['sxd-truong', 'khong-co-ai']) {
      expect(codeOf(await d.comment(stranger, 'MẪU'))).toBe('DOSSIER_NOT_FOUND');
      expect(codeOf(await d.decideIn(id, stranger, 'approved'))).toBe('TASK_NOT_FOUND');
    }
    for (const odd of ['', 'x', "'; drop table totrinh.event; --", '00000000-0000-4000-8000-000000000000', d.id]) expect(codeOf(await d.decideIn(odd, 'btctu-truong', 'approved'))).toBe('TASK_NOT_FOUND');
    expect(codeOf(await new LedgerDossier(house, id, 'btctu-cv').submit())).toBe('DOSSIER_NOT_FOUND');
    expect(await inTransaction(house.source, (tx) => loadCase(tx, id))).toBeNull();
  });
});
