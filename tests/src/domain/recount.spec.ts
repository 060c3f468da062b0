import { miscountedSteps, type PlacedFact } from '@totrinh/domain';
import { VoteRoom, type RoomGiven } from './vote-room.ts';

const ROOMS: readonly (readonly [string, RoomGiven, readonly (string | null)[]])[] = [
  ['phiếu viết', {}, ['yes', 'yes', 'yes', 'no']],
  ['khép sớm', { rule: { close: 'early' } }, ['yes', 'yes', 'yes']],
  ['phiếu kín', { mode: 'electronic', rule: { ballot: 'secret' } }, ['yes', 'yes', 'no', 'yes']],
  ['ngang nhau theo phía người chủ trì', { members: 4, chaired: true, rule: { tie: 'chair' } }, ['yes', 'yes', 'no', 'no']],
];
const wrong = (room: VoteRoom, facts: readonly PlacedFact[]): string[] => miscountedSteps(room.case.id, facts, () => room.route);
const settled = (room: VoteRoom, data: object): PlacedFact[] => room.facts.map((f) => (f.type === 'step.settled' && f.data.step === room.step.id ? ({ ...f, data: { ...f.data, ...data } } as PlacedFact) : f));

describe('Kết quả tính lại từ nhật ký · a result that is counted again from the record', () => {
  test.each(ROOMS)('%s: the result that was told is the one that was said, and no other passes', (_name, given, ballots) => {
    const room = new VoteRoom(given).say(...ballots);
    if (room.outcome === null) room.due();
    const { arithmetic } = room;
    expect(wrong(room, room.facts)).toEqual([]);
    for (const forged of [{ outcome: 'rejected' }, { arithmetic: { ...arithmetic, yes: (arithmetic?.yes ?? 0) + 1 } }, { outcome: 'rejected', arithmetic: { ...arithmetic, outcome: 'rejected' } }]) {
      expect(wrong(room, settled(room, forged))).toEqual([room.step.id]);
    }
  });

  test('a meeting: what the record of it says decides', () => {
    const room = new VoteRoom({ mode: 'meeting' });
    room.must(room.record({ present: 5, yes: 4, no: 1 }));
    room.must(room.confirm());
    expect([room.outcome, wrong(room, room.facts)]).toEqual(['approved', []]);
    const forged = room.facts.map((f) => (f.type === 'result.recorded' ? { ...f, data: { ...f.data, counts: { ...f.data.counts, yes: 1, no: 4 } } } : f));
    expect(wrong(room, forged)).toEqual([room.step.id]);
  });

  test('a route that nobody knows any more says nothing', () => {
    const room = new VoteRoom().say('yes', 'yes', 'yes');
    room.due();
    expect(miscountedSteps(room.case.id, room.facts, () => undefined)).toEqual([]);
  });
});
