import { endAuthority, grantAuthority, type Actor, type Authority, type AuthorityCommand, type AuthorityVerb, type ErrorCode, type HeldPost } from '@totrinh/domain';
import fc from 'fast-check';
import { refusal, TODAY } from './dossier-driver.ts';
import { Directory } from './sample-office.ts';

const directory = new Directory();
const as = (person: string): Actor => (person === 'quan-tri' ? { person, posts: [{ appointment: 'qt', role: 'admin', unit: 'tt-ud', body: null }] } : directory.actor(person));
const posts = (person: string): readonly HeldPost[] => as(person).posts;
const PAPER: AuthorityCommand = { grantor: 'stc-truong', grantee: 'stc-pho', number: '12/UQ-STC', document: null, routes: null, verbs: ['sign'], from: '2022-07-18', to: '2022-12-31' };
const authority = (given: Partial<Authority>): Authority => ({ id: 'uq-1', ...PAPER, endedOn: null, ...given });
const granted = (given: Partial<AuthorityCommand> = {}, existing: readonly Authority[] = [], by = 'stc-truong'): ErrorCode | null => {
  const command = { ...PAPER, ...given };
  return refusal(grantAuthority(command, existing, as(by), TODAY, { grantor: posts(command.grantor), grantee: posts(command.grantee) }));
};

