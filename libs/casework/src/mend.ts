import { fireDueRungs } from './escalate.ts';
import type { Desk } from './desk.ts';
import type { FindingCode, LedgerFinding } from './doctor-findings.ts';
import { mendDossier } from './mend-dossier.ts';
import { fillOwnerless } from './mend-ownerless.ts';

/** What became of a fault: `done` where something was done about it that a person need not do. */
export interface Mending { readonly code: FindingCode; readonly dossier: string | null; readonly done: boolean }

/** A dossier whose record is in doubt is left exactly as it is. */
const HANDS_OFF: ReadonlySet<FindingCode> = new Set(['CHAIN_BROKEN', 'STATE_DIFFERS']);

/**
 * Mends what may be mended without a person, each dossier in a transaction of its own that looks again under its lock, and records each mended
 * fault on the dossier's chain. Answers for every finding what became of it, in their order. What was mended once is not mended again.
 */
export async function mendLedger(desk: Desk, findings: readonly LedgerFinding[]): Promise<Mending[]> {
  const done = new Set<string>();
  const ofDossier = Map.groupBy(findings.filter((f) => f.dossier !== null), (f) => f.dossier ?? '');
  for (const [dossier, faults] of [...ofDossier].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const codes = new Set(faults.map((f) => f.code));
    if ([...codes].some((code) => HANDS_OFF.has(code))) continue;
    const mended = [...(await mendDossier(desk, dossier, codes)), ...(codes.has('TASK_OWNERLESS') ? await fillOwnerless(desk, dossier) : [])];
    for (const code of mended) done.add(`${code} ${dossier}`);
  }
  if (findings.some((f) => f.code === 'CLOCK_BEHIND') && (await fireDueRungs(desk)).fired > 0) done.add('CLOCK_BEHIND null');
  return findings.map(({ code, dossier }) => ({ code, dossier, done: done.has(`${code} ${dossier}`) }));
}
