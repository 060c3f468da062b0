import { decide, type Route } from '@totrinh/domain';
import { DossierDriver, refusal } from './dossier-driver.ts';
import { APPOINTMENTS, Directory } from './sample-office.ts';
import { ROUTE_TEXT, routeOf, textWith } from './sample-route.ts';
import { driveTo } from './stages.ts';

const clerk = { person: 'vptu-vt-den', role: 'clerk', unit: 'vptu', body: null, appointment: 'vptu-vt-den@vptu' };
/** The same text, published with the meaning of the first rules or of today's. */
const meaning = (semantics: 1 | 2, text: Record<string, unknown> = ROUTE_TEXT): DossierDriver => new DossierDriver(routeOf({ ...text, semantics }), new Directory([...APPOINTMENTS, clerk]));
const formReview = { ...ROUTE_TEXT.steps['duyet-noi-dung'], initials: 'form', next: { approved: 'cho-y-kien', returned: 'tiep-thu' } };
const byDeputy = { ...ROUTE_TEXT.steps['soan-thao'], who: { unit: 'leadUnit' } };

describe('Quy trình đã công bố giữ nguyên nghĩa cũ · a route keeps the meaning it was published with', () => {
  test.each([[1, 'btctu-cv'], [2, 'btctu-truong']] as const)('nghĩa %i: đơn vị khác chuyển lại thì bản thảo tới tay %s', (semantics, holder) => {
    const d = driveTo('tham-dinh', meaning(semantics));
    d.decide('tham-dinh', 'vptu-truong', 'returned', 'làm lại');
    d.move();
    expect(d.task('tiep-thu')).toMatchObject({ holder, assignees: [{ person: holder }] });
  });

  test.each([1, 2] as const)('nghĩa %i: chính đơn vị chủ trì chuyển lại thì bản thảo về thẳng người soạn thảo', (semantics) => {
    const d = driveTo('duyet-noi-dung', meaning(semantics));
    d.decide('duyet-noi-dung', 'btctu-truong', 'returned', 'lý do');
    d.move();
    expect(d.task('soan-thao').holder).toBe('btctu-cv');
  });

  test.each([[1, []], [2, ['vptu-vt-den']]] as const)('nghĩa %i: văn thư cùng nhận việc của đơn vị: %j', (semantics, helpers) => {
    expect(driveTo('tham-dinh', meaning(semantics)).task('tham-dinh').helpers.map((h) => h.person)).toEqual(helpers);
  });

  test.each([[1, ['btctu-truong'], null], [2, [], 'SELF_APPROVAL']] as const)('nghĩa %i: người trình không phải người soạn thảo duyệt bản mình trình: %j', (semantics, asked, code) => {
    const d = meaning(semantics, textWith({ 'soan-thao': byDeputy }));
    d.move();
    d.attach('du-thao', 'a1', 'btctu-truong'); d.submit('btctu-truong'); d.move();
    expect(d.task('duyet-noi-dung').assignees.map((a) => a.person)).toEqual(asked);
    const own = { person: 'btctu-truong', capacity: 'head', appointment: 'btctu-truong@btctu' };
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.state === 'open' ? { ...t, assignees: [own], holder: own.person } : t)) };
    expect(refusal(decide(d.case, d.route, { task: d.task('duyet-noi-dung').id, outcome: 'approved', reason: null }, d.as(own.person), d.means))).toBe(code);
  });

  test.each([[1, null], [2, 'BOTH_INITIALS']] as const)('nghĩa %i: một người ký nháy cả nội dung và thể thức: %j', (semantics, code) => {
    const content = { ...formReview, initials: 'content', next: { approved: 'ra-the-thuc', returned: 'tiep-thu' } };
    const steps = { 'ra-noi-dung': content, 'ra-the-thuc': formReview, 'tham-dinh': { ...ROUTE_TEXT.steps['tham-dinh'], next: { ...ROUTE_TEXT.steps['tham-dinh'].next, approved: 'ra-noi-dung' } } };
    const d = driveTo('tham-dinh', meaning(semantics, textWith(steps)));
    d.decide('tham-dinh', 'vptu-truong', 'approved'); d.move();
    d.decide('ra-noi-dung', 'btctu-truong', 'approved'); d.move();
    const own = { person: 'btctu-truong', capacity: 'head', appointment: 'btctu-truong@btctu' };
    d.case = { ...d.case, tasks: d.case.tasks.map((t) => (t.state === 'open' ? { ...t, assignees: [own], holder: own.person } : t)) };
    expect(refusal(decide(d.case, d.route, { task: d.task('ra-the-thuc').id, outcome: 'approved', reason: null }, d.as(own.person), d.means))).toBe(code);
  });

  test('nghĩa cũ đi trọn đường từ soạn thảo tới ban hành', () => {
    const route: Route = routeOf({ ...ROUTE_TEXT, semantics: 1 });
    expect(driveTo('hoan-thanh', new DossierDriver(route)).case).toMatchObject({ status: 'done', number: '12-ĐA/TU', route: { semantics: 1 } });
  });
});
