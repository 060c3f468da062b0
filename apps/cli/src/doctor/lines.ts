import type { Treated } from './examine.ts';
import { FINDINGS, type Finding } from './findings.ts';

const SHOWN = 20;
const NARROW = 18;

/** A table for a person: fault, dossier, what it means, and what was done or is to be done; of each kind the first twenty. */
export function tableOf(treated: readonly Treated[]): string[] {
  if (treated.length === 0) return [];
  const head = `${'LỖI / FAULT'.padEnd(NARROW)} HỒ SƠ / DOSSIER`;
  return [head, ...[...Map.groupBy(treated, (t) => t.finding.code)].flatMap(([code, group]) => {
    const { means } = FINDINGS[code];
    const rows = group.slice(0, SHOWN).flatMap((t) => [`${code.padEnd(NARROW)} ${placeOf(t.finding)}`, `${' '.repeat(NARROW)} ${whatNow(t)}`]);
    return [`${code.padEnd(NARROW)} ×${group.length}  ${means.vi} / ${means.en}`, ...rows, ...(group.length > SHOWN ? [`${' '.repeat(NARROW)} … +${group.length - SHOWN}`] : [])];
  })];
}

/** Whether `--mend` knows anything to do about one of these. */
export function isMendable(findings: readonly Finding[]): boolean {
  return findings.some((f) => FINDINGS[f.code].mends !== null);
}

function placeOf({ dossier, details }: Finding): string {
  return `${dossier ?? '—'}  ${Object.entries(details).map(([k, v]) => `${k}=${v}`).join(' ')}`.trimEnd();
}

function whatNow({ finding, done }: Treated): string {
  const { mends, person } = FINDINGS[finding.code];
  return done && mends ? `Đã ${mends.vi} / done: ${mends.en}` : `Cần: ${person.vi} / to do: ${person.en}`;
}
