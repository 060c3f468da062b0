import { concerns, type Actor } from '../case/actor.ts';
import { openTasks, stepOf, type Case, type CaseTask } from '../case/case.ts';
import type { Means } from '../case/facts.ts';
import type { Result } from '../result.ts';
import { workRule, type Route } from '../route/route.ts';
import type { ErrorCode } from '../errors.ts';
import { cancel } from './cancel.ts';
import { claim, release } from './claim.ts';
import { possibleIn } from './decide.ts';
import { draftTaskOf } from './edit.ts';
import { approvalsNotInForce } from './issue.ts';
import { recall } from './recall.ts';
import { legalReturnTargets } from './returns.ts';
import { seen } from './seen.ts';
import { submit } from './submit.ts';
import { openTaskFor } from './task-gate.ts';

/** One verb that an actor may or may not use now; the code says why not ("Căn cứ"). */
export interface AllowedAction {
  readonly verb: string;
  readonly task: string | null;
  readonly allowed: boolean;
  readonly because: ErrorCode | null;
  readonly outcomes?: readonly string[];
  readonly returnTargets?: readonly string[];
}

/** Asks only whether an act would go through; what it would name or bind is thrown away. */
const NO_MEANS: Means = { id: () => '', digest: () => '' };

/** All verbs of the dossier and of the actor's tasks, each with its answer; computed by the rules that the acts obey. */
export function allowedActions(c: Case, route: Route, actor: Actor): AllowedAction[] {
  const onDossier = [
    entry('edit', null, draftTaskOf(c, actor)),
    entry('attach', null, draftTaskOf(c, actor)),
    entry('submit', null, submit(c, route, actor, NO_MEANS)),
    entry('recall', null, recall(c, route, actor)),
    entry('cancel', null, cancel(c, 'reason', actor)),
    { verb: 'comment', task: null, allowed: true, because: null },
  ];
  const mine = openTasks(c).filter((t) => concerns(t, actor));
  return [...onDossier, ...mine.flatMap((t) => onTask(c, route, t, actor))];
}

function onTask(c: Case, route: Route, task: CaseTask, actor: Actor): AllowedAction[] {
  const step = stepOf(c, task);
  const rule = workRule(route, step.path);
  const gate = openTaskFor(c, task.id, actor);
  const actions = [entry('seen', task.id, seen(c, task.id, actor)), entry('claim', task.id, claim(c, task.id, actor)), entry('release', task.id, release(c, task.id, actor))];
  if (rule.kind === 'issue') {
    const missing = gate.ok && approvalsNotInForce(c, route, step.path).length > 0;
    actions.push(missing ? { verb: 'issue', task: task.id, allowed: false, because: 'APPROVAL_NOT_IN_FORCE' } : entry('issue', task.id, gate));
  } else if (rule.kind !== 'draft') {
    actions.push({ ...entry('decide', task.id, gate), outcomes: possibleIn(task, rule) });
  }
  if (rule.kind !== 'draft' && rule.kind !== 'consult' && rule.kind !== 'issue') {
    actions.push({ ...entry('return', task.id, gate), returnTargets: legalReturnTargets(c, route, step) });
  }
  return actions;
}

function entry(verb: string, task: string | null, answer: Result<unknown>): AllowedAction {
  return { verb, task, allowed: answer.ok, because: answer.ok ? null : answer.error.code };
}
