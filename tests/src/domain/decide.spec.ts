import { decide, type ErrorCode } from '@totrinh/domain';
import { detailsOf, DossierDriver, refusal } from './dossier-driver.ts';
import { Directory } from './sample-office.ts';
import { routeOf, ROUTE_TEXT, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

const answer = (d: DossierDriver, path: string, person: string, outcome: string, reason: string | null = null, to: string | null = null) =>
  decide(d.case, d.route, { task: d.task(path, person).id, outcome, reason, to }, d.as(person), d.means);

describe('Ý kiến xử lý · a decision', () => {
  /** Step, who decides, outcome, reason, step that follows (null: still waiting), code when refused. */
  const TABLE: readonly (readonly [string, string, string, string | null, string | null, ErrorCode | null])[] = [
    ['duyet-noi-dung', 'btctu-truong', 'approved', null, 'lay-y-kien', null],
    ['duyet-noi-dung', 'btctu-truong', 'returned', 'thiếu số liệu', 'soan-thao', null],
    ['duyet-noi-dung', 'btctu-truong', 'returned', null, null, 'REASON_REQUIRED'],
    ['duyet-noi-dung', 'btctu-truong', 'rejected', 'không cần', null, 'OUTCOME_NOT_POSSIBLE'],
    ['duyet-noi-dung', 'btctu-truong', 'signed', null, null, 'OUTCOME_NOT_POSSIBLE'],
    ['soan-thao', 'btctu-cv', 'completed', null, null, 'OUTCOME_NOT_POSSIBLE'],
    ['lay-y-kien', 'stc-truong', 'consent', null, null, null],
    ['lay-y-kien', 'stc-truong', 'object', null, null, 'REASON_REQUIRED'],
    ['lay-y-kien', 'stc-truong', 'object', 'chưa rõ nguồn vốn', null, null],
    ['lay-y-kien', 'stc-truong', 'other', null, null, 'REASON_REQUIRED'],
    ['lay-y-kien', 'stc-truong', 'returned', 'lý do', null, 'OUTCOME_NOT_POSSIBLE'],
    ['tham-dinh', 'vptu-truong', 'approved', null, 'cho-y-kien', null],
    ['tham-dinh', 'vptu-truong', 'conditional', null, null, 'REASON_REQUIRED'],
    ['tham-dinh', 'vptu-truong', 'conditional', 'bổ sung phụ lục', 'tiep-thu', null],
    ['tham-dinh', 'vptu-truong', 'returned', 'làm lại', 'tiep-thu', null],
    ['tham-dinh', 'vptu-truong', 'rejected', 'không', null, 'OUTCOME_NOT_POSSIBLE'],
    ['cho-y-kien', 'tt-2', 'approved', null, 'thong-qua', null],
    ['cho-y-kien', 'tt-2', 'rejected', null, null, 'REASON_REQUIRED'],
    ['cho-y-kien', 'tt-2', 'rejected', 'chưa đưa ra', 'dung-lai', null],
    ['cho-y-kien', 'tt-2', 'returned', 'hoàn thiện thêm', 'soan-thao', null],
    ['thong-qua', 'btv-1', 'approved', null, null, null],
    ['thong-qua', 'btv-1', 'conditional', 'sửa', null, 'OUTCOME_NOT_POSSIBLE'],
    ['ky', 'tt-1', 'signed', null, 'ban-hanh', null],
    ['ky', 'tt-1', 'approved', null, null, 'OUTCOME_NOT_POSSIBLE'],
    ['ky', 'tt-1', 'returned', 'sai thể thức', 'tiep-thu', null],
    ['ban-hanh', 'vptu-vt', 'issued', null, null, 'OUTCOME_NOT_POSSIBLE'],
    ['ban-hanh', 'vptu-vt', 'returned', 'lý do', null, 'OUTCOME_NOT_POSSIBLE'],
  ];

  test.each(TABLE)('ở bước %s, %s nói “%s” (lý do: %s) thì đi tới %s, hoặc bị từ chối vì %s', (path, person, outcome, reason, next, code) => {
    const d = driveTo(path);
    const round = d.case.round;
    const result = answer(d, path, person, outcome, reason);
    expect(refusal(result)).toBe(code);
    if (!result.ok) return;
    d.put(result.value);
    expect(d.case.pending.map((p) => p.path)).toEqual(next === null ? [] : [next]);
    expect(d.case.round).toBe(outcome === 'returned' ? round + 1 : round);
    expect(d.case.decisions.at(-1)).toMatchObject({ outcome, actor: person, manifest: d.case.manifest });
  });

  test('lý do là lời có thể xóa: nằm trong phần riêng, không nằm trong phần cấu trúc', () => {
    const d = driveTo('duyet-noi-dung');
    const facts = d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'thiếu số liệu');
    expect(JSON.stringify(facts.map((f) => f.data))).not.toContain('thiếu số liệu');
    expect(facts.find((f) => f.type === 'decision.made')?.secret).toEqual({ reason: 'thiếu số liệu' });
  });

  test('một quyết định ghi người, tư cách và việc bổ nhiệm làm căn cứ', () => {
    const d = driveTo('tham-dinh');
    const made = d.decide('tham-dinh', 'vptu-pho', 'approved').find((f) => f.type === 'decision.made');
    expect(made?.data).toMatchObject({ actor: 'vptu-pho', principal: 'vptu-pho', capacity: 'deputy', appointment: 'vptu-pho@vptu' });
  });

  test('người soạn thảo về sau giữ chức vụ được giao duyệt vẫn không tự duyệt hồ sơ của mình', () => {
    const d = driveTo('duyet-noi-dung');
    const task = d.task('duyet-noi-dung');
    const assignees = [{ person: 'btctu-cv', capacity: 'head', appointment: 'btctu-cv@btctu' }];
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.id === task.id ? { ...t, assignees, holder: 'btctu-cv' } : t)) };
    expect(refusal(answer(d, 'duyet-noi-dung', 'btctu-cv', 'approved'))).toBe('SELF_APPROVAL');
  });
});

