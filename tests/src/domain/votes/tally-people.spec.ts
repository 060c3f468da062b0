import fc from 'fast-check';
import { tallyPeople, type PeopleRule } from '@totrinh/domain';

const POSSIBLE = ['approved', 'approvedSubjectTo', 'rejected', 'returned'];
const TABLE: readonly (readonly [string, PeopleRule, number, readonly string[], string | null])[] = [
  ['bất kỳ ai: chưa ai nói thì chưa có kết quả', 'any', 3, [], null],
  ['bất kỳ ai: người đầu tiên đồng ý', 'any', 3, ['approved'], 'approved'],
  ['bất kỳ ai: người đầu tiên không đồng ý', 'any', 3, ['rejected'], 'rejected'],
  ['bất kỳ ai: người đầu tiên chuyển lại', 'any', 3, ['returned'], 'returned'],
  ['bất kỳ ai: đồng ý và giao hoàn thiện', 'any', 3, ['approvedSubjectTo'], 'approvedSubjectTo'],
  ['bất kỳ ai: ý kiến sau không đổi được ý kiến đầu', 'any', 3, ['approved', 'rejected'], 'approved'],
  ['tất cả: còn một người thì chờ', 'all', 3, ['approved', 'approved'], null],
  ['tất cả: đủ cả ba', 'all', 3, ['approved', 'approved', 'approved'], 'approved'],
  ['tất cả: một người không đồng ý là xong ngay', 'all', 3, ['approved', 'rejected'], 'rejected'],
  ['tất cả: một người chuyển lại là xong ngay', 'all', 3, ['returned'], 'returned'],
  ['tất cả: chuyển lại trước thì không đồng ý sau không tính', 'all', 3, ['returned', 'rejected'], 'returned'],
  ['tất cả: một người giao hoàn thiện thì cả tập thể là giao hoàn thiện', 'all', 3, ['approved', 'approvedSubjectTo', 'approved'], 'approvedSubjectTo'],
  ['tất cả: giao hoàn thiện mà còn người chưa nói thì chờ', 'all', 3, ['approvedSubjectTo'], null],
  ['tất cả: giao hoàn thiện rồi có người không đồng ý', 'all', 3, ['approvedSubjectTo', 'rejected'], 'rejected'],
  ['tất cả: chỉ có một người', 'all', 1, ['approved'], 'approved'],
  ['lần lượt: người thứ nhất đồng ý thì đến người thứ hai', 'sequence', 2, ['approved'], null],
  ['lần lượt: đủ hai người', 'sequence', 2, ['approved', 'approved'], 'approved'],
  ['lần lượt: người thứ hai chuyển lại', 'sequence', 3, ['approved', 'returned'], 'returned'],
  ['ít nhất 2 trên 3: mới một', { atLeast: 2 }, 3, ['approved'], null],
  ['ít nhất 2 trên 3: đủ hai thì không chờ người thứ ba', { atLeast: 2 }, 3, ['approved', 'approved'], 'approved'],
  ['ít nhất 2 trên 3: một người không đồng ý thì vẫn còn có thể đủ', { atLeast: 2 }, 3, ['rejected'], null],
  ['ít nhất 2 trên 3: một không đồng ý rồi hai đồng ý', { atLeast: 2 }, 3, ['rejected', 'approved', 'approved'], 'approved'],
  ['ít nhất 2 trên 3: hai người chuyển lại thì không đủ nữa', { atLeast: 2 }, 3, ['returned', 'returned'], 'returned'],
  ['ít nhất 2 trên 3: không đồng ý đứng trước chuyển lại', { atLeast: 2 }, 3, ['returned', 'rejected'], 'rejected'],
  ['ít nhất 2 trên 3: không đồng ý đứng trước dù nói trước', { atLeast: 2 }, 3, ['rejected', 'returned'], 'rejected'],
  ['ít nhất 2 trên 3: giao hoàn thiện cũng là đồng ý và làm cho cả kết quả như vậy', { atLeast: 2 }, 3, ['approvedSubjectTo', 'approved'], 'approvedSubjectTo'],
  ['ít nhất 3 trên 3: một người chuyển lại là không đủ nữa', { atLeast: 3 }, 3, ['approved', 'returned'], 'returned'],
  ['ít nhất 1 trên 3: người đồng ý đầu tiên', { atLeast: 1 }, 3, ['returned', 'rejected', 'approved'], 'approved'],
  ['ít nhất 1 trên 3: cả ba đều từ chối', { atLeast: 1 }, 3, ['returned', 'rejected', 'returned'], 'rejected'],
  ['cần nhiều hơn số người được hỏi: không bao giờ đủ', { atLeast: 4 }, 3, ['approved'], 'returned'],
];

