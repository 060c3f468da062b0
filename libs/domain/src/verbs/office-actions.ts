import type { Actor, HeldPost } from '../case/actor.ts';
import type { ErrorCode } from '../errors.ts';
import type { Result } from '../result.ts';
import { endAbsence, type Absence } from './absence.ts';
import { finishAssignment, type GivenAssignment } from './assignment.ts';
import { endAuthority, type Authority } from './authority.ts';

/** One verb that an actor may or may not use now on something of the office (an absence, an authority, an assignment); `because`: the code that the act would answer, null where it may. */
export interface OfficeAction { readonly verb: 'endAbsence' | 'endAuthority' | 'finishAssignment'; readonly because: ErrorCode | null }

/** What may be done with an absence; nothing with one that is over. `posts`: what the absent person holds today. */
export function absenceActions(absence: Absence, actor: Actor, today: string, posts: readonly HeldPost[]): OfficeAction[] {
  return offered('endAbsence', endAbsence(absence, actor, today, posts), isOver(absence, today));
}

/** What may be done with a written authority; nothing with one that is over. `posts`: what the grantor holds today. */
export function authorityActions(authority: Authority, actor: Actor, today: string, posts: readonly HeldPost[]): OfficeAction[] {
  return offered('endAuthority', endAuthority(authority, actor, today, posts), isOver(authority, today));
}

/** What may be done with an assignment of a conclusion; nothing with one that is done. */
export function assignmentActions(assignment: GivenAssignment, actor: Actor): OfficeAction[] {
  return offered('finishAssignment', finishAssignment(assignment, actor), assignment.doneBy !== null);
}

const offered = (verb: OfficeAction['verb'], answer: Result<unknown>, over: boolean): OfficeAction[] => (over ? [] : [{ verb, because: answer.ok ? null : answer.error.code }]);
const isOver = ({ endedOn, to }: Pick<Absence, 'endedOn' | 'to'>, today: string): boolean => endedOn !== null || to < today;
