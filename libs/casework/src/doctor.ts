import { isDeepStrictEqual } from 'node:util';
import { fold, officeDay } from '@totrinh/domain';
import { dossiersAfter, factsOf, idleDossiers, loadCase, lockDossier, ownerlessTasks, raiseOutbox, rungsDueBefore, staleCalls, storedChain, uncalledDossiers, verifyChain } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** What the doctor can find in the ledger; the command adds what it finds in Temporal. */
export const LEDGER_FINDINGS = ['CALL_STALE', 'CALL_MISSING', 'DOSSIER_IDLE', 'TASK_OWNERLESS', 'CLOCK_BEHIND', 'CHAIN_BROKEN', 'STATE_DIFFERS'] as const;

/** One fault: its code, the dossier (null: of no dossier), and numbers or codes that say more. */
export interface LedgerFinding {
  readonly code: (typeof LEDGER_FINDINGS)[number];
  readonly dossier: string | null;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface LedgerHealth { readonly findings: readonly LedgerFinding[]; readonly examined: number }

/** How long a call or a rung may wait before it is a fault, real seconds. */
const PATIENCE_SECONDS = 60;
const BATCH = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Examines the whole ledger; `clockSpeed` is how many times as fast as real time the business clock runs. Changes nothing. */
export async function examineLedger(desk: Desk, clockSpeed: number): Promise<LedgerHealth> {
  const now = desk.now();
  const findings = await desk.transact(async (tx): Promise<LedgerFinding[]> => {
    const late = await rungsDueBefore(tx, new Date(now.getTime() - PATIENCE_SECONDS * 1000 * clockSpeed));
    return [
      ...(await staleCalls(tx, PATIENCE_SECONDS)).map((r): LedgerFinding => ({ code: 'CALL_STALE', dossier: r.dossier, details: { version: r.version, attempts: r.attempts, ageSeconds: r.ageSeconds } })),
      ...(await uncalledDossiers(tx)).map((dossier): LedgerFinding => ({ code: 'CALL_MISSING', dossier, details: {} })),
      ...(await idleDossiers(tx)).map((dossier): LedgerFinding => ({ code: 'DOSSIER_IDLE', dossier, details: {} })),
      ...(await ownerlessTasks(tx, officeDay(now))).map((r): LedgerFinding => ({ code: 'TASK_OWNERLESS', dossier: r.dossier, details: { task: r.task } })),
      ...(late > 0 ? [{ code: 'CLOCK_BEHIND' as const, dossier: null, details: { rungs: late } }] : []),
    ];
  });
  let examined = 0;
  for await (const batch of eachDossier(desk, false)) {
    for (const dossier of batch) findings.push(...(await examineRecord(desk, dossier)));
    examined += batch.length;
  }
  return { findings, examined };
}

/** Ids in batches, in their order; `openOnly`: those that a workflow has to lead, and that wait for no call already. */
export async function* eachDossier(desk: Desk, openOnly: boolean): AsyncGenerator<readonly string[]> {
  let after = NO_ID;
  for (;;) {
    const from = after;
    const batch = await desk.transact((tx) => dossiersAfter(tx, from, BATCH, openOnly));
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last;
  }
}

/** Whether the chain verifies, and the tables are its fold. Under the lock, so that nobody acts between two reads. */
function examineRecord(desk: Desk, dossier: string): Promise<LedgerFinding[]> {
  return desk.transact(async (tx) => {
    const loaded = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
    if (!loaded) return [];
    const { events, words } = await storedChain(tx, dossier);
    const faults = verifyChain(dossier, events, { seq: loaded.case.seq, hash: loaded.headHash }, words);
    const [first] = faults;
    if (first) return [{ code: 'CHAIN_BROKEN', dossier, details: { seq: first.seq, fault: first.fault, faults: faults.length } }];
    const folded = fold(dossier, factsOf(events));
    const fields = (Object.keys(folded) as (keyof typeof folded)[]).filter((f) => !isDeepStrictEqual(folded[f], loaded.case[f]));
    return fields.length === 0 ? [] : [{ code: 'STATE_DIFFERS', dossier, details: { fields: fields.join(' ') } }];
  });
}

/**
 * Calls on dossiers for a move, whether they need one or not: a workflow that is missing is started by it, one that stands
 * looks again, one of a closed dossier ends. Unknown dossiers and history are left alone. Answers how many were called.
 */
export async function callAgain(desk: Desk, dossiers: readonly string[]): Promise<number> {
  let called = 0;
  for (const dossier of [...new Set(dossiers)].sort()) {
    called += await desk.transact(async (tx) => {
      const loaded = (await lockDossier(tx, dossier)) ? await loadCase(tx, dossier) : null;
      if (!loaded || loaded.case.route === null) return 0;
      raiseOutbox(tx, dossier, loaded.case.seq);
      return 1;
    });
  }
  return called;
}
