import { planTerm, reckonSpan, type SpanAnswer, type SpanUnit } from '@totrinh/domain';
import { SHIPPED, vectorsOf } from './calendar-data.ts';

const GIVEN = vectorsOf('working-day-vectors.csv');
const OWN = vectorsOf('calendar-vectors.csv');
const TERMS = vectorsOf('plan-terms.csv');

function asked(unit: string, from: string, count: string, before = false): SpanAnswer {
  const answer = reckonSpan(SHIPPED, { from, [unit as SpanUnit]: Number(count), before });
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`);
  return answer.value;
}

/** An instant as the office's clock shows it. */
const clock = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

describe('Hạn theo lịch kèm theo hệ thống · terms by the shipped calendar', () => {
  test.each(GIVEN)('%s và %s ngày làm việc là %s (%s)', (from, count, due) => {
    expect(asked('workingDays', from ?? '', count ?? '').end).toBe(due);
  });

  test.each(OWN)('%s, %s %s %s: %s %s (%s)', (from, unit, count, way, due, rests) => {
    const answer = asked(unit ?? '', from ?? '', count ?? '', way === 'before');
    expect(unit === 'workingHours' ? clock(answer.at) : answer.end).toBe(due);
    expect([answer.planned ? 'planned' : '', answer.beyond ? 'beyond' : ''].join('')).toBe(rests);
  });

  test.each(TERMS)('“%s” (%s): %s, hết %s (%s)', (text, year, precision, lastDay) => {
    const term = planTerm(text ?? '', year === '' ? undefined : Number(year));
    expect(term).toEqual(precision === '' ? null : { text, precision, lastDay: lastDay === '' ? null : lastDay });
  });

  test('there are rows of every kind, and more than sixty of our own', () => {
    expect(GIVEN).toHaveLength(5);
    expect(OWN.length).toBeGreaterThan(60);
    expect(new Set(OWN.map(([, unit]) => unit))).toEqual(new Set(['workingDays', 'days', 'months', 'workingHours']));
  });
});
