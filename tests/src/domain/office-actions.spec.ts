import { absenceActions, assignmentActions, authorityActions, endAbsence, endAuthority, finishAssignment, type Absence, type Actor, type Authority, type ErrorCode, type GivenAssignment } from '@totrinh/domain';
import { refusal, TODAY } from './dossier-driver.ts';
import { Directory } from './sample-office.ts';

const directory = new Directory();
const as = (person: string): Actor => (person === 'quan-tri' ? { person, posts: [{ appointment: 'qt', role: 'admin', unit: 'tt-ud', body: null }] } : directory.actor(person));
const PEOPLE = ['stc-truong', 'stc-pho', 'btctu-truong', 'vptu-truong', 'quan-tri'] as const;
const SPANS = [{ from: TODAY, to: TODAY }, { from: '2022-07-18', to: '2022-07-22' }, { from: '2022-07-01', to: '2022-07-12' }, { from: '2022-07-01', to: '2022-07-22', endedOn: TODAY }, { from: '2022-07-01', to: '2022-07-22', endedOn: '2022-07-05' }];
const absence = (given: Partial<Absence> = {}): Absence => ({ id: 'vang-1', person: 'stc-truong', substitute: 'stc-pho', from: TODAY, to: '2022-07-22', routes: null, endedOn: null, ...given });
const authority = (given: Partial<Authority> = {}): Authority => ({ id: 'uq-1', grantor: 'stc-truong', grantee: 'btctu-truong', number: '12/UQ-STC', document: null, routes: null, verbs: ['sign'], from: TODAY, to: '2022-07-22', endedOn: null, ...given });
const assignment = (given: Partial<GivenAssignment> = {}): GivenAssignment => ({ id: 'giao-1', unit: directory.actor('stc-truong').posts[0]?.unit ?? '', doneBy: null, ...given });
const posts = directory.actor('stc-truong').posts;

describe('Việc làm được với vắng mặt, ủy quyền, việc được giao · what may be done with things of the office', () => {
  test.each([
    ['người vắng', 'stc-truong', null], ['cấp phó cùng cơ quan', 'stc-pho', null], ['quản trị', 'quan-tri', null],
    ['người cơ quan khác', 'vptu-truong', 'NOT_ALLOWED'],
  ] as const)('lần vắng đang có hiệu lực, %s', (_who, person, because) => {
    expect(absenceActions(absence(), as(person), TODAY, posts)).toEqual([{ verb: 'endAbsence', because }]);
  });

  test.each([
    ['người giao', 'stc-truong', null], ['người nhận trả lại', 'btctu-truong', null], ['quản trị', 'quan-tri', null],
    ['cấp phó của người giao', 'stc-pho', 'NOT_ALLOWED'], ['người cơ quan khác', 'vptu-truong', 'NOT_ALLOWED'],
  ] as const)('ủy quyền đang có hiệu lực, %s', (_who, person, because) => {
    expect(authorityActions(authority(), as(person), TODAY, posts)).toEqual([{ verb: 'endAuthority', because }]);
  });

  test.each([
    ['thủ trưởng được giao', as('stc-truong'), null], ['cấp phó cùng cơ quan', as('stc-pho'), null], ['cơ quan khác', as('btctu-truong'), 'NOT_ALLOWED'],
    ['thư ký', { person: 'thu-ky', posts: [{ appointment: 'tk', role: 'secretary', unit: null, body: 'btv' }] }, null],
    ['người không còn chức vụ', { person: 'stc-truong', posts: [] }, 'NOT_ALLOWED'],
  ] as const)('việc được giao chưa xong, %s', (_who, actor, because: ErrorCode | null) => {
    expect(assignmentActions(assignment(), actor)).toEqual([{ verb: 'finishAssignment', because }]);
  });

  test('việc đã báo xong thì không báo nữa', () => {
    expect(assignmentActions(assignment({ doneBy: 'stc-pho' }), as('stc-truong'))).toEqual([]);
    expect(refusal(finishAssignment(assignment({ doneBy: 'stc-pho' }), as('stc-truong')))).toBe('TASK_CLOSED');
  });

  test('nói làm được thì làm được, nói không thì đúng lý do ấy; đã hết thì không mời ai', () => {
    for (const person of PEOPLE) for (const span of SPANS) {
      const [away, paper] = [absence(span), authority(span)];
      const [ending, withdrawing] = [refusal(endAbsence(away, as(person), TODAY, posts)), refusal(endAuthority(paper, as(person), TODAY, posts))];
      const over = (span.endedOn ?? null) !== null || span.to < TODAY;
      expect(absenceActions(away, as(person), TODAY, posts)).toEqual(over ? [] : [{ verb: 'endAbsence', because: ending }]);
      expect(authorityActions(paper, as(person), TODAY, posts)).toEqual(over ? [] : [{ verb: 'endAuthority', because: withdrawing }]);
      if (over) expect([ending, withdrawing]).not.toContain(null);
    }
  });
});
