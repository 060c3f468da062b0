import type { Actor } from '../case/actor.ts';
import { ok, refuse, type Result } from '../result.ts';

/** What a conclusion gave a unit to do; `doneBy`: who said that it is done. */
export interface GivenAssignment { readonly id: string; readonly unit: string; readonly doneBy: string | null }

/** Who keeps the office's books of meetings, and may say of any unit's assignment that it is done. */
const KEEPERS: ReadonlySet<string> = new Set(['form-checker', 'secretary']);

/** Báo việc được giao đã xong: whoever holds a post in the unit says so, or the office for it. Errors: NOT_ALLOWED (because: notOfUnit), TASK_CLOSED (details: task, by). */
export function finishAssignment({ id, unit, doneBy }: GivenAssignment, actor: Actor): Result<null> {
  if (!actor.posts.some((p) => p.unit === unit || KEEPERS.has(p.role))) return refuse('NOT_ALLOWED', { because: 'notOfUnit' });
  return doneBy === null ? ok(null) : refuse('TASK_CLOSED', { task: id, by: doneBy });
}
