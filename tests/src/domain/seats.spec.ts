import { claim, openTasks, tasksWithoutOwner } from '@totrinh/domain';
import { COMMAND, DossierDriver } from './dossier-driver.ts';
import { APPOINTMENTS, Directory, type Appointment } from './sample-office.ts';
import { ROLES, ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

const withDirectory = (change: (all: readonly Appointment[]) => readonly Appointment[], command = COMMAND): DossierDriver =>
  new DossierDriver(routeOf(ROUTE_TEXT), new Directory(change(APPOINTMENTS)), command);
const people = (d: DossierDriver, path: string): string[][] => openTasks(d.case, d.case.steps.find((s) => s.path === path && s.state === 'open')?.id).map((t) => t.assignees.map((a) => a.person));
const unseat = (...gone: string[]) => (all: readonly Appointment[]) => all.filter((a) => !gone.includes(a.person));

describe('Ai xử lý · who gets the task', () => {
  test.each([
    ['người soạn thảo', 'soan-thao', [['btctu-cv']]],
    ['thủ trưởng cơ quan chủ trì', 'duyet-noi-dung', [['btctu-truong']]],
    ['mỗi cơ quan được hỏi một việc, cho cấp trưởng và cấp phó', 'lay-y-kien', [['stc-truong', 'stc-pho'], ['btgtu-truong']]],
    ['lãnh đạo cơ quan thẩm định', 'tham-dinh', [['vptu-truong', 'vptu-pho']]],
    ['tập thể, bất kỳ ai: một việc chung', 'cho-y-kien', [['tt-1', 'tt-2']]],
    ['tập thể, tất cả: mỗi người một việc', 'thong-qua', [['btv-1'], ['btv-2'], ['btv-3']]],
    ['người được ký', 'ky', [['tt-1', 'tt-2']]],
    ['văn thư', 'ban-hanh', [['vptu-vt']]],
  ])('%s', (_name, path, expected) => {
    expect(people(driveTo(path), path)).toEqual(expected);
  });

  test('một người thì giao luôn, nhiều người thì chờ ai nhận', () => {
    const d = driveTo('lay-y-kien');
    expect(openTasks(d.case).map((t) => [t.unit, t.holder])).toEqual([['stc', null], ['btgtu', 'btgtu-truong']]);
  });

  test('một người giữ hai chức vụ vẫn là một người: giao luôn, và chỉ một phiếu', () => {
    const twice = (all: readonly Appointment[]): readonly Appointment[] => [...all,
      { person: 'btgtu-truong', role: 'deputy', unit: 'btgtu', body: null, appointment: 'kiem-nhiem' },
      { person: 'btv-2', role: 'member', unit: null, body: 'ban-thuong-vu', appointment: 'uy-vien-lan-hai' }];
    const d = driveTo('thong-qua', withDirectory(twice));
    expect(d.case.tasks.find((t) => t.unit === 'btgtu')?.holder).toBe('btgtu-truong');
    expect(people(d, 'thong-qua')).toEqual([['btv-1'], ['btv-2'], ['btv-3']]);
    expect(d.task('thong-qua', 'btv-2').holder).toBe('btv-2');
  });

  test('tập thể thay cho người không được xét: người giữ hai chức vụ vẫn chỉ có một tiếng nói', () => {
    const inStead = { ...ROUTE_TEXT.steps['thong-qua'], who: { person: 'drafter' }, orElse: { body: 'authority' } };
    const d = new DossierDriver(routeOf(textWith({ 'thong-qua': inStead })), new Directory([...APPOINTMENTS, { person: 'btv-1', role: 'chair', unit: null, body: 'ban-thuong-vu', appointment: 'bi-thu' }]));
    expect(people(driveTo('thong-qua', d), 'thong-qua')).toEqual([['btv-1'], ['btv-2'], ['btv-3']]);
  });

  test('người soạn thảo đồng thời là cấp phó thẩm định thì không thẩm định; cấp trưởng nhận, và ghi rõ vì sao', () => {
    const d = driveTo('tham-dinh', withDirectory((all) => [...all, { person: 'btctu-cv', role: 'deputy', unit: 'vptu', body: null, appointment: 'btctu-cv@vptu' }]));
    expect(people(d, 'tham-dinh')).toEqual([['vptu-truong', 'vptu-pho']]);
    expect(d.facts.filter((f) => f.type === 'task.opened').at(-1)?.data).toMatchObject({ barred: ['btctu-cv'] });
  });

  test('chỉ có người soạn thảo trong diện được giao: cấp trưởng của cơ quan ấy thay', () => {
    const clerkReview = { ...ROUTE_TEXT.steps['duyet-noi-dung'], who: { post: 'drafter', of: 'leadUnit' } };
    const d = new DossierDriver(routeOf(textWith({ 'duyet-noi-dung': clerkReview })), new Directory(unseat('btctu-cv2')(APPOINTMENTS)));
    driveTo('duyet-noi-dung', d);
    expect(people(d, 'duyet-noi-dung')).toEqual([['btctu-truong']]);
    expect(d.facts.filter((f) => f.type === 'task.opened').at(-1)?.data).toMatchObject({ barred: ['btctu-cv'], holder: 'btctu-truong' });
  });

  test('người soạn thảo chính là thủ trưởng: không còn ai duyệt thì vướng mắc, không tự duyệt', () => {
    const d = driveTo('soan-thao', withDirectory((all) => all, { ...COMMAND, drafter: 'btctu-truong' }));
    d.attach('du-thao', 'a1', 'btctu-truong');
    d.submit('btctu-truong');
    d.move();
    expect(people(d, 'duyet-noi-dung')).toEqual([[]]);
    expect(tasksWithoutOwner(d.case).map((t) => t.unit)).toEqual(['btctu']);
    expect(d.move()).toEqual([]);
  });

  test('người soạn thảo là ủy viên: không bỏ phiếu cho hồ sơ của mình', () => {
    const d = driveTo('thong-qua', withDirectory((all) => [...all, { person: 'btctu-cv', role: 'member', unit: null, body: 'ban-thuong-vu', appointment: 'btctu-cv@btv' }]));
    expect(people(d, 'thong-qua')).toEqual([['btv-1'], ['btv-2'], ['btv-3']]);
  });

  test('người soạn thảo chuyển đi giữa chừng: bản chuyển lại tới tay thủ trưởng', () => {
    const d = driveTo('duyet-noi-dung');
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'lý do');
    d.directory.appointments = unseat('btctu-cv')(d.directory.appointments);
    d.move();
    expect(people(d, 'soan-thao')).toEqual([['btctu-truong']]);
  });

  test('người đã xử lý ở lượt trước được giao lại việc ấy', () => {
    const d = driveTo('tham-dinh');
    d.decide('tham-dinh', 'vptu-pho', 'returned', 'làm lại');
    d.move();
    d.submit('btctu-truong'); d.move();
    expect(d.task('tham-dinh')).toMatchObject({ holder: 'vptu-pho', assignees: [{ person: 'vptu-truong' }, { person: 'vptu-pho' }] });
  });

  test('người nhận soạn thảo ở lượt trước cầm lại bản thảo khi nó được chuyển lại', () => {
    const d = new DossierDriver(routeOf(textWith({ 'soan-thao': { ...ROUTE_TEXT.steps['soan-thao'], who: { unit: 'leadUnit' } } })));
    d.move();
    d.must(claim(d.case, d.task('soan-thao').id, d.as('btctu-pho')));
    d.attach('du-thao', 'a1', 'btctu-pho'); d.submit('btctu-pho'); d.move();
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'lý do'); d.move();
    expect(d.task('soan-thao').holder).toBe('btctu-pho');
  });

  test('người đã xử lý không còn giữ chức vụ thì việc lại chờ người nhận', () => {
    const d = driveTo('tham-dinh', withDirectory((all) => [...all, { person: 'vptu-pho2', role: 'deputy', unit: 'vptu', body: null, appointment: 'vptu-pho2@vptu' }]));
    d.decide('tham-dinh', 'vptu-pho', 'returned', 'làm lại');
    d.directory.appointments = unseat('vptu-pho')(d.directory.appointments);
    d.move(); d.submit('btctu-truong'); d.move();
    expect(d.task('tham-dinh').holder).toBeNull();
  });
});

