import { concerns, type Actor } from '../case/actor.ts';
import { openTasks, type Case } from '../case/case.ts';
import type { ErrorCode } from '../errors.ts';
import type { Route } from '../route/route.ts';
import { DOSSIER_CHECKERS } from './allowed-dossiers.ts';
import { placeOfTask, type Check, type DossierChecker, type DossierPlace, type TaskChecker } from './allowed-place.ts';
import { OTHERS_TASK_CHECKERS, TASK_CHECKERS } from './allowed-tasks.ts';
import { ALL_IS_WELL, type Circumstances } from './circumstances.ts';
import type { VerbName } from './verb-table.ts';

/** One verb that an actor may or may not use now; the code says why not ("Căn cứ"). */
export interface AllowedAction {
  readonly verb: VerbName;
  /** The task it is about; null for the dossier's verbs, and for those on other people's tasks, which `targets` names. */
  readonly task: string | null;
  readonly allowed: boolean;
  readonly because: ErrorCode | null;
  readonly outcomes?: readonly string[];
  readonly returnTargets?: readonly string[];
  /** Ids that the act may name: steps, tasks, opinions, demands, proposals. */
  readonly targets?: readonly string[];
}

const CHECKS_ON_DOSSIER = Object.entries({ ...DOSSIER_CHECKERS, ...OTHERS_TASK_CHECKERS }) as [VerbName, DossierChecker][];
const CHECKS_ON_TASK = Object.entries(TASK_CHECKERS) as [VerbName, TaskChecker][];

/**
 * Each verb that has a place in the dossier and in the actor's tasks as they stand now, with its answer; computed by the
 * rules that the acts obey. A verb that nobody would look for here is left out. `at`: what is late and without an owner.
 */
export function allowedActions(c: Case, route: Route, actor: Actor, at: Circumstances = ALL_IS_WELL): AllowedAction[] {
  const place: DossierPlace = { c, route, actor, at };
  const onDossier = CHECKS_ON_DOSSIER.flatMap(([verb, check]) => entry(verb, null, check(place)));
  const mine = openTasks(c).filter((t) => concerns(t, actor)).map((t) => placeOfTask(place, t));
  return [...onDossier, ...mine.flatMap((p) => CHECKS_ON_TASK.flatMap(([verb, check]) => entry(verb, p.task.id, check(p))))];
}

function entry(verb: VerbName, task: string | null, check: Check | null): AllowedAction[] {
  if (check === null) return [];
  const { answer, ...named } = check;
  return [{ verb, task, allowed: answer.ok, because: answer.ok ? null : answer.error.code, ...named }];
}