describe('Kết quả khi nhiều người cùng cho ý kiến · the outcome of several people’s opinions', () => {
  test.each(TABLE)('%s', (_name, rule, seats, said, outcome) => {
    expect(tallyPeople(rule, seats, said, POSSIBLE)?.outcome ?? null).toBe(outcome);
  });

  test('nơi quy trình không có đường giao hoàn thiện thì kết quả là đồng ý', () => {
    expect(tallyPeople({ atLeast: 1 }, 3, ['approvedSubjectTo'], ['approved', 'rejected', 'returned'])?.outcome).toBe('approved');
  });

  test('thẩm định: một cơ quan đồng ý có điều kiện thì kết quả có điều kiện', () => {
    expect(tallyPeople('all', 2, ['approved', 'conditional'], ['approved', 'conditional', 'returned'])?.outcome).toBe('conditional');
  });

  test('số học đếm những gì đã nói cho đến khi có kết quả', () => {
    expect(tallyPeople({ atLeast: 2 }, 5, ['approved', 'returned', 'approvedSubjectTo', 'rejected'], POSSIBLE)).toEqual({
      outcome: 'approvedSubjectTo',
      arithmetic: { kind: 'people', rule: { atLeast: 2 }, seats: 5, need: 2, outcomes: { approved: 1, returned: 1, approvedSubjectTo: 1 }, outcome: 'approvedSubjectTo' },
    });
  });

  test('khi mọi người đã nói thì luôn có kết quả, và kết quả có rồi thì không đổi', () => {
    const rules = fc.oneof(fc.constantFrom<PeopleRule>('any', 'all', 'sequence'), fc.integer({ min: 1, max: 9 }).map((atLeast) => ({ atLeast })));
    fc.assert(fc.property(rules, fc.array(fc.constantFrom(...POSSIBLE), { minLength: 1, maxLength: 8 }), (rule, said) => {
      const final = tallyPeople(rule, said.length, said, POSSIBLE);
      expect(final).not.toBeNull();
      for (let heard = 0; heard <= said.length; heard += 1) {
        const early = tallyPeople(rule, said.length, said.slice(0, heard), POSSIBLE);
        if (early) expect(early).toEqual(final);
      }
    }), { numRuns: 1000 });
  });

  test('ít nhất n: kết quả có trước khi mọi người nói khi và chỉ khi người còn lại không đổi được sự đồng ý', () => {
    const n = fc.integer({ min: 1, max: 7 });
    fc.assert(fc.property(n, n, fc.array(fc.constantFrom(...POSSIBLE), { minLength: 1, maxLength: 7 }), (atLeast, more, said) => {
      const seats = said.length + more;
      const approving = said.filter((o) => o.startsWith('approved')).length;
      const sure = approving >= atLeast || approving + more < atLeast;
      const told = tallyPeople({ atLeast }, seats, said, POSSIBLE);
      expect(told !== null).toBe(sure);
      if (told) expect(told.outcome.startsWith('approved')).toBe(approving >= atLeast);
    }), { numRuns: 1000 });
  });
});
