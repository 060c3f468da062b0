import { officeDay } from '@totrinh/domain';
import { brokenCalendars, idleDossiers, ownerlessTasks, rungsDueBefore, seriesFaults, staleCalls, strayRungs, stuckDeliveries, uncalledDossiers, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import type { LedgerFinding } from './doctor-findings.ts';

/** How long a call or a rung may wait before it is a fault, real seconds. */
const PATIENCE_SECONDS = 60;
/** A delivery is tried again by itself, less and less often; its next try is late after this. */
const DELIVERY_PATIENCE_SECONDS = 300;
const DAY_MS = 86_400_000;
const EVER = new Date('9999-12-31T00:00:00Z');

/**
 * Dossiers that are stuck, from single questions to the tables: calls, deadlines, people, deliveries. `among` null: of all dossiers; else idle
 * dossiers and tasks without an owner are asked for among these only, and stray rungs of the next day: later ones do no harm yet.
 */
export function findStuck(desk: Desk, clockSpeed: number, among: readonly string[] | null): Promise<LedgerFinding[]> {
  const now = desk.now();
  return desk.transact(async (tx): Promise<LedgerFinding[]> => {
    const late = await rungsDueBefore(tx, new Date(now.getTime() - PATIENCE_SECONDS * 1000 * clockSpeed));
    const stray = await strayRungs(tx, among === null ? EVER : new Date(now.getTime() + DAY_MS));
    return [
      ...(await staleCalls(tx, PATIENCE_SECONDS)).map((r): LedgerFinding => ({ code: 'CALL_STALE', dossier: r.dossier, details: { version: r.version, attempts: r.attempts, ageSeconds: r.ageSeconds } })),
      ...(await uncalledDossiers(tx)).map((dossier): LedgerFinding => ({ code: 'CALL_MISSING', dossier, details: {} })),
      ...(await idleDossiers(tx, among)).map((dossier): LedgerFinding => ({ code: 'DOSSIER_IDLE', dossier, details: {} })),
      ...(await ownerlessTasks(tx, officeDay(now), among)).map((r): LedgerFinding => ({ code: 'TASK_OWNERLESS', dossier: r.dossier, details: { task: r.task } })),
      ...(late > 0 ? [{ code: 'CLOCK_BEHIND' as const, dossier: null, details: { rungs: late } }] : []),
      ...stray.map((r): LedgerFinding => ({ code: 'RUNG_STRAY', dossier: r.dossier, details: { rungs: r.rungs } })),
      ...(await deliveriesOf(tx)),
    ];
  });
}

async function deliveriesOf(tx: Tx): Promise<LedgerFinding[]> {
  return (await stuckDeliveries(tx, DELIVERY_PATIENCE_SECONDS)).map(({ channel, state, deliveries, oldest }) =>
    ({ code: state === 'dead' ? 'DELIVERY_DEAD' : 'DELIVERY_OVERDUE', dossier: null, details: { channel, deliveries, oldest: oldest.toISOString() } }));
}

/** What an office keeps beside its dossiers: registers without gaps and in order, calendars whose versions are as they were published. */
export function examineOffice(desk: Desk): Promise<LedgerFinding[]> {
  return desk.transact(async (tx) => [
    ...(await seriesFaults(tx)).map((f): LedgerFinding => ({ code: 'REGISTER_BROKEN', dossier: null, details: { register: f.register, series: f.series, missing: f.missing, beyond: f.beyond, backward: f.backward } })),
    ...(await brokenCalendars(tx)).map((f): LedgerFinding => ({ code: 'CALENDAR_BROKEN', dossier: null, details: { calendar: f.calendar, version: f.version, fault: f.fault } })),
  ]);
}
