import type { TaskPurpose } from '../case/case.ts';
import type { WorkRule } from '../route/route.ts';
import { offered } from './policy.ts';
import { isPassable } from './transfer.ts';

/** What may be one of many acts in one request: a review without initials, a plain consent, handing on, claiming. */
export const BULK_ACTS = ['review', 'consent', 'transfer', 'claim'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** A task as its row in a queue knows it. `mine`: the viewer holds it, or whoever they stand in for does; `helper`: theirs to prepare, not to answer. */
export interface QueuedPlace { readonly purpose: TaskPurpose; readonly unit: string | null; readonly held: boolean; readonly mine: boolean; readonly helper: boolean; readonly paused: boolean }

/** Kinds in which a superior or a body speaks: what is asked of them is looked at one by one. */
const ONE_BY_ONE: ReadonlySet<WorkRule['kind']> = new Set(['vote', 'sign', 'approve', 'appraise', 'finish', 'issue']);

/**
 * Which bulk acts a task of this step admits, by the step's own rule; whether a certain dossier lets this person decide (separation of duties, missing reasons) is
 * answered line by line. Never a vote, a signature, an approval, an appraisal or a finishing.
 */
export function bulkActs(rule: WorkRule, place: QueuedPlace): BulkAct[] {
  if (place.paused) return [];
  const acts: BulkAct[] = [];
  if (!place.helper && place.purpose === 'work' && rule.kind === 'review' && rule.initials === undefined) acts.push('review');
  if (!place.helper && place.purpose === 'work' && rule.kind === 'consult') acts.push('consent');
  if (place.held && place.mine && !ONE_BY_ONE.has(rule.kind) && place.purpose === 'work' && isPassable({ purpose: place.purpose, unit: place.unit }, rule) && offered(rule, 'transfer').ok) acts.push('transfer');
  if (!place.held && !place.helper && !ONE_BY_ONE.has(rule.kind)) acts.push('claim');
  return acts;
}