describe('Chuyển lại để hoàn thiện · returns', () => {
  test.each([
    ['hướng của quy trình', null, 'tiep-thu', null],
    ['hướng của quy trình, nêu rõ tên', 'tiep-thu', 'tiep-thu', null],
    ['bước soạn thảo đầu tiên đã qua', 'soan-thao', 'soan-thao', null],
    ['lấy ý kiến lại', 'lay-y-kien', 'lay-y-kien', null],
    ['chính bước này', 'ky', null, 'RETURN_TARGET_NOT_LEGAL'],
    ['bước chưa qua', 'ban-hanh', null, 'RETURN_TARGET_NOT_LEGAL'],
    ['bước kết thúc', 'dung-lai', null, 'RETURN_TARGET_NOT_LEGAL'],
    ['bước không có', 'khong-co', null, 'RETURN_TARGET_NOT_LEGAL'],
  ] as const)('từ bước ký về %s', (_name, to, next, code) => {
    const d = driveTo('ky');
    const result = answer(d, 'ky', 'tt-1', 'returned', 'lý do', to);
    expect(refusal(result)).toBe(code);
    if (!result.ok) { expect(detailsOf(result)).toMatchObject({ legal: ['tiep-thu', 'soan-thao', 'duyet-noi-dung', 'lay-y-kien', 'tham-dinh', 'cho-y-kien', 'thong-qua'] }); return; }
    d.put(result.value);
    d.move();
    expect(d.case.steps.filter((s) => s.state === 'open').map((s) => [s.path, s.round])).toEqual([[next, 2]]);
    expect(d.case.submission).toMatchObject({ by: 'btctu-cv', returned: true });
  });

  test('chuyển lại không đi tới trước: bước đã qua ở lượt trước nhưng nằm sau không phải nơi chuyển lại', () => {
    const d = driveTo('ky');
    d.decide('ky', 'tt-1', 'returned', 'lý do', 'duyet-noi-dung');
    d.move();
    const result = answer(d, 'duyet-noi-dung', 'btctu-truong', 'returned', 'lý do', 'thong-qua');
    expect(refusal(result)).toBe('RETURN_TARGET_NOT_LEGAL');
    expect(detailsOf(result)).toMatchObject({ legal: ['soan-thao'] });
  });

  test('chuyển lại không lách qua phê duyệt: bước ký không còn là nơi chuyển lại của bước thông qua', () => {
    const d = driveTo('ky');
    d.decide('ky', 'tt-1', 'returned', 'xin xem lại', 'thong-qua');
    d.move();
    expect(refusal(answer(d, 'thong-qua', 'btv-1', 'returned', 'lý do', 'ky'))).toBe('RETURN_TARGET_NOT_LEGAL');
  });

  test('chuyển lại không lách qua một phê duyệt không còn hiệu lực, dù bước ấy đã qua từ trước', () => {
    const steps = ROUTE_TEXT.steps;
    const d = new DossierDriver(routeOf({ ...ROUTE_TEXT, start: 'tiep-thu', steps: {
      'tiep-thu': { ...steps['tiep-thu'], next: { completed: 'ra-soat' } },
      'ra-soat': { ...steps['duyet-noi-dung'], next: { approved: 'ky', returned: 'doc-lai' } },
      'ky': { ...steps.ky, next: { signed: 'soat-cuoi', returned: 'tiep-thu' } },
      'soat-cuoi': { ...steps['duyet-noi-dung'], next: { approved: 'ban-hanh', returned: 'tiep-thu' } },
      'doc-lai': { ...steps['duyet-noi-dung'], next: { approved: 'ra-soat', returned: 'tiep-thu' } },
      'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'],
    } }));
    const head = (path: string, outcome: string): void => { d.decide(path, 'btctu-truong', outcome, 'lý do'); d.move(); };
    d.move(); d.attach('to-trinh', 'a1'); d.submit(); d.move();
    head('ra-soat', 'approved');
    d.decide('ky', 'tt-1', 'signed'); d.move();
    head('soat-cuoi', 'returned');
    d.attach('to-trinh', 'a2'); d.submit(); d.move();
    head('ra-soat', 'returned');
    expect(detailsOf(answer(d, 'doc-lai', 'btctu-truong', 'returned', 'lý do', 'soat-cuoi'))).toMatchObject({ legal: ['tiep-thu', 'ra-soat', 'ky'] });
  });

  test('hướng chuyển lại của quy trình luôn hợp lệ, kể cả khi bước ấy chưa qua', () => {
    const review = { ...ROUTE_TEXT.steps['duyet-noi-dung'], next: { approved: 'soan-thao', returned: 'tiep-thu' } };
    const d = new DossierDriver(routeOf(textWith({ 'nhan-viec': review }, { start: 'nhan-viec' })));
    d.move();
    d.decide('nhan-viec', 'btctu-truong', 'returned', 'chỉ cần tờ trình');
    expect(d.case.pending.map((p) => p.path)).toEqual(['tiep-thu']);
  });
});

