import type { Assignee, Case } from '../case/case.ts';
import type { TaskRule, Who } from '../route/route.ts';

type Pick = NonNullable<TaskRule['pick']>;

/**
 * A question to the directory: who holds this today, in the order of posts; units and bodies are ids, already bound. With
 * `pick` in the order of who got a task of this kind longest ago, or who has the fewest open tasks.
 */
export type WhoQuery =
  | { readonly kind: 'person'; readonly person: string; readonly unit: string }
  | { readonly kind: 'post'; readonly unit: string; readonly roles: readonly string[]; readonly skill?: string; readonly pick?: Pick }
  | { readonly kind: 'body'; readonly body: string; readonly pick?: Pick }
  | { readonly kind: 'signers'; readonly body: string; readonly pick?: Pick }
  /** Whatever post this person holds today. */
  | { readonly kind: 'holder'; readonly person: string }
  /** The heads of the units in which this person holds a post today. */
  | { readonly kind: 'superior'; readonly person: string };

/** The directory's answers that a rule was given; undefined where it has not been asked yet. */
export type Directory = (query: WhoQuery) => readonly Assignee[] | undefined;

/** Whom to ask for a task, for which unit, who else belongs to it, and who replaces barred candidates. */
export interface Seat {
  readonly unit: string | null;
  readonly query: WhoQuery;
  readonly helpers: WhoQuery | null;
  readonly orElse: WhoQuery | null;
}

const HEADS = ['head', 'deputy'];
const DRAFTERS = ['head', 'deputy', 'drafter'];

/** The one seat that `who` means in this dossier. */
export function seatOf(c: Case, who: Who, rule: { readonly orElse?: Who | undefined; readonly pick?: Pick | undefined }): Seat {
  const { unit, query, above } = questionOf(c, who);
  const picked = rule.pick === undefined || rule.pick === 'offer' || !('pick' in query || query.kind === 'post' || query.kind === 'body' || query.kind === 'signers') ? query : { ...query, pick: rule.pick };
  return { unit, query: picked, helpers: null, orElse: rule.orElse ? questionOf(c, rule.orElse).query : above };
}

/** A unit that is asked: its head or a deputy answers, its clerk receives. */
export function unitSeat(unit: string): Seat {
  return { unit, query: { kind: 'post', unit, roles: HEADS }, helpers: { kind: 'post', unit, roles: ['clerk'] }, orElse: null };
}

/** A person who is asked in whatever post they hold. */
export function personSeat(person: string): Seat {
  return { unit: null, query: { kind: 'holder', person }, helpers: null, orElse: null };
}

/** The head of the lead unit, who passes a returned draft on; the drafters where there is no head. */
export function headSeat(c: Case): Seat {
  return { unit: c.leadUnit, query: heads(c.leadUnit), helpers: null, orElse: { kind: 'post', unit: c.leadUnit, roles: DRAFTERS } };
}

interface Question { readonly unit: string | null; readonly query: WhoQuery; readonly above: WhoQuery | null }

function questionOf(c: Case, who: Who): Question {
  if ('person' in who) return { unit: c.leadUnit, query: { kind: 'person', person: c.drafter ?? '', unit: c.leadUnit }, above: heads(c.leadUnit) };
  if ('headOf' in who) return forPost(unitOf(c, who.headOf), ['head']);
  if ('post' in who) return forPost(unitOf(c, who.of ?? 'issuing'), [who.post], who.skill);
  if ('unit' in who) return forPost(unitOf(c, who.unit), HEADS);
  if ('body' in who) return { unit: null, query: { kind: 'body', body: bodyOf(c, who.body) }, above: null };
  if ('signers' in who) return { unit: null, query: { kind: 'signers', body: bodyOf(c, who.signers) }, above: null };
  if ('doneBy' in who) { const person = personOf(c, who.doneBy); return { unit: null, query: { kind: 'holder', person }, above: { kind: 'superior', person } }; }
  return { unit: null, query: { kind: 'superior', person: personOf(c, who.superiorOf) }, above: null };
}

const heads = (unit: string): WhoQuery => ({ kind: 'post', unit, roles: ['head'] });
const forPost = (unit: string, roles: readonly string[], skill?: string): Question => ({ unit, query: { kind: 'post', unit, roles, ...(skill === undefined ? {} : { skill }) }, above: heads(unit) });

export function unitOf(c: Case, role: string): string {
  return role === 'leadUnit' ? c.leadUnit : (c.roles.units[role] ?? role);
}

export function bodyOf(c: Case, role: string): string {
  return c.roles.bodies[role] ?? role;
}

export function unitsOf(c: Case, group: string): readonly string[] {
  return [...new Set(c.roles.groups[group] ?? [])];
}

/** Who did that step last: its latest decision's actor, or whoever held its task (drafts). */
function personOf(c: Case, path: string): string {
  const steps = c.steps.filter((s) => s.path === path && s.state === 'settled').map((s) => s.id);
  const last = c.decisions.findLast((d) => steps.includes(d.step))?.actor;
  return last ?? c.tasks.findLast((t) => steps.includes(t.step) && t.state === 'done')?.holder ?? '';
}
