import { holdsPost, isAdministrator, type Actor, type AuthorityVerb, type HeldPost } from '../case/actor.ts';
import { isDayText } from '../calendar/days.ts';
import { ok, refuse, type Result } from '../result.ts';
import { daysBetween } from './suspend-days.ts';

/** Ủy quyền (TUQ): days are `YYYY-MM-DD`, both inclusive; `routes` null: all; `document` is the SHA-256 of the paper. */
export interface AuthorityCommand {
  readonly grantor: string;
  readonly grantee: string;
  /** The number of the paper, as printed. */
  readonly number: string;
  readonly document: string | null;
  readonly routes: readonly string[] | null;
  readonly verbs: readonly AuthorityVerb[];
  readonly from: string;
  readonly to: string;
}

/** An authority as it was granted; from `endedOn` on it holds no more. */
export interface Authority extends AuthorityCommand { readonly id: string; readonly endedOn: string | null }

/** What the two people hold today. */
export interface AuthorityPosts { readonly grantor: readonly HeldPost[]; readonly grantee: readonly HeldPost[] }

/** The longest term: a year, after which it is written anew. An office's rule; NĐ 30/2020 Đ.13 asks only for a limit in time. */
export const LONGEST_AUTHORITY_DAYS = 366;

/**
 * Ủy quyền bằng văn bản: one person lets another decide, sign or confirm for them, for a time. By the grantor, the head of a unit in which
 * they hold a post, or an administrator, who name nobody but others. It is never passed on (NĐ 30/2020 Đ.13): who holds something by authority
 * does not grant the same, and who grants it holds none of the same. `existing`: authorities that either person grants or holds.
 * Errors: NOT_ALLOWED (because: notYourAuthority, toThemselves), NOT_INCUMBENT (details: person), DATE_INVALID, AUTHORITY_TOO_LONG (details: days), REQUEST_INVALID (because: noVerbs),
 * AUTHORITY_CHAIN, AUTHORITY_OVERLAP (details: authority).
 */
export function grantAuthority(command: AuthorityCommand, existing: readonly Authority[], actor: Actor, today: string, posts: AuthorityPosts): Result<AuthorityCommand> {
  const { grantor, grantee, from, to, verbs } = command;
  if (!mayGrantFor(actor, grantor, posts.grantor)) return refuse('NOT_ALLOWED', { because: 'notYourAuthority' });
  if (grantor === grantee) return refuse('AUTHORITY_CHAIN', { grantor, grantee });
  if (actor.person === grantee) return refuse('NOT_ALLOWED', { because: 'toThemselves' });
  const idle = posts.grantor.length === 0 ? grantor : posts.grantee.length === 0 ? grantee : null;
  if (idle !== null) return refuse('NOT_INCUMBENT', { person: idle });
  if (!isDayText(from) || !isDayText(to) || from > to || from < today) return refuse('DATE_INVALID', { from, to, today });
  if (daysBetween(from, to) >= LONGEST_AUTHORITY_DAYS) return refuse('AUTHORITY_TOO_LONG', { days: LONGEST_AUTHORITY_DAYS });
  if (verbs.length === 0) return refuse('REQUEST_INVALID', { because: 'noVerbs' });
  const same = existing.filter((a) => meets(a, command));
  const chain = same.find((a) => a.grantee === grantor || a.grantor === grantee);
  if (chain) return refuse('AUTHORITY_CHAIN', { authority: chain.id, grantor, grantee });
  const twice = same.find((a) => a.grantor === grantor && a.grantee === grantee);
  return twice ? refuse('AUTHORITY_OVERLAP', { authority: twice.id }) : ok({ ...command, verbs: [...new Set(verbs)] });
}

/** Thu hồi ủy quyền: from today on it holds no more. By whoever may grant it, or the grantee, who gives it up. Errors: AUTHORITY_NOT_FOUND (also one that is over), NOT_ALLOWED. */
export function endAuthority(authority: Authority | null, actor: Actor, today: string, grantorPosts: readonly HeldPost[]): Result<{ readonly endedOn: string }> {
  if (!authority) return refuse('AUTHORITY_NOT_FOUND');
  if (actor.person !== authority.grantee && !mayGrantFor(actor, authority.grantor, grantorPosts)) return refuse('NOT_ALLOWED', { because: 'notYourAuthority' });
  return authority.endedOn !== null || authority.to < today ? refuse('AUTHORITY_NOT_FOUND', { authority: authority.id }) : ok({ endedOn: today });
}

function mayGrantFor(actor: Actor, grantor: string, posts: readonly HeldPost[]): boolean {
  return actor.person === grantor || isAdministrator(actor) || posts.some((p) => p.unit !== null && holdsPost(actor, p.unit, ['head']) !== undefined);
}

/** Whether both hold on some day for the same thing: a verb and a route in common. One that was ended holds until the day before. */
function meets(a: Authority, b: AuthorityCommand): boolean {
  const first = a.from > b.from ? a.from : b.from;
  const days = a.from <= b.to && b.from <= a.to && (a.endedOn === null || first < a.endedOn);
  const routes = a.routes === null || b.routes === null || a.routes.some((r) => b.routes?.includes(r));
  return days && routes && a.verbs.some((v) => b.verbs.includes(v));
}
