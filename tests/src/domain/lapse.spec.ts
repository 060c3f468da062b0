import { lapse, type Fact, type PassedRung } from '@totrinh/domain';
import { VoteRoom, type RoomGiven } from './vote-room.ts';

const DUE = '2022-07-29T17:00:00.000Z';
const END = { approved: 'thong-bao', rejected: 'dung-lai', returned: 'soan-thao' };
const rungOf = (room: VoteRoom, given: Partial<PassedRung> = {}): PassedRung => ({ id: 'bac', step: room.step.id, kind: 'lapse', dueAt: DUE, ...given });
const types = (facts: readonly Fact[]): string[] => facts.map((f) => f.type);

/** A step in the place of the vote; what its day does to it. */
const STEPS: readonly (readonly [string, Record<string, unknown>, string | null])[] = [
  ['lấy ý kiến thì kết thúc, ai chưa trả lời là chưa trả lời', { kind: 'consult', each: { units: 'cooperating' }, due: { days: 7 }, next: { completed: 'thong-bao' } }, 'completed'],
  ['chờ cho đến ngày thì xong', { kind: 'wait', due: { days: 7 }, next: { completed: 'thong-bao' } }, 'completed'],
  ['chờ một việc không đến thì hết hạn', { kind: 'wait', for: 'thong-bao-cap-tren', due: { days: 7 }, next: { completed: 'thong-bao', lapsed: 'dung-lai' } }, 'lapsed'],
  ['người không trả lời thì hết hạn, nơi quy trình nói vậy', { kind: 'approve', who: { headOf: 'leadUnit' }, rule: 'any', due: { days: 7 }, next: { ...END, lapsed: 'dung-lai' } }, 'lapsed'],
  ['người không trả lời thì không ai trả lời thay', { kind: 'approve', who: { headOf: 'leadUnit' }, rule: 'any', due: { days: 7 }, next: END }, null],
  ['hội nghị không bị thời gian khép lại', { kind: 'vote', mode: 'meeting', roster: { body: 'authority' }, due: { days: 7 }, rule: { base: 'members', approve: '> 1/2' }, next: { approved: 'thong-bao', rejected: 'dung-lai', lapsed: 'dung-lai' } }, null],
];

describe('Thời gian khép một bước · what time closes', () => {
  test.each(STEPS)('%s', (_name, step, outcome) => {
    const room = new VoteRoom({ step });
    const facts = room.put(lapse(room.case, room.route, rungOf(room), []));
    expect(facts[0]).toEqual({ type: 'deadline.passed', data: { step: room.step.id, rung: 'bac', kind: 'lapse', effectiveAt: DUE } });
    expect(room.step).toMatchObject({ state: outcome === null ? 'open' : 'settled', outcome });
    expect(types(facts)).not.toContain('decision.made');
  });

  test.each<['unanswered' | 'consent', string]>([['unanswered', 'không trả lời trong hạn'], ['consent', 'coi như đồng ý nơi văn bản hỏi đã nói vậy']])('lấy ý kiến, im lặng: %s (%s)', (silence) => {
    const room = new VoteRoom({ step: { kind: 'consult', each: { units: 'cooperating' }, due: { days: 7 }, silence, next: { completed: 'thong-bao' } } });
    room.decide('bieu-quyet', 'stc-truong', 'consent');
    const settled = room.put(lapse(room.case, room.route, rungOf(room), [])).find((f) => f.type === 'step.settled');
    expect(settled?.data.arithmetic).toMatchObject({ kind: 'consult', asked: 2, consent: 1, unanswered: 1, closed: 'due', silence });
    expect(room.case.decisions).toHaveLength(1);
  });

  test.each<[string, RoomGiven, string[]]>([
    ['phiếu công khai', {}, ['deadline.passed', 'task.closed', 'task.closed', 'task.closed', 'step.settled']],
    ['phiếu kín mở hòm phiếu một lần', { mode: 'electronic', rule: { ballot: 'secret' } }, ['deadline.passed', 'urn.opened', 'task.closed', 'task.closed', 'task.closed', 'step.settled']],
  ])('%s', (_name, given, expected) => {
    expect(types(new VoteRoom(given).say('yes', 'yes').due())).toEqual(expected);
  });

  test('hai lần cũng như một lần', () => {
    const room = new VoteRoom();
    room.due();
    expect(room.due()).toEqual([]);
  });

  test('hồ sơ tạm dừng, đã khép, hay bước đã qua thì thời gian không làm gì', () => {
    const room = new VoteRoom();
    expect(lapse({ ...room.case, suspended: { until: '2022-08-01' } }, room.route, rungOf(room), [])).toEqual([]);
    expect(lapse({ ...room.case, status: 'cancelled' }, room.route, rungOf(room), [])).toEqual([]);
    expect(lapse(room.case, room.route, rungOf(room, { step: room.case.steps[0]!.id }), [])).toEqual([]);
  });

  test('hết ngày tạm dừng thì hồ sơ tiếp tục, do hệ thống, và các hạn được tính lại', () => {
    const room = new VoteRoom();
    const replanned: Fact = { type: 'due.changed', data: { step: room.step.id, because: 'resumed', by: 'system' } };
    const resume = rungOf(room, { step: null, kind: 'resume' });
    expect(lapse(room.case, room.route, resume, [])).toEqual([]);
    room.case = { ...room.case, suspended: { until: '2022-07-29' } };
    expect(lapse(room.case, room.route, resume, [])).toMatchObject([{ type: 'deadline.passed', data: { step: null, kind: 'resume' } }, { type: 'dossier.resumed', data: { by: 'system' } }]);
    room.put(lapse(room.case, room.route, resume, [], () => [{ type: 'dossier.resumed', data: { by: 'system' } }, replanned]));
    expect(room.case.suspended).toBeNull();
    expect(room.facts.at(-1)?.type).toBe('due.changed');
  });
});
