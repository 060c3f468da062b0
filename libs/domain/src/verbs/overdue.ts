import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';

/** Bậc "quá hạn" of an open step: says that its term has passed. A settled step's rung is void and says nothing, a suspended dossier's is parked. */
export function passDeadline(c: Case, step: string, rung: string, dueAt: string): Fact[] {
  const open = c.status === 'open' && c.suspended === null && c.steps.some((s) => s.id === step && s.state === 'open');
  return open ? [passed(step, rung, dueAt)] : [];
}

/** The same of a rung that waits, which is one of an open step in a dossier that goes on. */
export function passed(step: string, rung: string, dueAt: string): Fact {
  return { type: 'deadline.passed', data: { step, rung, kind: 'overdue', effectiveAt: dueAt } };
}
