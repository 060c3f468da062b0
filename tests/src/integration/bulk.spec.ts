import { bulk, type BulkAct, type BulkLine } from '@totrinh/casework';
import { faultsOf } from '../house/ledger-checks.ts';
import { driveTo, LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf, LedgerHouse, must } from '../house/ledger-house.ts';

let house: LedgerHouse;
beforeAll(async () => { house = await LedgerHouse.open(); });
afterAll(async () => house.close());

let keys = 0;
const act = (verb: string, task: string, body: BulkAct['body'] = {}, given: Partial<BulkAct> = {}): BulkAct => ({ verb, task, body, key: `bulk-${++keys}`, ...given });
const approve = (task: string, given: Partial<BulkAct> = {}): BulkAct => act('decide', task, { outcome: 'approved' }, given);
const run = async (acts: readonly BulkAct[], actor: string): Promise<readonly BulkLine[]> => must(await bulk(house.desk, acts, { actor, correlationId: 'bulk' }));
const codes = (lines: readonly BulkLine[]): (string | null)[] => lines.map((l) => codeOf(l.result));
const at = async (path: string): Promise<LedgerDossier> => driveTo(await LedgerDossier.open(house), path);
const taskAt = async (path: string, of?: string): Promise<string> => (await (await at(path)).task(path, of)).id;

describe('Xử lý nhiều việc · many acts in one request', () => {
  test('mỗi việc một kết quả riêng; việc bị từ chối không cản việc khác', async () => {
    const acts = [approve(await taskAt('duyet-noi-dung')), approve('00000000-0000-4000-8000-000000009999'), act('decide', await taskAt('duyet-noi-dung'), { outcome: 'returned' }), approve(await taskAt('duyet-noi-dung'))];
    const lines = await run(acts, 'btctu-truong');
    expect(codes(lines)).toEqual([null, 'TASK_NOT_FOUND', 'REASON_REQUIRED', null]);
    expect(lines.map((l) => [l.task, l.key])).toEqual(acts.map((a) => [a.task, a.key]));
    const ids = lines.flatMap((l) => (l.result.ok ? [l.result.value.act] : []));
    expect(new Set(ids).size).toBe(2);
  });

  test('gửi lại thì không làm lại gì', async () => {
    const acts = [approve(await taskAt('duyet-noi-dung')), approve(await taskAt('duyet-noi-dung'))];
    const first = await run(acts, 'btctu-truong');
    const again = await run(acts, 'btctu-truong');
    expect(again.map((l) => l.result.ok && [l.result.value.replayed, l.result.value.act])).toEqual(first.map((l) => l.result.ok && [true, l.result.value.act]));
  });

  test.each([
    ['ký', 'ky-to-trinh', 'btctu-truong', { outcome: 'signed' }],
    ['thẩm định', 'tham-dinh', 'vptu-truong', { outcome: 'approved' }],
    ['phê duyệt', 'thong-qua', 'btv-1', { outcome: 'approved' }],
    ['không đồng ý khi được lấy ý kiến', 'lay-y-kien', 'stc-truong', { outcome: 'object', reason: 'MẪU' }],
  ] as const)('%s: không xử lý hàng loạt', async (_name, path, person, body) => {
    expect(codes(await run([act('decide', await taskAt(path, person), body)], person))).toEqual(['BULK_NOT_ALLOWED']);
  });

  test('việc khác không có trong danh sách, và quá một trăm việc: bị từ chối', async () => {
    const task = await taskAt('ban-hanh');
    expect(codes(await run([act('issue', task), act('sign', task), act('finish', task)], 'vptu-vt'))).toEqual(['BULK_NOT_ALLOWED', 'BULK_NOT_ALLOWED', 'BULK_NOT_ALLOWED']);
    expect(codeOf(await bulk(house.desk, Array.from({ length: 101 }, () => approve(task)), { actor: 'vptu-vt', correlationId: 'bulk' }))).toBe('BULK_NOT_ALLOWED');
  });

  test('đồng ý, xem, nhận, chuyển việc đi chung được; thẻ phiên bản cũ chỉ làm hỏng việc của nó', async () => {
    const [one, two, three] = [await taskAt('lay-y-kien', 'stc'), await taskAt('lay-y-kien', 'stc'), await taskAt('lay-y-kien', 'stc')];
    const lines = await run([act('decide', one, { outcome: 'consent' }), act('seen', two), act('claim', two), act('transfer', two, { person: 'stc-pho' }), act('claim', three, {}, { ifMatch: '"t-cu"' })], 'stc-truong');
    expect(codes(lines)).toEqual([null, null, null, null, 'VERSION_MISMATCH']);
    expect(await house.look('select holder from totrinh.task where id = $1', [two])).toEqual([{ holder: 'stc-pho' }]);
  });

  test('hai người cùng lúc xử lý cùng những việc ấy: mỗi việc đúng một ý kiến, không có nửa việc nào', async () => {
    const dossiers = [];
    for (let n = 0; n < 4; n++) dossiers.push(await at('lay-y-kien'));
    const tasks = await Promise.all(dossiers.map(async (d) => (await d.task('lay-y-kien', 'stc')).id));
    const consents = tasks.map((t) => act('decide', t, { outcome: 'consent' }));
    const [up, down] = await Promise.all([run(consents, 'stc-truong'), run([...consents].reverse(), 'stc-pho')]);
    for (const [i, task] of tasks.entries()) {
      const pair = [up[i], down[tasks.length - 1 - i]].map((l) => l && codeOf(l.result));
      expect([...pair].sort()).toEqual(['TASK_CLOSED', null]);
      expect(await house.look('select 1 from totrinh.decision where task_id = $1', [task])).toHaveLength(1);
    }
    for (const d of dossiers) expect(await faultsOf(house, d.id)).toEqual([]);
  });
});