describe('Việc của ai · whose task it is', () => {
  test.each([['việc của người khác', 'btctu-cv2'], ['người không giữ chức vụ nào', 'nguoi-la']])('%s thì như không có', (_name, person) => {
    const d = driveTo('duyet-noi-dung');
    const foreign = decide(d.case, d.route, { task: d.task('duyet-noi-dung').id, outcome: 'approved', reason: null }, d.as(person), d.means);
    const none = decide(d.case, d.route, { task: 'khong-co', outcome: 'approved', reason: null }, d.as(person), d.means);
    expect([refusal(foreign), refusal(none)]).toEqual(['TASK_NOT_FOUND', 'TASK_NOT_FOUND']);
    expect(Object.keys(detailsOf(foreign) ?? {})).toEqual(Object.keys(detailsOf(none) ?? {}));
  });

  test('việc đã đóng nói ai xử lý trước và xử lý thế nào', () => {
    const d = driveTo('cho-y-kien');
    const task = d.task('cho-y-kien').id;
    d.decide('cho-y-kien', 'tt-1', 'approved');
    const late = decide(d.case, d.route, { task, outcome: 'rejected', reason: 'chậm mất' }, d.as('tt-2'), d.means);
    expect(refusal(late)).toBe('TASK_CLOSED');
    expect(detailsOf(late)).toEqual({ task, by: 'tt-1', outcome: 'approved' });
  });

  test('việc bị đóng vì người khác chuyển lại nói ai đã chuyển lại', () => {
    const d = driveTo('thong-qua');
    const task = d.task('thong-qua', 'btv-3').id;
    d.decide('thong-qua', 'btv-1', 'approved');
    d.decide('thong-qua', 'btv-2', 'returned', 'lý do');
    const late = decide(d.case, d.route, { task, outcome: 'approved', reason: null }, d.as('btv-3'), d.means);
    expect(detailsOf(late)).toEqual({ task, by: 'btv-2', outcome: 'returned' });
  });

  test('hết giữ chức vụ thì không còn quyền xử lý, dù việc đã giao', () => {
    const d = driveTo('duyet-noi-dung');
    const task = d.task('duyet-noi-dung').id;
    d.directory.appointments = d.directory.appointments.filter((a) => a.person !== 'btctu-truong');
    const result = decide(d.case, d.route, { task, outcome: 'approved', reason: null }, d.as('btctu-truong'), d.means);
    expect(refusal(result)).toBe('NOT_ALLOWED');
    expect(detailsOf(result)).toEqual({ because: 'appointmentEnded' });
  });

  test('một chức vụ khác được giữ về sau không thay cho việc bổ nhiệm làm căn cứ giao việc', () => {
    const d = driveTo('duyet-noi-dung');
    d.directory.appointments = d.directory.appointments.map((a) => (a.person === 'btctu-truong' ? { ...a, appointment: 'lan-bo-nhiem-moi' } : a));
    expect(refusal(answer(d, 'duyet-noi-dung', 'btctu-truong', 'approved'))).toBe('NOT_ALLOWED');
  });

  test('người giữ hai chức vụ trong một việc: chức vụ còn giữ là căn cứ', () => {
    const twice = [...new Directory().appointments, { person: 'vptu-truong', role: 'deputy', unit: 'vptu', body: null, appointment: 'kiem-nhiem' }];
    const d = driveTo('tham-dinh', new DossierDriver(routeOf(ROUTE_TEXT), new Directory(twice)));
    d.directory.appointments = twice.filter((a) => a.appointment !== 'vptu-truong@vptu');
    expect(d.decide('tham-dinh', 'vptu-truong', 'approved').find((f) => f.type === 'decision.made')?.data).toMatchObject({ capacity: 'deputy', appointment: 'kiem-nhiem' });
  });
});
