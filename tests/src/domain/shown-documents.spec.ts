import { showsDocument, type Route } from '@totrinh/domain';
import { DossierDriver } from './dossier-driver.ts';
import { ROUTE_TEXT, routeOf } from './sample-route.ts';

/** The sample route, in which asked units see the draft alone. */
function asking(): DossierDriver {
  const consult = { ...ROUTE_TEXT.steps['lay-y-kien'], shows: ['du-thao'] };
  const route: Route = routeOf({ ...ROUTE_TEXT, steps: { ...ROUTE_TEXT.steps, 'lay-y-kien': consult } });
  const d = new DossierDriver(route);
  d.move();
  d.attach('du-thao', 'a1');
  d.attach('phu-luc', 'p1');
  d.submit();
  d.move();
  d.decide('duyet-noi-dung', 'btctu-truong', 'approved');
  d.move();
  return d;
}

describe('Ai xem được văn bản nào · who is shown which documents', () => {
  test.each([
    ['cơ quan được hỏi xem bản dự thảo', 'stc-truong', 'du-thao', true], ['cơ quan được hỏi không xem phụ lục', 'stc-truong', 'phu-luc', false],
    ['người soạn thảo xem tất cả', 'btctu-cv', 'phu-luc', true], ['người khác cùng cơ quan chủ trì xem tất cả', 'btctu-cv2', 'phu-luc', true],
  ])('%s', (_name, person, role, shown) => {
    const d = asking();
    expect(showsDocument(d.case, d.route, d.as(person), role)).toBe(shown);
  });

  test('ai còn làm ở một bước không giới hạn thì xem tất cả', () => {
    const d = asking();
    expect(showsDocument(d.case, { ...d.route, steps: ROUTE_TEXT.steps as unknown as Route['steps'] }, d.as('stc-truong'), 'phu-luc')).toBe(true);
  });
});
