import { explainLateness, handBack, reassign, takeOver } from '@totrinh/casework';
import { DossierReadModel, OwnerlessReadModel } from '@totrinh/persistence';
import { at } from '../domain/ladder-office.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import { liveUntil, openAt, openLadderHouse } from './ladder-ward.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await openLadderHouse(); });
afterAll(async () => house.close());
beforeEach(async () => house.look('update totrinh.rung set void_at = now() where fired_at is null and void_at is null'));

/** A draft that is late since the head of its unit was told; 15 working days after its opening and more. */
async function lateDraft(): Promise<{ d: LedgerDossier; task: string }> {
  const d = await openAt(house, at('2022-07-13 09:00'));
  const due = (await house.look<{ due: Date }>('select due_at as due from totrinh.step where dossier_id = $1', [d.id]))[0]!.due;
  await liveUntil(house, new Date(due.getTime() + 4 * 86_400_000));
  return { d, task: (await d.task('soan-thao')).id };
}
const holderOf = async (task: string): Promise<unknown> => (await house.look('select holder from totrinh.task where id = $1', [task]))[0];
const kindsFor = async (d: LedgerDossier, person: string): Promise<string[]> => (await house.look<{ kind: string }>('select kind from totrinh.notice where dossier_id = $1 and person_id = $2 order by id', [d.id, person])).map((n) => n.kind);

describe('Việc quá hạn: nhận về, giao lại, giải trình · late acts on the real tables', () => {
  test('thủ trưởng được bậc nhắc báo thì nhận việc về, giao lại; người giữ được báo; lời giải trình ở cạnh việc chậm', async () => {
    const { d, task } = await lateDraft();
    expect(await kindsFor(d, 'btctu-truong')).toContain('escalated');
    expect(codeOf(await takeOver(house.desk, { task, reason: null }, house.request('btctu-pho')))).toBe('NOT_ALLOWED');
    must(await explainLateness(house.desk, { task, reason: 'Chờ số liệu của các sở (MẪU)' }, house.request('btctu-cv')));
    must(await takeOver(house.desk, { task, reason: 'Quá hạn (MẪU)' }, house.request('btctu-truong')));
    expect([await holderOf(task), await kindsFor(d, 'btctu-cv')]).toEqual([{ holder: 'btctu-truong' }, expect.arrayContaining(['takenOver'])]);
    expect(codeOf(await d.attach('du-thao', 'a1'))).not.toBeNull();
    const now = house.clock.now();
    const seen = await new DossierReadModel(house.source).find({ person: 'btctu-truong', day: '2022-08-20', now }, d.id);
    expect(seen?.lateness).toMatchObject([{ task, by: { person: 'btctu-cv' }, reason: 'Chờ số liệu của các sở (MẪU)' }]);
    expect(seen?.tasks.find((t) => t.id === task)?.takenFrom).toEqual([{ person: 'btctu-cv', name: 'MẪU btctu-cv' }]);
    expect(seen?.at).toMatchObject({ overdue: [seen?.loaded.case.steps[0]?.id], told: [seen?.loaded.case.steps[0]?.id], ownerless: [] });
    must(await handBack(house.desk, { task }, house.request('btctu-truong')));
    expect([await holderOf(task), (await kindsFor(d, 'btctu-cv')).at(-1)]).toEqual([{ holder: 'btctu-cv' }, 'handedBack']);
    expect(codeOf(await handBack(house.desk, { task }, house.request('btctu-cv')))).toBe('TASK_NOT_TAKEN_OVER');
    expect(await faultsOf(house, d.id)).toEqual([]);
  });

  test('việc chưa quá hạn thì không nhận về, không giải trình', async () => {
    const d = await openAt(house, at('2022-07-13 09:00'));
    const { id: task } = await d.task('soan-thao');
    expect(codeOf(await takeOver(house.desk, { task, reason: null }, house.request('btctu-truong')))).toBe('NOT_ALLOWED');
    expect(codeOf(await explainLateness(house.desk, { task, reason: 'MẪU' }, house.request('btctu-cv')))).toBe('TASK_NOT_LATE');
  });

  test('nhận về hai lần cùng lúc: một lần được; người giữ vừa trình thì thủ trưởng đến sau', async () => {
    const { d, task } = await lateDraft();
    const codes = (await Promise.all([1, 2].map(() => takeOver(house.desk, { task, reason: null }, house.request('btctu-truong'))))).map(codeOf);
    expect(codes.sort()).toEqual(['REQUEST_INVALID', null]);
    const other = await lateDraft();
    must(await other.d.attach('du-thao', 'a1'));
    const [submitted, taken] = (await Promise.all([other.d.submit(), takeOver(house.desk, { task: other.task, reason: null }, house.request('btctu-truong'))])).map(codeOf);
    expect([submitted, taken].filter((c) => c === null)).toHaveLength(1);
    for (const id of [d.id, other.d.id]) expect(await faultsOf(house, id)).toEqual([]);
  });
});

