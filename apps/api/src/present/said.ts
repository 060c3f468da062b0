import { leaderAnswers, stepOf, workRule, type CaseTask } from '@totrinh/domain';
import type { TaskAnswer } from '@totrinh/api-schema';
import type { SeenDossier } from '@totrinh/persistence';

/** What may be said in a task while it is open, in the words of the route. */
export function presentSaid(d: SeenDossier, task: CaseTask): TaskAnswer['answers'] {
  if (task.state !== 'open' || d.route === null) return [];
  return leaderAnswers(d.loaded.case, d.route, task).map((a) => ({ ...a, label: { ...a.label }, returnTargets: [...a.returnTargets] }));
}

/** A member's own ballot, where it is sent in; `phones`: whether the office lets it be cast on one. */
export function presentBallot(d: SeenDossier, task: CaseTask, phones: boolean): TaskAnswer['ballot'] {
  if (d.route === null || task.purpose !== 'work') return null;
  const step = stepOf(d.loaded.case, task);
  const rule = workRule(d.route, step.path);
  if (rule.kind !== 'vote' || rule.mode === 'meeting') return null;
  return { mode: rule.mode, secret: rule.rule.ballot === 'secret', members: step.roster?.length ?? 0, onPhones: phones };
}
