import { findRule, type CaseStep } from '@totrinh/domain';
import { leadersIn, type SeenDossier } from '@totrinh/persistence';
import { presentStanding, type StandingAnswer } from './deadlines.ts';

/** How an open step of a dossier stands now; null for one that has ended, has no term, or whose work nobody has (a wait, a region). */
export function standingOfStep(d: SeenDossier, step: CaseStep, now: Date): StandingAnswer | null {
  const times = d.steps.find((s) => s.id === step.id);
  const c = d.loaded.case;
  const open = c.tasks.filter((t) => t.step === step.id && t.state === 'open' && t.purpose !== 'aside');
  if (step.state !== 'open' || d.route === null || !times || open.length === 0) return null;
  const leaders = leadersIn(d.reckoning, findRule(d.route, step.path), open.map((t) => t.purpose));
  return presentStanding({ openedAt: times.openedAt, dueAt: times.dueAt, pausedUntil: c.suspended?.until ?? null, leaders, leadUnit: c.leadUnit }, d.reckoning, now);
}
