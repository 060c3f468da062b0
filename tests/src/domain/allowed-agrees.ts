import assert from 'node:assert/strict';
import { allowedActions, cancel, cast, claim, decide, findRule, finish, recall, release, seen, submit, type Result } from '@totrinh/domain';
import { refusal } from './dossier-driver.ts';
import type { Walk } from './walk.ts';

const REASON = 'lý do';

/** What a person is told they may do is what the acts answer, and for the same reason. */
export function assertAllowedAgrees(w: Walk, person: string): void {
  const actor = w.as(person);
  const { case: c, route, now, d: { means } } = w;
  const onDossier: Record<string, () => Result<unknown>> = { recall: () => recall(c, route, actor), cancel: () => cancel(c, REASON, actor), submit: () => submit(c, route, actor, means) };
  const onTask: Record<string, (task: string) => Result<unknown>> = {
    claim: (t) => claim(c, t, actor), release: (t) => release(c, t, actor), seen: (t) => seen(c, t, actor), finish: (t) => finish(c, route, { task: t }, actor, means),
    cast: (t) => cast(c, route, { task: t, choice: 'yes', reason: isSecret(w, t) ? null : REASON }, actor, means, now),
  };
  for (const { verb, task, because, outcomes, returnTargets } of allowedActions(c, route, actor)) {
    const told = (result: Result<unknown>): void => assert.equal(refusal(result), because, `${verb} ${task}`);
    if (task === null) { const act = onDossier[verb]; if (act) told(act()); continue; }
    const act = onTask[verb];
    if (act) told(act(task));
    if (verb === 'decide') for (const outcome of outcomes ?? []) told(decide(c, route, { task, outcome, reason: REASON, demands: outcome === 'approvedSubjectTo' ? ['yêu cầu'] : [] }, actor, means, now));
    if (verb === 'return') for (const to of returnTargets ?? []) told(decide(c, route, { task, outcome: 'returned', reason: REASON, to }, actor, means, now));
  }
}

function isSecret({ case: c, route }: Walk, task: string): boolean {
  const path = c.steps.find((s) => s.id === c.tasks.find((t) => t.id === task)?.step)?.path ?? '';
  const rule = findRule(route, path);
  return rule?.kind === 'vote' && rule.rule.ballot === 'secret';
}
