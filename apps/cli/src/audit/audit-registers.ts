import type { AuditedSeries, ChainedNumber, RegisteredNumber } from '@totrinh/persistence';
import type { AuditFault } from './audit-record.ts';

type Chained = ReadonlyMap<string, ChainedNumber & { dossier: string }>;

/**
 * What is wrong with a series: a row for every number from its first to its latest, days that never go back among those that it gave
 * itself (what is recorded from elsewhere comes in any order), the series' own count, and for each number the dossier whose chain
 * gives it; a number that is void or stands elsewhere has none, and no chain may give it.
 */
export function seriesFaults(s: AuditedSeries, chained: Chained): AuditFault[] {
  const where = `${s.register} ${s.series}`;
  const fault = (code: string, vi: string, en: string): AuditFault => ({ where, code, vi, en });
  const faults: AuditFault[] = [];
  const numbers = new Set(s.numbers.map((n) => n.number));
  for (let n = s.first; n < s.next; n += 1) if (!numbers.has(n)) faults.push(fault('NUMBER_MISSING', `thiếu số ${n}`, `number ${n} is missing`));
  for (const n of s.numbers) if (n.number < s.first || n.number >= s.next) faults.push(fault('NUMBER_BEYOND', `số ${n.number} nằm ngoài dãy ${s.first} đến ${s.next - 1}`, `number ${n.number} lies outside ${s.first} to ${s.next - 1}`));
  const own = s.numbers.filter((n) => n.state === 'given' || n.state === 'void');
  for (const [i, n] of own.entries()) {
    const before = own[i - 1];
    if (before && n.on < before.on) faults.push(fault('DATE_DECREASES', `số ${n.number} ngày ${n.on}, trước số ${before.number} ngày ${before.on}`, `number ${n.number} of ${n.on} comes before number ${before.number} of ${before.on}`));
  }
  const latest = s.numbers.at(-1);
  if (latest && latest.on !== s.lastOn) faults.push(fault('DATE_DIFFERS', `sổ ghi ngày cuối ${s.lastOn ?? 'trống'}, số cuối là ngày ${latest.on}`, `the register says its last day is ${s.lastOn ?? 'none'}, its last number is of ${latest.on}`));
  return [...faults, ...s.numbers.flatMap((n) => ofChain(s, n, chained, fault))];
}

function ofChain(s: AuditedSeries, n: RegisteredNumber, chained: Chained, fault: (code: string, vi: string, en: string) => AuditFault): AuditFault[] {
  const told = chained.get(`${s.register} ${s.series} ${n.number}`);
  const needsNone = n.dossier === null && (n.state === 'void' || n.state === 'elsewhere');
  if (needsNone && told === undefined) return [];
  const same = told !== undefined && told.dossier === n.dossier && told.text === n.text && told.on === n.on;
  const of = n.dossier ?? told?.dossier ?? '–';
  return same ? [] : [fault('NUMBER_UNFOUNDED', `số ${n.text} không khớp nhật ký của hồ sơ ${of}`, `number ${n.text} is not what the chain of dossier ${of} says`)];
}
