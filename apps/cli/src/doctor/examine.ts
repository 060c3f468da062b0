import { setTimeout as pause } from 'node:timers/promises';
import { examineLedger, mendLedger, type Desk, type LedgerFinding } from '@totrinh/casework';
import type { OutboxReadModel } from '@totrinh/persistence';
import type { Finding } from './findings.ts';
import type { Lifecycles } from './lifecycles.ts';

/** What the doctor works on; `lifecycles` is absent while Temporal is away. */
export interface Patient {
  readonly outbox: OutboxReadModel;
  readonly desk: Desk;
  readonly clockSpeed: number;
  readonly lifecycles: Lifecycles | undefined;
}

export interface Examination { readonly findings: readonly Finding[]; readonly examined: number }

/** A finding and whether something was done about it. */
export interface Treated { readonly finding: Finding; readonly done: boolean }

/** What was done, and what is left when it has worked. */
export interface Mended extends Examination { readonly treated: readonly Treated[] }

/** How long the worker is given to move what was called, ms. */
const PATIENCE_MS = 30_000;

/** Examines ledger and Temporal; changes nothing. */
export async function examine({ desk, clockSpeed, lifecycles }: Patient): Promise<Examination> {
  const missing = await missingInTemporal(desk, lifecycles);
  const { findings, examined } = await examineLedger(desk, clockSpeed);
  return { findings: [...missing, ...findings], examined };
}

async function missingInTemporal(desk: Desk, lifecycles: Lifecycles | undefined): Promise<Finding[]> {
  if (!lifecycles) return [{ code: 'TEMPORAL_AWAY', dossier: null, details: {} }];
  const missing = (await lifecycles.missing(desk)).map((dossier): Finding => ({ code: 'WORKFLOW_MISSING', dossier, details: {} }));
  if (!(await lifecycles.isClockRunning())) missing.push({ code: 'CLOCK_MISSING', dossier: null, details: {} });
  if (!(await lifecycles.isSweepScheduled())) missing.push({ code: 'SWEEP_MISSING', dossier: null, details: {} });
  return missing;
}

/**
 * Mends what needs no person: the clock and the sweep are started, the ledger's faults are mended and recorded, stuck dossiers are called. Waits for
 * their moves, half a minute at most, and examines again. A call that is still not answered stays a finding.
 */
export async function mend(patient: Patient, findings: readonly Finding[]): Promise<Mended> {
  const { desk, lifecycles, outbox } = patient;
  const started = await startMissing(lifecycles, findings);
  const ofLedger = findings.filter(isOfLedger);
  const mendings = await mendLedger(desk, ofLedger);
  const done = new Set<Finding>([...started, ...ofLedger.filter((_, i) => mendings[i]?.done === true)]);
  const called = [...done].flatMap(({ dossier }) => (dossier === null ? [] : [dossier]));
  const began = performance.now();
  let waiting = await outbox.waiting(called);
  while (waiting.size > 0 && performance.now() - began < PATIENCE_MS) {
    await pause(250);
    waiting = await outbox.waiting(called);
  }
  const after = await examine(patient);
  const known = new Set(after.findings.filter((f) => f.code === 'CALL_STALE').map((f) => f.dossier));
  const unanswered = [...waiting].filter((dossier) => !known.has(dossier)).map((dossier): Finding => ({ code: 'CALL_STALE', dossier, details: { ageSeconds: Math.round((performance.now() - began) / 1000) } }));
  return { ...after, findings: [...after.findings, ...unanswered], treated: findings.map((finding) => ({ finding, done: done.has(finding) })) };
}

const isOfLedger = (f: Finding): f is LedgerFinding => f.code !== 'CLOCK_MISSING' && f.code !== 'SWEEP_MISSING' && f.code !== 'TEMPORAL_AWAY';

async function startMissing(lifecycles: Lifecycles | undefined, findings: readonly Finding[]): Promise<Finding[]> {
  const clock = findings.filter((f) => f.code === 'CLOCK_MISSING');
  const sweep = findings.filter((f) => f.code === 'SWEEP_MISSING');
  if (lifecycles && clock.length > 0) await lifecycles.startClock();
  if (lifecycles && sweep.length > 0) await lifecycles.scheduleSweep();
  return [...clock, ...sweep];
}
