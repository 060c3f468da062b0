import { ALL_IS_WELL, allowedActions, claim, comment, type AllowedAction } from '@totrinh/domain';
import { type DossierDriver } from './dossier-driver.ts';
import { driveTo } from './stages.ts';

const codes = (d: DossierDriver, person: string): Record<string, string | null> =>
  Object.fromEntries(allowedActions(d.case, d.route, d.as(person)).map((a) => [a.verb, a.because]));
const action = (d: DossierDriver, person: string, verb: string): AllowedAction | undefined => allowedActions(d.case, d.route, d.as(person)).find((a) => a.verb === verb);

describe('Việc được làm và căn cứ · allowed actions and why not', () => {
  test.each([
    ['người soạn thảo, chưa có tài liệu', 'soan-thao', 'btctu-cv', { edit: null, attach: null, submit: 'DOCUMENT_MISSING', recall: 'NOTHING_TO_RECALL', cancel: null, comment: null, seen: null, claim: 'TASK_NOT_OFFERED', release: 'TASK_NOT_HELD', ask: null, extend: null, transfer: null }],
    ['thủ trưởng trong lúc soạn thảo', 'soan-thao', 'btctu-truong', { edit: 'NOT_ALLOWED', attach: 'NOT_ALLOWED', submit: 'NOT_ALLOWED', recall: 'NOTHING_TO_RECALL', cancel: null, comment: null, ask: null, nudge: null, repair: null, suspend: null }],
    ['thủ trưởng duyệt nội dung', 'duyet-noi-dung', 'btctu-truong', { edit: 'NO_OPEN_DRAFT', attach: 'NO_OPEN_DRAFT', submit: 'NO_OPEN_DRAFT', recall: null, cancel: null, comment: null, seen: null, claim: 'TASK_NOT_OFFERED', release: 'TASK_NOT_HELD', decide: null, return: null, initial: null, transfer: null, ask: null, suspend: null, skip: null, repair: null }],
    ['cơ quan được hỏi', 'lay-y-kien', 'stc-truong', { edit: 'NO_OPEN_DRAFT', attach: 'NO_OPEN_DRAFT', submit: 'NO_OPEN_DRAFT', recall: 'NOT_ALLOWED', cancel: 'NOT_ALLOWED', comment: null, seen: null, claim: null, release: 'TASK_NOT_HELD', decide: null, answer: null, assign: null, register: null, transfer: 'TASK_NOT_HELD', extend: null, ask: null }],
    ['văn thư', 'ban-hanh', 'vptu-vt', { edit: 'NO_OPEN_DRAFT', attach: 'NO_OPEN_DRAFT', submit: 'NO_OPEN_DRAFT', recall: 'NOT_ALLOWED', cancel: 'NOT_ALLOWED', comment: null, seen: null, claim: 'TASK_NOT_OFFERED', release: 'TASK_NOT_HELD', issue: null, transfer: null, ask: null }],
    ['hồ sơ đã kết thúc', 'hoan-thanh', 'btctu-cv', { edit: 'DOSSIER_CLOSED', attach: 'DOSSIER_CLOSED', submit: 'DOSSIER_CLOSED', recall: 'DOSSIER_CLOSED', cancel: 'DOSSIER_CLOSED', comment: null }],
  ])('%s', (_name, path, person, expected) => {
    expect(codes(driveTo(path), person)).toEqual(expected);
  });

  test('có tài liệu rồi thì trình được', () => {
    const d = driveTo('soan-thao');
    d.attach('du-thao', 'a1');
    expect(action(d, 'btctu-cv', 'submit')).toMatchObject({ allowed: true, because: null });
  });

  test('việc người khác đang giữ: mọi việc đều nói rõ là đang có người giữ', () => {
    const d = driveTo('tham-dinh');
    d.must(claim(d.case, d.task('tham-dinh').id, d.as('vptu-pho')));
    expect(codes(d, 'vptu-truong')).toMatchObject({ seen: 'TASK_HELD_BY_OTHER', claim: 'TASK_HELD_BY_OTHER', release: 'TASK_HELD_BY_OTHER', decide: 'TASK_HELD_BY_OTHER', return: 'TASK_HELD_BY_OTHER' });
    expect(codes(d, 'vptu-pho')).toMatchObject({ claim: 'TASK_NOT_OFFERED', release: null, decide: null });
  });

  test('nêu các kết quả và các nơi chuyển lại hợp lệ; hướng của quy trình đứng đầu', () => {
    const d = driveTo('tham-dinh');
    expect(action(d, 'vptu-truong', 'decide')?.outcomes).toEqual(['approved', 'conditional', 'returned']);
    expect(action(d, 'vptu-truong', 'return')?.returnTargets).toEqual(['tiep-thu', 'soan-thao', 'duyet-noi-dung', 'lay-y-kien']);
    expect(action(driveTo('lay-y-kien'), 'stc-truong', 'decide')?.outcomes).toEqual(['consent', 'object', 'other']);
  });

  test('văn thư thấy vì sao chưa ban hành được', () => {
    const d = driveTo('ban-hanh');
    d.case = { ...d.case, manifest: 'noi-dung-khac' };
    expect(action(d, 'vptu-vt', 'issue')).toMatchObject({ allowed: false, because: 'APPROVAL_NOT_IN_FORCE' });
  });

  test('trao đổi không chuyển hồ sơ và không đưa lời lẽ vào phần cấu trúc', () => {
    const d = driveTo('lay-y-kien');
    const before = d.case;
    const facts = d.put(comment('xin gia hạn hai ngày', d.as('stc-truong'), d.means));
    expect(JSON.stringify(facts.map((f) => f.data))).not.toContain('gia hạn');
    expect({ ...d.case, seq: 0 }).toEqual({ ...before, seq: 0 });
  });

  test('việc đã đôn đốc hôm nay thì mai mới đôn đốc lại', () => {
    const d = driveTo('lay-y-kien');
    const task = d.task('lay-y-kien', 'stc-truong').id;
    d.put([{ type: 'task.nudged', data: { task, by: 'btctu-cv', on: '2022-07-13' } }]);
    const targets = (today: string): readonly string[] => allowedActions(d.case, d.route, d.as('btctu-cv'), { ...ALL_IS_WELL, today }).find((a) => a.verb === 'nudge')?.targets ?? [];
    expect([targets('2022-07-13').includes(task), targets('2022-07-14').includes(task)]).toEqual([false, true]);
  });
});
