import { uncalledOf } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { examineShare } from './doctor.ts';
import type { LedgerFinding } from './doctor-findings.ts';
import { mendLedger } from './mend.ts';

/** What a sweep needs to know: which of the hour's sixty it is (0 to 59), the business clock's speed, and which of some dossiers have no workflow. */
export interface SweepParts {
  readonly sweep: number;
  readonly clockSpeed: number;
  readonly missing: (dossiers: readonly string[]) => Promise<readonly string[]>;
}

/** Counts of a sweep; `left` are faults that wait for a person. */
export interface Swept { readonly examined: number; readonly found: number; readonly mended: number; readonly left: number }

/**
 * Rà soát: examines a sixtieth of the open dossiers and what is cheap to ask of all, and mends what needs no person. Business time is the desk's;
 * ages of calls and deliveries are real time, so that a clock that stands still hides nothing. Twice does nothing more.
 */
export async function sweep(desk: Desk, { sweep: number, clockSpeed, missing }: SweepParts): Promise<Swept> {
  const { findings, dossiers } = await examineShare(desk, clockSpeed, number);
  const lost = await missing(await desk.transact((tx) => uncalledOf(tx, dossiers)));
  const all = [...lost.map((dossier): LedgerFinding => ({ code: 'WORKFLOW_MISSING', dossier, details: {} })), ...findings];
  const mended = (await mendLedger(desk, all)).filter((m) => m.done).length;
  return { examined: dossiers.length, found: all.length, mended, left: all.length - mended };
}
