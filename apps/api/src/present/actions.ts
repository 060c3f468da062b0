import { allowedActions, findTask, guardOf, HISTORY_ROUTE, stepOf, type Actor, type AllowedAction, type Case, type Circumstances, type Route } from '@totrinh/domain';
import { dossierTag, taskTag } from '@totrinh/casework';
import { reasonOfCode, type AllowedActionAnswer } from '@totrinh/api-schema';

/** What the actor may do now, each with its reason where it is not allowed, and the tag to send along. */
export function presentActions(c: Case, route: Route | null, actor: Actor, at: Circumstances): AllowedActionAnswer[] {
  return allowedActions(c, route ?? HISTORY_ROUTE, actor, at).map((action) => presentAction(c, action));
}

function presentAction(c: Case, action: AllowedAction): AllowedActionAnswer {
  const { verb, task: id, allowed, because, outcomes, returnTargets, targets } = action;
  const task = id === null ? undefined : findTask(c, id);
  const needs = guardOf(verb);
  return {
    verb, task: id, step: task ? stepOf(c, task).path : null, allowed, because, why: because === null ? null : reasonOfCode(because),
    ...(outcomes ? { outcomes: [...outcomes] } : {}), ...(returnTargets ? { returnTargets: [...returnTargets] } : {}), ...(targets ? { targets: [...targets] } : {}),
    etag: needs === 'dossier' ? dossierTag(c) : needs === 'task' && id !== null ? taskTag(c, id) : null,
  };
}
