import { openTasks, stepById, type Assignee, type Case, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import type { Climbed } from '../ladders/climb.ts';
import { workRule, type Route } from '../route/route.ts';
import { isOfLeaders } from '../route/with-ladders.ts';
import { hasRoster } from './owners.ts';
import { barredBy } from './policy.ts';

/** Who heads a unit today. */
export type HeadsOf = (unit: string) => readonly Assignee[];

/**
 * What a late rung does with a task where the office has switched it on: the head of its unit may act in it too, or gets it. Never with what leaders decide, a seat on a
 * roster, an opinion on the side, or somebody whom separation of duties bars; a task that its head holds already stays.
 */
export function reassignByClock(c: Case, route: Route, step: string, actions: Climbed['reassigns'], headsOf: HeadsOf): Fact[] {
  const { path } = stepById(c, step);
  const rule = workRule(route, path);
  if (c.status !== 'open' || c.suspended || isOfLeaders(rule) || hasRoster(rule)) return [];
  return openTasks(c, step).filter((t) => t.purpose === 'work' && t.unit !== null).flatMap((task) => actions.flatMap((action): Fact[] => {
    const to = headsOf(task.unit ?? '').find((head) => barredBy(c, route, path, head.person) === null && !isTheirs(task, head.person));
    if (!to) return [];
    return 'transfer' in action ? [{ type: 'task.transferred', data: { task: task.id, by: 'system', to } }] : [{ type: 'task.assigned', data: { task: task.id, assignees: [...task.assignees, to] } }];
  }));
}

function isTheirs(task: CaseTask, person: string): boolean {
  return task.holder === person || task.assignees.some((a) => a.person === person);
}
