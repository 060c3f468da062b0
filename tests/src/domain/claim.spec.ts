import { claim, decide, release, seen } from '@totrinh/domain';
import { detailsOf, refusal } from './dossier-driver.ts';
import { driveTo } from './stages.ts';

describe('Nhận việc, trả việc · claim and release', () => {
  test('việc giao cho nhiều người: người nhận trước giữ, người khác không xử lý được cho đến khi trả lại', () => {
    const d = driveTo('tham-dinh');
    const task = d.task('tham-dinh').id;
    d.must(claim(d.case, task, d.as('vptu-pho')));
    expect(d.task('tham-dinh').holder).toBe('vptu-pho');
    const other = decide(d.case, d.route, { task, outcome: 'approved', reason: null }, d.as('vptu-truong'), d.means);
    expect(refusal(other)).toBe('TASK_HELD_BY_OTHER');
    expect(detailsOf(other)).toEqual({ task, holder: 'vptu-pho' });
    expect(refusal(claim(d.case, task, d.as('vptu-truong')))).toBe('TASK_HELD_BY_OTHER');
    d.must(release(d.case, task, d.as('vptu-pho')));
    d.decide('tham-dinh', 'vptu-truong', 'approved');
    expect(refusal(claim(d.case, task, d.as('vptu-pho')))).toBe('TASK_CLOSED');
  });

  test.each([
    ['việc chỉ giao một người không phải nhận', 'duyet-noi-dung', 'btctu-truong', 'claim', 'TASK_NOT_OFFERED'],
    ['việc chỉ giao một người không trả lại được', 'duyet-noi-dung', 'btctu-truong', 'release', 'TASK_NOT_HELD'],
    ['chưa nhận thì không có gì để trả', 'tham-dinh', 'vptu-truong', 'release', 'TASK_NOT_HELD'],
    ['người ngoài không thấy việc', 'tham-dinh', 'btctu-truong', 'claim', 'TASK_NOT_FOUND'],
  ] as const)('%s', (_name, path, person, verb, code) => {
    const d = driveTo(path);
    const act = verb === 'claim' ? claim : release;
    expect(refusal(act(d.case, d.task(path).id, d.as(person)))).toBe(code);
  });

  test('nhận lần thứ hai bị từ chối và không ghi gì', () => {
    const d = driveTo('tham-dinh');
    d.must(claim(d.case, d.task('tham-dinh').id, d.as('vptu-pho')));
    expect(refusal(claim(d.case, d.task('tham-dinh').id, d.as('vptu-pho')))).toBe('TASK_NOT_OFFERED');
  });

  test('xem một lần là đã xem; xem lần nữa không ghi thêm', () => {
    const d = driveTo('tham-dinh');
    const task = d.task('tham-dinh').id;
    expect(d.must(seen(d.case, task, d.as('vptu-pho'))).map((f) => f.type)).toEqual(['task.seen']);
    expect(d.must(seen(d.case, task, d.as('vptu-truong')))).toEqual([]);
  });
});
