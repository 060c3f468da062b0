import { setTimeout as pause } from 'node:timers/promises';
import { callAgain, examineLedger, type Desk } from '@totrinh/casework';
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

/** How long the worker is given to move what was called, ms. */
const PATIENCE_MS = 30_000;

/** Examines ledger and Temporal; changes nothing. */
export async function examine({ desk, clockSpeed, lifecycles }: Patient): Promise<Examination> {
  const missing = await missingWorkflows(desk, lifecycles);
  const { findings, examined } = await examineLedger(desk, clockSpeed);
  return { findings: [...missing, ...findings], examined };
}

async function missingWorkflows(desk: Desk, lifecycles: Lifecycles | undefined): Promise<Finding[]> {
  if (!lifecycles) return [{ code: 'TEMPORAL_AWAY', dossier: null, details: {} }];
  const missing = (await lifecycles.missing(desk)).map((dossier): Finding => ({ code: 'WORKFLOW_MISSING', dossier, details: {} }));
  return (await lifecycles.isClockRunning()) ? missing : [...missing, { code: 'CLOCK_MISSING', dossier: null, details: {} }];
}

/**
 * Mends what can be mended: calls each stuck dossier for a move, which also starts its workflow, and starts the clock. Waits
 * for the moves, half a minute at most, and examines again. A call that is still not answered stays a finding.
 */
export async function mend(patient: Patient, findings: readonly Finding[]): Promise<Examination & { readonly called: number }> {
  const { desk, lifecycles, outbox } = patient;
  const stuck = findings.flatMap(({ code, dossier }) => (dossier !== null && code !== 'CHAIN_BROKEN' && code !== 'STATE_DIFFERS' ? [dossier] : []));
  const called = await callAgain(desk, stuck);
  if (lifecycles && findings.some((f) => f.code === 'CLOCK_MISSING')) await lifecycles.startClock();
  const began = performance.now();
  let waiting = await outbox.waiting(stuck);
  while (waiting.size > 0 && performance.now() - began < PATIENCE_MS) {
    await pause(250);
    waiting = await outbox.waiting(stuck);
  }
  const after = await examine(patient);
  const known = new Set(after.findings.filter((f) => f.code === 'CALL_STALE').map((f) => f.dossier));
  const unanswered = [...waiting].filter((dossier) => !known.has(dossier)).map((dossier): Finding => ({ code: 'CALL_STALE', dossier, details: { ageSeconds: Math.round((performance.now() - began) / 1000) } }));
  return { ...after, findings: [...after.findings, ...unanswered], called };
}