describe('Người đã rời chức vụ · tasks of people who left', () => {
  const leave = (person: string, on: string): Promise<unknown[]> => house.look('update totrinh.appointment set valid_to = $2 where person_id = $1', [person, on]);
  const comeBack = (person: string): Promise<unknown[]> => house.look('update totrinh.appointment set valid_to = null where person_id = $1', [person]);
  const listed = async (person: string, day: string): Promise<string[]> => (await new OwnerlessReadModel(house.source).page({ person, day }, { limit: 100, after: null })).items.map((t) => t.id);

  test('hết quyền ngay với lý do; việc vào danh sách của cơ quan, văn phòng, quản trị; giao lại cho người giữ chức vụ phù hợp', async () => {
    house.clock.at = at('2022-07-13 09:00');
    const d = await driveTo(await LedgerDossier.open(house), 'kiem-tra');
    const { id: task } = await d.task('kiem-tra');
    await leave('vptu-th', '2022-07-13');
    expect(await d.decideIn(task, 'vptu-th', 'approved')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED', details: { because: 'appointmentEnded' } } });
    const day = '2022-07-13';
    expect(await Promise.all(['vptu-truong', 'vptu-vt', 'quan-tri', 'btctu-truong'].map(async (p) => (await listed(p, day)).includes(task)))).toEqual([true, true, true, false]);
    const give = async (to: string, by: string): Promise<string | null> => codeOf(await reassign(house.desk, { task, person: to, reason: 'Đã chuyển công tác (MẪU)' }, house.request(by)));
    expect([await give('vptu-pho', 'btctu-truong'), await give('btctu-pho', 'vptu-truong'), await give('vptu-vt', 'vptu-truong'), await give('vptu-pho', 'vptu-truong')]).toEqual(['NOT_ALLOWED', 'NOT_OF_UNIT', 'NOT_OF_UNIT', null]);
    expect(await kindsFor(d, 'vptu-pho')).toContain('reassigned');
    expect(await listed('vptu-truong', day)).not.toContain(task);
    must(await d.decideIn(task, 'vptu-pho', 'approved'));
    expect(await faultsOf(house, d.id)).toEqual([]);
    await comeBack('vptu-th');
  });

  test('thành viên đã rời tập thể: người mới ngồi vào ghế, bước khép khi đủ', async () => {
    house.clock.at = at('2022-07-13 09:00');
    const d = await driveTo(await LedgerDossier.open(house), 'thong-qua');
    const { id: task } = await d.task('thong-qua', 'btv-3');
    await leave('btv-3', '2022-07-13');
    await house.look(`insert into totrinh.appointment (id, person_id, post_id, valid_from) values ('00000000-0000-4000-8000-000000000903', 'sxd-truong', 'btv-uy-vien-btv-3', '2022-07-13')`);
    expect(await listed('vptu-truong', '2022-07-13')).toContain(task);
    expect(codeOf(await reassign(house.desk, { task, person: 'btv-1', reason: 'MẪU' }, house.request('vptu-truong')))).toBe('PARTICIPANT_TWICE');
    must(await reassign(house.desk, { task, person: 'sxd-truong', reason: 'Nghị quyết kiện toàn (MẪU)' }, house.request('vptu-truong')));
    await d.move();
    for (const member of ['btv-1', 'btv-2', 'sxd-truong']) must(await d.decide('thong-qua', member, 'approved'));
    await d.move();
    expect(await d.at()).toEqual(['ky']);
    expect(await faultsOf(house, d.id)).toEqual([]);
    await comeBack('btv-3');
  });
});
