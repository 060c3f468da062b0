import { allowedActions, findTask, HISTORY_ROUTE, stepOf, type Actor, type AllowedAction, type Case, type Route } from '@totrinh/domain';
import { dossierTag, taskTag } from '@totrinh/casework';
import { OPERATIONS, reasonOfCode, type AllowedActionAnswer, type Guarded } from '@totrinh/api-schema';

const IF_MATCH: Readonly<Record<string, Guarded>> = {
  edit: OPERATIONS.editDossier.ifMatch, attach: OPERATIONS.attachDocument.ifMatch, submit: OPERATIONS.submitDossier.ifMatch, recall: OPERATIONS.recallDossier.ifMatch, cancel: OPERATIONS.cancelDossier.ifMatch,
  comment: OPERATIONS.commentDossier.ifMatch, seen: OPERATIONS.seeTask.ifMatch, claim: OPERATIONS.claimTask.ifMatch, release: OPERATIONS.releaseTask.ifMatch, decide: OPERATIONS.decideTask.ifMatch,
  return: OPERATIONS.returnTask.ifMatch, issue: OPERATIONS.issueTask.ifMatch,
};

/** What the actor may do now, each with its reason where it is not allowed, and the tag to send along. */
export function presentActions(c: Case, route: Route | null, actor: Actor): AllowedActionAnswer[] {
  return allowedActions(c, route ?? HISTORY_ROUTE, actor).map((action) => presentAction(c, action));
}

function presentAction(c: Case, action: AllowedAction): AllowedActionAnswer {
  const { verb, task: id, allowed, because, outcomes, returnTargets } = action;
  const task = id === null ? undefined : findTask(c, id);
  const needs = IF_MATCH[verb] ?? null;
  return {
    verb, task: id, step: task ? stepOf(c, task).path : null, allowed, because, why: because === null ? null : reasonOfCode(because),
    ...(outcomes ? { outcomes: [...outcomes] } : {}), ...(returnTargets ? { returnTargets: [...returnTargets] } : {}),
    etag: needs === 'dossier' ? dossierTag(c) : needs === 'task' && id !== null ? taskTag(c, id) : null,
  };
}
