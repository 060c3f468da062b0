import { checkRoute, type Fact, type Route } from '@totrinh/domain';
import { COMMAND, DossierDriver } from './dossier-driver.ts';
import { ROLES, ROUTE_TEXT, routeOf } from './sample-route.ts';
import { Directory } from './sample-office.ts';

const steps = ROUTE_TEXT.steps;
const draft = { kind: 'draft', who: { person: 'drafter' } };
const review = (approved: string, returned = 'soan-thao', who: object = { unit: 'appraising' }): object => ({ kind: 'review', who, next: { approved, returned } });

/** A draft, then branches side by side, then the authority; `inner` are the steps in the branches. */
function sideBySide(region: object, inner: object, more: object = {}): Route {
  return routeOf({
    ...ROUTE_TEXT, start: 'soan-thao', units: { ...ROUTE_TEXT.units, issuing: 'from item' }, ...more,
    steps: { 'soan-thao': { ...draft, next: { completed: 'song-song' } }, 'song-song': { kind: 'parallel', next: { completed: 'ky' }, ...region }, ...inner, ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'soan-thao' } }, 'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'] },
  });
}

function submitted(route: Route): DossierDriver {
  const d = new DossierDriver(route, new Directory(), { ...COMMAND, roles: { ...ROLES, units: { ...ROLES.units, issuing: 'vptu' } } });
  d.move(); d.attach('du-thao', 'a1'); d.submit(); d.move();
  return d;
}

const open = (d: DossierDriver): string[] => d.case.steps.filter((s) => s.state === 'open').map((s) => s.path);
const types = (facts: readonly Fact[]): string[] => facts.map((f) => f.type);

describe('Nhánh và quy trình con · branches and sub-routes', () => {
  test('rẽ nhánh đi thẳng tới chỗ nhập thì nhánh ấy xong, không mở bước nào', () => {
    const choice = { kind: 'choice', when: [{ if: 'case.budget > 0', go: 'tham-tra' }, { else: 'join' }] };
    const d = submitted(sideBySide({ branches: { mot: { steps: ['re', 'tham-tra'] }, hai: { steps: ['xem'] } }, join: 'all' }, { re: choice, 'tham-tra': review('join'), xem: review('join') }, { fields: { budget: { type: 'money', default: 0 } } }));
    expect(d.case.steps.at(-2)?.branches?.map((b) => [b.name, b.joined])).toEqual([['mot', true], ['hai', false]]);
    expect(open(d)).toEqual(['song-song', 'xem']);
    d.decide('xem', 'vptu-pho', 'approved');
    expect(types(d.move())).toContain('step.opened');
    expect(open(d)).toEqual(['ky']);
  });

  test.each([['chuyển lại ra ngoài', 'returned'], ['đi tiếp tới bước khác của nhánh', 'approved']])('nhánh muộn (rest: finish) có nhánh con: %s thì chỉ nhánh muộn kết thúc, hồ sơ không đứng ở hai nơi', (_name, outcome) => {
    const inner = { kind: 'parallel', branches: { a: { steps: ['xem-a'] }, b: { steps: ['xem-b'] } }, join: 'any', rest: 'cancel', next: { completed: 'xem-cuoi' } };
    const d = submitted(sideBySide({ branches: { mot: { steps: ['nhanh'] }, hai: { steps: ['trong', 'xem-cuoi'] } }, join: 'any', rest: 'finish' }, { nhanh: review('join'), trong: inner, 'xem-a': review('join'), 'xem-b': review('join'), 'xem-cuoi': review('join') }));
    d.decide('nhanh', 'vptu-pho', 'approved'); d.move();
    expect(open(d)).toEqual(['trong', 'xem-a', 'xem-b', 'ky']);
    d.decide('xem-a', 'vptu-pho', outcome, 'lý do'); d.move();
    expect(open(d)).toEqual(['ky']);
    expect(d.case.steps.find((s) => s.path === 'song-song')?.branches?.every((b) => b.joined)).toBe(true);
    expect(d.case.round).toBe(1);
  });

  test('chuyển lại mà hướng của quy trình là chỗ nhập thì nhánh xong, hồ sơ không sang lượt mới', () => {
    const d = submitted(sideBySide({ branches: { mot: { steps: ['xem'] }, hai: { steps: ['xem-hai'] } }, join: 'all' }, { xem: review('join', 'join'), 'xem-hai': review('join') }));
    d.decide('xem', 'vptu-pho', 'returned', 'lý do');
    expect(d.count('dossier.returned')).toBe(0);
    expect(d.case).toMatchObject({ round: 1 });
    expect(d.case.submission).not.toHaveProperty('returned');
  });

  test('rẽ nhánh dẫn về các nhánh đã xong trên cùng nội dung: hồ sơ không tự quay vòng mãi, lần sau người ta được hỏi lại', () => {
    const choice = { kind: 'choice', when: [{ if: 'case.urgent', go: 'song-song' }, { else: 'ky' }] };
    const d = submitted(sideBySide({ branches: { mot: { steps: ['xem'] }, hai: { steps: ['xem-hai'] } }, join: 'all', next: { completed: 're' } }, { xem: review('join'), 'xem-hai': review('join'), re: choice }, { fields: { urgent: { type: 'boolean', default: true } } }));
    d.decide('xem', 'vptu-pho', 'approved'); d.decide('xem-hai', 'vptu-pho', 'approved');
    d.move();
    expect(open(d)).toEqual(['song-song', 'xem', 'xem-hai']);
    expect(d.count('choice.made')).toBe(2);
  });
});

