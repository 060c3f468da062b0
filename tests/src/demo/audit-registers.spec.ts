import type { AuditedSeries, RegisteredNumber } from '@totrinh/persistence';
import { seriesFaults } from '../../../apps/cli/src/audit/audit-registers.ts';

const row = (number: number, more: Partial<RegisteredNumber> = {}): RegisteredNumber => ({ number, text: `${number}-ĐA/TU`, on: '2022-07-13', dossier: `hs-${number}`, state: 'given', ...more });
const series = (...numbers: RegisteredNumber[]): AuditedSeries => ({ register: 'TU-de-an', series: 'XVII', first: 12, next: 12 + numbers.length, lastOn: numbers.at(-1)?.on ?? null, numbers });
/** The numbers that chains give. */
const chained = (...numbers: RegisteredNumber[]) => new Map(numbers.map((n) => [`TU-de-an XVII ${n.number}`, { register: 'TU-de-an', series: 'XVII', number: n.number, text: n.text, on: n.on, dossier: n.dossier ?? 'hs-khac' }]));
const codes = (s: AuditedSeries, on: ReturnType<typeof chained>): string[] => seriesFaults(s, on).map((f) => f.code);

const [first, last] = [row(12), row(14)];
const empty = (state: 'void' | 'elsewhere'): RegisteredNumber => row(13, { dossier: null, state });

describe('a register is audited with numbers that nobody has a document for', () => {
  test.each(['void', 'elsewhere'] as const)('a number that is %s needs no dossier', (state) => {
    expect(codes(series(first, empty(state), last), chained(first, last))).toEqual([]);
  });

  test.each(['void', 'elsewhere'] as const)('a number that is %s and that a chain gives all the same is found', (state) => {
    expect(codes(series(first, empty(state), last), chained(first, row(13), last))).toEqual(['NUMBER_UNFOUNDED']);
  });

  test('a given number without a dossier is found', () => {
    expect(codes(series(first, row(13, { dossier: null }), last), chained(first, last))).toEqual(['NUMBER_UNFOUNDED']);
  });

  test('the register’s own numbers never go back in time, a void one neither', () => {
    const early = { ...empty('void'), on: '2022-07-12' };
    expect(codes(series(first, early, last), chained(first, last))).toEqual(['DATE_DECREASES']);
  });

  test('what is recorded from elsewhere comes in any order', () => {
    const [later, earlier] = [row(12, { state: 'recorded', on: '2022-07-20' }), row(13, { state: 'recorded' })];
    expect(codes(series(later, earlier), chained(later, earlier))).toEqual([]);
  });
});
