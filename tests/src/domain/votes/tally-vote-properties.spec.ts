import fc from 'fast-check';
import { tallyVote } from '@totrinh/domain';
import { anyRule, atDue, ballotSeats, carries, chairOf, completions, countSeats, meetingSeats, type Seat } from './seat-by-seat.ts';

const RUNS = { numRuns: 2000 };
const WITH_SILENCE: readonly Seat[] = ['yes', 'no', 'other', 'abstain', 'absent'];

describe('Kết quả biểu quyết so với đếm từng người · a body’s result against counting member by member', () => {
  test('ở hội nghị: đạt thì thông qua, chưa đạt thì chưa thông qua, thiếu người dự thì không quyết định được', () => {
    fc.assert(fc.property(anyRule, meetingSeats, (rule, seats) => {
      const told = tallyVote(rule, 'meeting', countSeats(seats), 'meeting', chairOf(seats));
      const short = told?.quorum?.met === false;
      expect(told?.outcome).toBe(short ? 'lapsed' : carries(rule, seats) ? 'approved' : 'rejected');
    }), RUNS);
  });

  test('đến hạn: chưa thông qua khi và chỉ khi không còn cách gửi phiếu nào làm cho đạt', () => {
    fc.assert(fc.property(anyRule, ballotSeats, (rule, seats) => {
      expect(tallyVote(rule, 'written', countSeats(seats), 'due', chairOf(seats))?.outcome).toBe(atDue(rule, seats));
    }), RUNS);
  });

  test('kết thúc sớm khi và chỉ khi mọi cách trả lời hay im lặng còn lại đều cho một kết quả', () => {
    fc.assert(fc.property(anyRule, ballotSeats, (any, seats) => {
      const rule = { ...any, base: 'members', close: 'early' } as const;
      const ends = new Set<string>();
      for (const completed of completions(seats, WITH_SILENCE)) ends.add(atDue(rule, completed));
      const [only] = ends;
      expect(tallyVote(rule, 'electronic', countSeats(seats), 'open', chairOf(seats))?.outcome ?? null).toBe(ends.size === 1 && only !== 'lapsed' ? only : null);
    }), { numRuns: 500 });
  });

  test('kết quả có sớm không đổi khi đến hạn, dù sau đó ai trả lời thế nào', () => {
    fc.assert(fc.property(anyRule, ballotSeats, fc.integer({ min: 0 }), (rule, seats, pick) => {
      const early = tallyVote(rule, 'electronic', countSeats(seats), 'open', chairOf(seats));
      const all = [...completions(seats, WITH_SILENCE)];
      const later = all[pick % all.length]!;
      fc.pre(early !== null);
      expect(tallyVote(rule, 'electronic', countSeats(later), 'due', chairOf(later))?.outcome).toBe(early?.outcome);
    }), { numRuns: 500 });
  });

  test('thêm một người tán thành không bao giờ làm mất kết quả thông qua', () => {
    const ends = fc.constantFrom(['written', 'due'] as const, ['meeting', 'meeting'] as const);
    fc.assert(fc.property(anyRule, ballotSeats, ends, fc.nat(), (rule, seats, [mode, end], at) => {
      fc.pre(tallyVote(rule, mode, countSeats(seats), end, chairOf(seats))?.outcome === 'approved');
      const more = seats.with(at % seats.length, 'yes');
      expect(tallyVote(rule, mode, countSeats(more), end, chairOf(more))?.outcome).toBe('approved');
    }), RUNS);
  });

  test('im lặng không quyết định: khi chưa ai nói gì thì không kết quả nào là thông qua hay chưa thông qua', () => {
    fc.assert(fc.property(anyRule, fc.integer({ min: 1, max: 200 }), (rule, members) => {
      const silence = { members, present: 0, yes: 0, no: 0, other: 0, abstain: 0 };
      expect(tallyVote(rule, 'written', silence, 'due', null)?.outcome).toBe('lapsed');
      expect(tallyVote(rule, 'written', silence, 'open', null)).toBeNull();
    }), RUNS);
  });

  test('số cần là số nhỏ nhất đạt ngưỡng, tính bằng số nguyên', () => {
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(fc.property(part, part, fc.boolean(), fc.integer({ min: 1, max: 500 }), anyRule, (parts, whole, over, members, any) => {
      const rule = { ...any, base: 'members', approve: `${over ? '>' : '>='} ${parts}/${whole}` } as const;
      const need = tallyVote(rule, 'meeting', { members, present: members, yes: 0, no: 0, other: 0, abstain: members }, 'meeting', null)!.need;
      const reaches = (yes: number): boolean => { const gap = BigInt(yes) * BigInt(whole) - BigInt(parts) * BigInt(members); return over ? gap > 0n : gap >= 0n; };
      expect([reaches(need), need > 1 && reaches(need - 1)]).toEqual([true, false]);
    }), RUNS);
  });
});