describe('Vướng mắc và lấy ý kiến không ai · nobody there', () => {
  test('chức vụ còn trống: việc được mở, báo vướng mắc; có người rồi thì giao', () => {
    const d = driveTo('ky');
    d.directory.appointments = unseat('vptu-vt', 'vptu-truong')(APPOINTMENTS);
    driveTo('ban-hanh', d);
    expect(tasksWithoutOwner(d.case)).toHaveLength(1);
    expect(d.questions()).toContainEqual({ kind: 'post', unit: 'vptu', roles: ['van-thu'] });
    expect(d.move()).toEqual([]);
    d.directory.appointments = APPOINTMENTS;
    expect(d.move().map((f) => f.type)).toEqual(['task.assigned']);
    expect(d.task('ban-hanh')).toMatchObject({ holder: 'vptu-vt', assignees: [{ person: 'vptu-vt' }] });
    expect(tasksWithoutOwner(d.case)).toEqual([]);
    expect(d.move()).toEqual([]);
    d.issue();
  });

  test('tập thể chưa có ai mà luật là tất cả: có người rồi thì mỗi người một việc, không phải một việc chung', () => {
    const d = driveTo('thong-qua', withDirectory(unseat('btv-1', 'btv-2', 'btv-3')));
    expect(people(d, 'thong-qua')).toEqual([[]]);
    d.directory.appointments = APPOINTMENTS;
    d.move();
    expect(people(d, 'thong-qua')).toEqual([['btv-1'], ['btv-2'], ['btv-3']]);
    d.decide('thong-qua', 'btv-1', 'approved');
    expect(d.case.pending).toEqual([]);
    expect(d.move()).toEqual([]);
  });

  test('tập thể chưa có ai mà luật là lần lượt: có người rồi thì hỏi từng người, không bỏ sót ai', () => {
    const inTurn = { ...ROUTE_TEXT.steps['thong-qua'], rule: 'sequence' };
    const d = driveTo('thong-qua', new DossierDriver(routeOf(textWith({ 'thong-qua': inTurn })), new Directory(unseat('btv-1', 'btv-2', 'btv-3')(APPOINTMENTS))));
    d.directory.appointments = APPOINTMENTS;
    for (const member of ['btv-1', 'btv-2', 'btv-3']) {
      d.move();
      expect(people(d, 'thong-qua')).toEqual([[member]]);
      d.decide('thong-qua', member, 'approved');
    }
    expect(d.case.steps.at(-1)).toMatchObject({ path: 'thong-qua', outcome: 'approved' });
  });

  test('việc chờ người nhận trong một nhánh bị đóng cùng lượt chuyển bước thì không giao cho ai nữa', () => {
    const steps = { ...ROUTE_TEXT.steps,
      'duyet-noi-dung': { ...ROUTE_TEXT.steps['duyet-noi-dung'], next: { approved: 'hai-nhanh', returned: 'soan-thao' } },
      'hai-nhanh': { kind: 'parallel', branches: { mot: { steps: ['xem-mot', 'bao'] }, hai: { steps: ['xem-hai'] } }, join: 'any', next: { completed: 'lay-y-kien' } },
      'xem-mot': { kind: 'review', who: { unit: 'appraising' }, next: { approved: 'bao', returned: 'soan-thao' } },
      'bao': { kind: 'consult', each: { units: 'nobody' }, next: { completed: 'join' } },
      'xem-hai': { kind: 'review', who: { post: 'van-thu', of: 'office' }, next: { approved: 'join', returned: 'soan-thao' } } };
    const command = { ...COMMAND, roles: { ...ROLES, groups: { ...ROLES.groups, nobody: [] } } };
    const d = new DossierDriver(routeOf({ ...ROUTE_TEXT, groups: { ...ROUTE_TEXT.groups, nobody: 'from item' }, steps }), new Directory(unseat('vptu-vt')(APPOINTMENTS).filter((a) => a.person !== 'vptu-truong')), command);
    driveTo('duyet-noi-dung', d);
    d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
    d.move();
    expect(tasksWithoutOwner(d.case)).toHaveLength(1);
    d.directory.appointments = APPOINTMENTS;
    d.decide('xem-mot', 'vptu-pho', 'approved');
    expect(d.move().map((f) => f.type)).not.toContain('task.assigned');
  });

  test('không có cơ quan nào để hỏi: bước lấy ý kiến tự xong và hồ sơ đi tiếp trong cùng một lần chuyển', () => {
    const d = driveTo('duyet-noi-dung', withDirectory((all) => all, { ...COMMAND, roles: { ...ROLES, groups: { cooperating: [] } } }));
    d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
    expect(d.questions()).toContainEqual({ kind: 'person', person: 'btctu-cv', unit: 'btctu' });
    expect(d.move().map((f) => f.type)).toEqual(['step.opened', 'step.settled', 'step.opened', 'task.opened']);
    expect(d.case.steps.slice(-2).map((s) => [s.path, s.state, s.outcome])).toEqual([['lay-y-kien', 'settled', 'completed'], ['tiep-thu', 'open', null]]);
    expect(people(d, 'tiep-thu')).toEqual([['btctu-cv']]);
    expect(d.move()).toEqual([]);
  });

  test('một cơ quan được ghi hai lần chỉ bị hỏi một lần', () => {
    const d = driveTo('lay-y-kien', withDirectory((all) => all, { ...COMMAND, roles: { ...ROLES, groups: { cooperating: ['stc', 'btgtu', 'stc'] } } }));
    expect(openTasks(d.case).map((t) => t.unit)).toEqual(['stc', 'btgtu']);
  });
});
