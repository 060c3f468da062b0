import type { BothWords } from '../votes/both-words.ts';

/** The figures of a programme on a day. The period is null unless it was asked for. */
export interface ProgrammeFigures {
  readonly total: number;
  readonly completed: number;
  readonly submitted: number;
  readonly notYetSubmitted: number;
  readonly completedInPeriod: number | null;
  readonly agenciesCompletedInPeriod: number | null;
}

/** “Đến 13/7/2022: 34 = 24 + 5 + 5; trong kỳ +7 (7 cơ quan)”: all items; completed, before the authority, not yet submitted. */
export function figuresSentence(f: ProgrammeFigures, asOf: string): BothWords {
  const day = slashed(asOf);
  const sum = `${grouped(f.total)} = ${grouped(f.completed)} + ${grouped(f.submitted)} + ${grouped(f.notYetSubmitted)}`;
  const { completedInPeriod: more, agenciesCompletedInPeriod: of } = f;
  const period = more === null || of === null ? { vi: '', en: '' } : { vi: `; trong kỳ +${grouped(more)} (${grouped(of)} cơ quan)`, en: `; in the period +${grouped(more)} (${grouped(of)} ${of === 1 ? 'agency' : 'agencies'})` };
  return { vi: `Đến ${day}: ${sum}${period.vi}`, en: `As of ${day}: ${sum}${period.en}` };
}

const slashed = (day: string): string => day.split('-').reverse().map((part) => String(Number(part))).join('/');
/** Vietnamese writing: `5.030`. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
