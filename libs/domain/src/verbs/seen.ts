import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, type Result } from '../result.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** The dossier was shown to the task's holder; from now on it cannot be recalled. Twice changes nothing. */
export function seen(c: Case, task: string, actor: Actor): Result<Fact[]> {
  const gate = openTaskFor(c, task, actor);
  return gate.ok ? ok(seenBy(gate.value.task, actor)) : gate;
}
