import { dossierTag, tagOfTask } from '@totrinh/casework';
import { findRule, isMoving, stepOf, type CaseTask } from '@totrinh/domain';
import type { QueueAnswer, TaskAnswer } from '@totrinh/api-schema';
import type { QueuedTask, Reckoning, SeenDossier } from '@totrinh/persistence';
import { presentActions } from './actions.ts';
import { presentDue, presentStanding } from './deadlines.ts';
import { presentBallot, presentSaid } from './said.ts';
import { standingOfStep } from './step-standing.ts';

export function presentQueuedTask(t: QueuedTask, reckoning: Reckoning, now: Date): QueueAnswer['items'][number] {
  const { cause, manifest, holder, openedAt, dueAt, due, pausedUntil, leaders, ...shown } = t;
  const etag = tagOfTask({ state: 'open', cause, path: t.step.path, holder, manifest });
  return { ...shown, offered: holder === null, openedAt: openedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null, due: presentDue(due), standing: presentStanding({ openedAt, dueAt, pausedUntil, leaders, leadUnit: t.dossier.leadUnit.id }, reckoning, now), etag };
}

/** One task of a dossier that its reader may see; `phones`: whether ballots are cast on them. */
export function presentTask(d: SeenDossier, id: string, now: Date, phones: boolean): TaskAnswer {
  const c = d.loaded.case;
  const task = c.tasks.find((t) => t.id === id);
  const details = d.tasks.find((t) => t.id === id);
  if (!task || !details) throw new Error(`task ${id} vanished from its dossier`);
  const step = stepOf(c, task);
  const times = d.steps.find((s) => s.id === step.id);
  const { row } = d;
  return {
    id, state: task.state, seen: task.seen, unit: details.unit, holder: details.holder, candidates: [...details.candidates], helpers: [...details.helpers], ...workOf(d, task),
    dossier: { id: row.id, code: row.code, title: row.title, kind: row.kind, leadUnit: row.leadUnit },
    step: { path: step.path, kind: step.kind, round: step.round, title: titleOf(d, step.path) },
    openedAt: details.openedAt.toISOString(), closedAt: details.closedAt?.toISOString() ?? null, dueAt: times?.dueAt?.toISOString() ?? null, due: presentDue(times?.due ?? null), standing: task.state === 'open' ? standingOfStep(d, step, now) : null,
    answers: presentSaid(d, task), ballot: presentBallot(d, task, phones),
    etag: etagOf(d, task), dossierEtag: dossierTag(c), moving: isMoving(c), allowedActions: presentActions(c, d.route, d.actor, d.at).filter((a) => a.task === id),
  };
}

/** What a task is for, and its life inside its unit. */
export function workOf(d: SeenDossier, task: CaseTask): Pick<TaskAnswer, 'purpose' | 'officer' | 'registered' | 'asHelper'> {
  const { officer, purpose, registered } = task;
  const { person } = d.actor;
  const names = d.tasks.find((t) => t.id === task.id)?.helpers ?? [];
  return {
    purpose, registered, asHelper: task.helpers.some((h) => h.person === person) && !task.assignees.some((a) => a.person === person),
    officer: officer && { ...officer, name: names.find((h) => h.person === officer.person)?.name ?? null },
  };
}

export function etagOf(d: SeenDossier, task: CaseTask): string {
  const c = d.loaded.case;
  const step = stepOf(c, task);
  return tagOfTask({ state: task.state, cause: step.cause, path: step.path, holder: task.holder, manifest: c.manifest });
}

/** A step's title as its route words it. */
export function titleOf(d: SeenDossier, path: string): { vi: string; en: string } | null {
  return (d.route && findRule(d.route, path)?.title) ?? null;
}