test('lấy ý kiến mà không có ai để hỏi thì tự xong, nên một vòng chỉ gồm lấy ý kiến và rẽ nhánh bị từ chối khi công bố', () => {
  const again = { kind: 'choice', when: [{ if: 'case.urgent', go: 'hoi' }, { else: 'ky' }] };
  const check = checkRoute({ ...ROUTE_TEXT, fields: { urgent: 'boolean' }, steps: { 'soan-thao': { ...draft, next: { completed: 'hoi' } }, hoi: { kind: 'consult', each: { units: 'cooperating' }, next: { completed: 're' } }, re: again, ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'soan-thao' } }, 'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'] } });
  expect(check.ok ? [] : check.faults.map((f) => f.code)).toEqual(['selfRunningCycle']);
});

describe('Người trình · whoever submitted', () => {
  test('chuyển lại tới một bước không phải soạn thảo: người đã trình vẫn không được xét bản mình trình', () => {
    const byUnit = { ...ROUTE_TEXT.steps['soan-thao'], who: { unit: 'leadUnit' }, next: { completed: 'tham-tra' } };
    const d = new DossierDriver(routeOf({ ...ROUTE_TEXT, steps: { 'soan-thao': byUnit, 'tham-tra': review('xet', 'tham-tra'), xet: review('tham-tra-lai', 'tham-tra'), 'tham-tra-lai': review('ky', 'tham-tra', { headOf: 'leadUnit' }), ky: { ...steps.ky, next: { signed: 'ban-hanh', returned: 'soan-thao' } }, 'ban-hanh': steps['ban-hanh'], 'hoan-thanh': steps['hoan-thanh'] } }));
    d.move(); d.attach('du-thao', 'a1', 'btctu-truong'); d.submit('btctu-truong'); d.move();
    d.decide('tham-tra', 'vptu-pho', 'approved'); d.move();
    d.decide('xet', 'vptu-pho', 'returned', 'xem lại'); d.move();
    for (const path of ['tham-tra', 'xet']) { d.decide(path, 'vptu-pho', 'approved'); d.move(); }
    expect(d.task('tham-tra-lai').assignees).toEqual([]);
    expect(d.facts.findLast((f) => f.type === 'task.opened')?.data).toMatchObject({ barred: ['btctu-truong'] });
  });
});
