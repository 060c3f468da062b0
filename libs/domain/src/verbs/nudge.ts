import { isOfOffice, type Actor } from '../case/actor.ts';
import { findTask, stepOf, type Case, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { isLeadersTask } from '../deadlines/leaders.ts';
import { workRule, type Route } from '../route/route.ts';
import { offered } from './policy.ts';

/**
 * Đôn đốc: the lead unit or the office reminds whoever has an open task; once a day for each task (`today`: `YYYY-MM-DD`). Leaders and
 * bodies are not reminded by their staff: for them the ladder speaks to the office.
 * Errors: DOSSIER_CLOSED, TASK_NOT_FOUND, TASK_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED (because: notYourDossier, ownTask, leadersAreNotNudged), VERB_NOT_IN_STEP, NUDGE_TOO_SOON.
 */
export function nudge(c: Case, route: Route, taskId: string, today: string, actor: Actor): Result<Fact[]> {
  const task = findTask(c, taskId);
  if (!task) return refuse('TASK_NOT_FOUND', { task: taskId });
  if (task.state !== 'open') return c.status === 'open' ? refuse('TASK_CLOSED', { task: taskId }) : refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  if (!isOfOffice(actor, c) && actor.person !== c.drafter && !actor.posts.some((p) => p.unit === c.leadUnit)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const people = nudged(task);
  if (people.length > 0 && people.every((person) => person === actor.person)) return refuse('NOT_ALLOWED', { because: 'ownTask' });
  const rule = workRule(route, stepOf(c, task).path);
  if (isLeadersTask(rule, task.purpose)) return refuse('NOT_ALLOWED', { because: 'leadersAreNotNudged' });
  const may = offered(rule, 'nudge');
  if (!may.ok) return may;
  if (task.nudgedOn !== null && task.nudgedOn >= today) return refuse('NUDGE_TOO_SOON', { on: task.nudgedOn });
  return ok([{ type: 'task.nudged', data: { task: taskId, by: actor.person, on: today } }]);
}

/** Who is reminded: whoever holds the task, all candidates while nobody does. */
export function nudged(task: CaseTask): string[] {
  return task.holder === null ? [...new Set(task.assignees.map((a) => a.person))] : [task.holder];
}
