import { dossiersAfter, dossiersOfSweep } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import type { LedgerFinding, LedgerHealth } from './doctor-findings.ts';
import { examineOffice, findStuck } from './doctor-office.ts';
import { examineRecord } from './doctor-record.ts';

const BATCH = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Examines the whole ledger; `clockSpeed` is how many times as fast as real time the business clock runs. Changes nothing. */
export async function examineLedger(desk: Desk, clockSpeed: number): Promise<LedgerHealth> {
  const findings: LedgerFinding[] = [...(await findStuck(desk, clockSpeed, null)), ...(await examineOffice(desk))];
  let examined = 0;
  for await (const batch of eachDossier(desk, false)) {
    for (const dossier of batch) findings.push(...(await examineRecord(desk, dossier)));
    examined += batch.length;
  }
  return { findings, examined };
}

/**
 * Examines the sixtieth of the open dossiers that this sweep of the hour (0 to 59) looks at, whatever is cheap to ask of all, and with sweep 0
 * registers and calendars. Changes nothing.
 */
export async function examineShare(desk: Desk, clockSpeed: number, sweep: number): Promise<LedgerHealth & { readonly dossiers: readonly string[] }> {
  const dossiers = await desk.transact((tx) => dossiersOfSweep(tx, sweep));
  const findings: LedgerFinding[] = [...(await findStuck(desk, clockSpeed, dossiers)), ...(sweep === 0 ? await examineOffice(desk) : [])];
  for (const dossier of dossiers) findings.push(...(await examineRecord(desk, dossier)));
  return { findings, examined: dossiers.length, dossiers };
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
