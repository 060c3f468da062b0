import { admitSecrecy, capacitiesOf, documentName, kindName, SCREENS, screensOf, SECRECY_LEVELS, type Actor } from '@totrinh/domain';

const OFFICES = new Set(['VPTU']);
const post = (role: string, unit: string | null, body: string | null = null): Actor['posts'][number] => ({ appointment: role, role, unit, body });
const actor = (...posts: Actor['posts']): Actor => ({ person: 'p', posts });

describe('trình đơn của từng người / whose menu has what', () => {
  test.each<[string, Actor, string[]]>([
    ['a secretary of a body is of the office and sees what lies before leaders', actor(post('secretary', null, 'ban-thuong-vu')), ['office', 'secretary']],
    ['a member of a body is a leader', actor(post('member', null, 'ban-thuong-vu')), ['leader']],
    ['the deputy of a unit heads it', actor(post('deputy', 'STC')), ['head']],
    ['whoever works in an issuing office is of the office', actor(post('form-checker', 'VPTU')), ['office']],
    ['an administrator is not of the office because the post lies in it', actor(post('admin', 'VPTU')), ['administrator']],
    ['with two posts one is both', actor(post('head', 'BTCTU'), post('member', null, 'ban-thuong-vu')), ['leader', 'head']],
    ['without a post one is nothing', actor(), []],
  ])('%s', (_, who, wanted) => {
    const is = capacitiesOf(who, OFFICES);
    expect(Object.entries(is).filter(([, has]) => has).map(([name]) => name).toSorted()).toEqual([...wanted].toSorted());
  });

  test('the menu keeps its order, and who has left every post keeps their notices', () => {
    const all = screensOf(capacitiesOf(actor(post('admin', 'VPTU'), post('head', 'VPTU'), post('member', null, 'b'), post('clerk', 'VPTU')), OFFICES), true);
    expect(all).toEqual([...SCREENS]);
    expect(screensOf(capacitiesOf(actor(), OFFICES), false)).toEqual(['notices']);
  });
});

describe('độ mật và tên gọi / secrecy and names', () => {
  test('only ordinary papers are taken', () => {
    expect(SECRECY_LEVELS.filter((level) => admitSecrecy(level).ok)).toEqual(['thuong']);
  });

  test('a role or a kind that nobody has named is called by its code, whatever the code', () => {
    expect([documentName('to-trinh').vi, documentName('phu-luc'), kindName('de-an').vi, kindName('constructor')]).toEqual(['Tờ trình', { vi: 'phu-luc', en: 'phu-luc' }, 'Đề án', { vi: 'constructor', en: 'constructor' }]);
  });
});