describe('Ủy quyền bằng văn bản (TUQ) · written authority', () => {
  const TABLE: readonly (readonly [string, Partial<AuthorityCommand>, readonly Authority[], string, ErrorCode | null])[] = [
    ['người có quyền tự ủy quyền', {}, [], 'stc-truong', null],
    ['thủ trưởng ủy quyền cho việc của cấp phó', { grantor: 'stc-pho', grantee: 'btgtu-truong' }, [], 'stc-truong', null],
    ['quản trị lập thay', {}, [], 'quan-tri', null],
    ['phó thủ trưởng lập thay thủ trưởng', { grantee: 'btgtu-truong' }, [], 'stc-pho', 'NOT_ALLOWED'],
    ['thủ trưởng cơ quan khác lập', {}, [], 'vptu-truong', 'NOT_ALLOWED'],
    ['tự nhận ủy quyền của cấp phó', { grantor: 'stc-pho', grantee: 'stc-truong' }, [], 'stc-truong', 'NOT_ALLOWED'],
    ['quản trị tự nhận', { grantee: 'quan-tri' }, [], 'quan-tri', 'NOT_ALLOWED'],
    ['tự ủy quyền cho mình', { grantee: 'stc-truong' }, [], 'stc-truong', 'AUTHORITY_CHAIN'],
    ['cho người không giữ chức vụ', { grantee: 'nguoi-moi' }, [], 'stc-truong', 'NOT_INCUMBENT'],
    ['của người đã rời chức vụ', { grantor: 'nguoi-cu' }, [], 'quan-tri', 'NOT_INCUMBENT'],
    ['từ hôm nay, một ngày', { from: TODAY, to: TODAY }, [], 'stc-truong', null],
    ['lùi ngày', { from: '2022-07-12' }, [], 'stc-truong', 'DATE_INVALID'],
    ['ngày cuối trước ngày đầu', { to: '2022-07-17' }, [], 'stc-truong', 'DATE_INVALID'],
    ['ngày 31/2', { to: '2023-02-31' }, [], 'stc-truong', 'DATE_INVALID'],
    ['đúng một năm', { from: '2022-07-18', to: '2023-07-18' }, [], 'stc-truong', null],
    ['dài hơn một năm', { from: '2022-07-18', to: '2023-07-19' }, [], 'stc-truong', 'AUTHORITY_TOO_LONG'],
    ['không nêu việc gì', { verbs: [] }, [], 'stc-truong', 'REQUEST_INVALID'],
    ['giao lại quyền đang nhận', {}, [authority({ grantor: 'vptu-truong', grantee: 'stc-truong' })], 'stc-truong', 'AUTHORITY_CHAIN'],
    ['cho người đang giao chính quyền ấy', {}, [authority({ grantor: 'stc-pho', grantee: 'stc-cv' })], 'stc-truong', 'AUTHORITY_CHAIN'],
    ['hai người ủy quyền cho nhau', {}, [authority({ grantor: 'stc-pho', grantee: 'stc-truong' })], 'stc-truong', 'AUTHORITY_CHAIN'],
    ['nhận quyền xác nhận, giao quyền ký', {}, [authority({ grantor: 'vptu-truong', grantee: 'stc-truong', verbs: ['confirm'] })], 'stc-truong', null],
    ['nhận ở quy trình khác', { routes: ['mau'] }, [authority({ grantor: 'vptu-truong', grantee: 'stc-truong', routes: ['khac'] })], 'stc-truong', null],
    ['nhận vào lúc khác', {}, [authority({ grantor: 'vptu-truong', grantee: 'stc-truong', from: '2023-01-01', to: '2023-02-01' })], 'stc-truong', null],
    ['ủy quyền trước đã thu hồi', {}, [authority({ grantor: 'vptu-truong', grantee: 'stc-truong', from: '2022-07-01', endedOn: '2022-07-18' })], 'stc-truong', null],
    ['ủy quyền hai lần cùng một việc', {}, [authority({})], 'stc-truong', 'AUTHORITY_OVERLAP'],
    ['ủy quyền cho hai người', {}, [authority({ grantee: 'btgtu-truong' })], 'stc-truong', null],
  ];
  test.each(TABLE)('%s', (_name, given, existing, by, code) => {
    expect(granted(given, existing, by)).toBe(code);
  });

  test.each([
    ['người giao thu hồi', authority({}), 'stc-truong', null],
    ['người nhận trả lại', authority({}), 'stc-pho', null],
    ['quản trị', authority({}), 'quan-tri', null],
    ['người ngoài', authority({}), 'vptu-truong', 'NOT_ALLOWED'],
    ['không có', null, 'stc-truong', 'AUTHORITY_NOT_FOUND'],
    ['đã thu hồi', authority({ endedOn: '2022-07-12' }), 'stc-truong', 'AUTHORITY_NOT_FOUND'],
    ['đã hết hạn', authority({ from: '2022-07-01', to: '2022-07-12' }), 'stc-truong', 'AUTHORITY_NOT_FOUND'],
  ] as const)('thu hồi: %s', (_name, which, by, code) => {
    expect(refusal(endAuthority(which, as(by), TODAY, posts('stc-truong')))).toBe(code);
  });

  test('ủy quyền bao nhiêu lần, không ngày nào một người vừa nhận vừa giao cùng một quyền', () => {
    const people = ['stc-truong', 'stc-pho', 'btgtu-truong', 'vptu-truong'];
    const verbs: readonly AuthorityVerb[] = ['decide', 'sign', 'confirm'];
    const paper = fc.record({
      grantor: fc.constantFrom(...people), grantee: fc.constantFrom(...people), first: fc.integer({ min: 14, max: 31 }), days: fc.integer({ min: 0, max: 9 }),
      verbs: fc.subarray([...verbs], { minLength: 1 }), routes: fc.constantFrom(null, ['a'], ['b'], ['a', 'b']), ended: fc.boolean(),
    });
    fc.assert(fc.property(fc.array(paper, { maxLength: 20 }), (papers) => {
      const accepted: Authority[] = [];
      for (const [i, { grantor, grantee, first, days, verbs: may, routes, ended }] of papers.entries()) {
        const wish = { ...PAPER, grantor, grantee, verbs: may, routes, from: `2022-07-${first}`, to: `2022-07-${Math.min(31, first + days)}` };
        if (granted(wish, accepted, 'quan-tri') === null) accepted.push({ ...wish, id: `${i}`, endedOn: ended ? `2022-07-${Math.min(31, first + 1)}` : null });
      }
      for (let day = 14; day <= 31; day++) {
        const on = accepted.filter((a) => a.from <= `2022-07-${day}` && a.to >= `2022-07-${day}` && (a.endedOn === null || a.endedOn > `2022-07-${day}`));
        for (const verb of verbs) for (const route of ['a', 'b']) {
          const held = on.filter((a) => a.verbs.includes(verb) && (a.routes === null || a.routes.includes(route)));
          expect(held.filter((a) => held.some((b) => b.grantor === a.grantee))).toEqual([]);
        }
      }
    }));
  });
});
