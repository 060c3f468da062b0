import { changeSetting, publishLadder } from '@totrinh/casework';
import { at } from '../domain/ladder-office.ts';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, must, type LedgerHouse } from '../house/ledger-house.ts';
import { LEDGER_ROUTE } from '../house/ledger-office.ts';
import { liveUntil, openLadderHouse } from './ladder-ward.ts';

const AFTER_A_DAY = { at: { after: { workingDays: 1 } } };
const ladder = (name: string, action: object): object => ({ ladder: name, title: { vi: 'Quá hạn thì thủ trưởng xử lý', en: 'The head takes what is late' }, rungs: [{ rung: 'qua-han', ...AFTER_A_DAY, do: ['remind', 'raisePriority', action] }] });

let house: LedgerHouse;
beforeAll(async () => {
  house = await openLadderHouse();
  must(await publishLadder(house.desk, ladder('chuyen-len', { transfer: 'headOfUnit' }), house.request('quan-tri')));
  must(await publishLadder(house.desk, ladder('them-nguoi', { addCandidate: 'headOfUnit' }), house.request('quan-tri')));
  for (const name of ['chuyen-len', 'them-nguoi']) {
    await house.publish(LEDGER_ROUTE.replace('route: mau', `route: mau-${name}`).replace('reaches: submitted, next', `reaches: submitted, due: { workingDays: 2 }, ladder: ${name}, next`).replace('{ body: authority }, rule: all', `{ body: authority }, due: { workingDays: 2 }, ladder: ${name}, rule: all`));
  }
});
afterAll(async () => house.close());

const allow = async (value: boolean, version: number): Promise<void> => { must(await changeSetting(house.desk, { key: 'late.reassign', value, version }, house.request('quan-tri'))); };

async function lateAt(route: string, step: string): Promise<{ d: LedgerDossier; holder: string | null; candidates: string[]; priority: number }> {
  house.clock.at = at('2022-07-13 09:00');
  const d = await driveTo(await LedgerDossier.open(house, { route }), step);
  await liveUntil(house, at('2022-07-22 09:00'));
  const { case: c } = await d.load();
  const task = c.tasks.find((t) => t.id === c.tasks.findLast((x) => x.state === 'open')?.id);
  return { d, holder: task?.holder ?? null, candidates: (task?.assignees ?? []).map((a) => a.person), priority: c.priority };
}

describe('Quá hạn thì thêm người hoặc chuyển xử lý · what a timer may do with a late task', () => {
  test('không tự bật: nhắc và nâng mức ưu tiên, người giữ việc vẫn là người ấy', async () => {
    expect(await lateAt('mau-chuyen-len', 'kiem-tra')).toMatchObject({ holder: 'vptu-th', candidates: ['vptu-th'], priority: 1 });
  });

  test('khi cơ quan đã bật: việc chuyển cho thủ trưởng, hoặc thủ trưởng cùng là người xử lý; nhật ký vẫn đúng', async () => {
    await allow(true, 0);
    const moved = await lateAt('mau-chuyen-len', 'kiem-tra');
    expect(moved).toMatchObject({ holder: 'vptu-truong', priority: 1 });
    expect(await faultsOf(house, moved.d.id)).toEqual([]);
    const added = await lateAt('mau-them-nguoi', 'kiem-tra');
    expect(added).toMatchObject({ candidates: ['vptu-th', 'vptu-truong'], priority: 1 });
    expect(await faultsOf(house, added.d.id)).toEqual([]);
    await allow(false, 1);
  });

  test('việc trước lãnh đạo không bao giờ bị đồng hồ chuyển đi', async () => {
    await allow(true, 2);
    const { d } = await lateAt('mau-chuyen-len', 'thong-qua');
    const { case: c } = await d.load();
    expect(c.tasks.filter((t) => t.state === 'open').map((t) => t.assignees.map((a) => a.person))).toEqual([['btv-1'], ['btv-2'], ['btv-3']]);
    await allow(false, 3);
  });

  test('chỉ quản trị công bố; công bố lại y nguyên thì bị từ chối; bậc sau khi khép bước bị từ chối', async () => {
    expect(codeOf(await publishLadder(house.desk, ladder('la', { transfer: 'headOfUnit' }), house.request('btctu-truong')))).toBe('NOT_ALLOWED');
    expect(codeOf(await publishLadder(house.desk, ladder('chuyen-len', { transfer: 'headOfUnit' }), house.request('quan-tri')))).toBe('LADDER_UNCHANGED');
    expect(codeOf(await publishLadder(house.desk, { ladder: 'la', title: { vi: 'Lạ', en: 'Strange' }, rungs: [{ rung: 'khep', at: 'due', do: ['lapse'] }, { rung: 'sau', ...AFTER_A_DAY, do: ['remind'] }] }, house.request('quan-tri')))).toBe('LADDER_INVALID');
  });
});
