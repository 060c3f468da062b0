import type { Case, Fact } from '@totrinh/domain';
import { appendSayings, loadCase, lockDossier, mendedEnd, raiseOutbox, voidStrayRungs, writeRungs, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import type { FindingCode } from './doctor-findings.ts';
import { isReckonedWithOlder, lackingRungs } from './doctor-deadlines.ts';
import { replanLocked } from './replan.ts';

/** A call may have to be raised again and again while nobody answers; that is said once, until something else happens in the dossier. */
const CALLS: ReadonlySet<FindingCode> = new Set(['CALL_STALE', 'CALL_MISSING', 'WORKFLOW_MISSING']);

/**
 * Mends these faults of one dossier in one transaction, in the order in which one follows from another: rungs of what has ended, dates of an older
 * calendar, rungs that are missing, then the call that starts the workflow again. Answers those that it mended; unknown dossiers and history are left alone.
 */
export async function mendDossier(desk: Desk, dossier: string, codes: ReadonlySet<FindingCode>): Promise<FindingCode[]> {
  const now = desk.now();
  const mended = await desk.transact(async (tx): Promise<FindingCode[]> => {
    const loaded = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
    if (!loaded || loaded.case.route === null) return [];
    const done: FindingCode[] = [];
    if (codes.has('RUNG_STRAY') && (await voidStrayRungs(tx, dossier, now)) > 0) done.push('RUNG_STRAY');
    if (codes.has('CALENDAR_OLDER') && (await isReckonedWithOlder(tx, loaded.case))) {
      await replanLocked(desk, tx, [dossier], now);
      done.push('CALENDAR_OLDER');
    }
    if (codes.has('RUNGS_MISSING') && (await planLacking(desk, tx, loaded.case, now)) > 0) done.push('RUNGS_MISSING');
    done.push(...[...codes].filter((code) => CALLS.has(code) && (loaded.case.status === 'open' || code === 'CALL_STALE')));
    await recordMended(tx, dossier, done, now);
    return done;
  });
  if (mended.some((code) => CALLS.has(code))) desk.onCalled(dossier);
  return mended;
}

async function planLacking(desk: Desk, tx: Tx, c: Case, now: Date): Promise<number> {
  const lacking = c.status === 'open' ? await lackingRungs(tx, c, now) : [];
  if (lacking.length > 0) writeRungs(tx, c.id, { rungs: lacking.map((r) => ({ id: desk.means.id(), ...r })), steps: [], anew: [], kinds: [], dueAt: new Map(), due: new Map() }, now);
  await tx.flush();
  return lacking.length;
}

/** Puts each mended fault onto the chain of a locked dossier, and calls for a move up to there where a call was missed. */
export async function recordMended(tx: Tx, dossier: string, done: readonly FindingCode[], now: Date): Promise<void> {
  if (done.length === 0) return;
  await tx.flush();
  const { seq, headHash, lastAt, mended } = await mendedEnd(tx, dossier);
  const facts = done.filter((code) => !CALLS.has(code) || !mended.includes(code)).map((fault): Fact => ({ type: 'fault.mended', data: { fault } }));
  appendSayings(tx, [{ dossier, seq, headHash, lastAt, facts }], 'system', now);
  if (done.some((code) => CALLS.has(code))) raiseOutbox(tx, dossier, seq + facts.length);
}
