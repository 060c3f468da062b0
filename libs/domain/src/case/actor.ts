import type { Assignee, Case, CaseTask } from './case.ts';
import { ok, refuse, type Result } from '../result.ts';

/** A post that a person holds today, and the appointment that says so; `acting`: for a time, until it has a holder of its own (quyền, phụ trách). */
export interface HeldPost {
  readonly appointment: string;
  readonly role: string;
  readonly unit: string | null;
  readonly body: string | null;
  readonly acting?: boolean;
}

/** An absence in which the actor stands in today: for whom, in which routes (null: all), and the posts of whoever is absent. */
export interface Substitution {
  readonly principal: string;
  readonly absence: string;
  readonly routes: readonly string[] | null;
  readonly posts: readonly HeldPost[];
}

/** What a written authority (TUQ) may let somebody do: decisions and answers, signatures, the confirmation of what was finished. Ballots are nobody else's. */
export const AUTHORITY_VERBS = ['decide', 'sign', 'confirm'] as const;
export type AuthorityVerb = (typeof AUTHORITY_VERBS)[number];

/** A written authority that the actor holds today: whose, in which routes (null: all), for which verbs, and the grantor's posts. */
export interface HeldAuthority extends Omit<Substitution, 'absence'> {
  readonly authority: string;
  readonly verbs: readonly AuthorityVerb[];
}

/** Who acts: the person, the posts held at the moment of the act, for whom they stand in today, and what they were let do in writing. */
export interface Actor {
  readonly person: string;
  readonly posts: readonly HeldPost[];
  readonly substitutes?: readonly Substitution[];
  readonly authorities?: readonly HeldAuthority[];
  /** When the person last proved who they are, ISO; undefined where the sign-in does not say. */
  readonly signedInAt?: string;
}

/**
 * The right that an act on a task rests on; `inStead` names the absence where somebody stands in (xử lý thay), `authority` the paper by which they act (TUQ);
 * `acting` says that the post behind it is held for a time (Q.).
 */
export interface Right extends Assignee {
  readonly inStead: string | null;
  readonly authority: string | null;
  readonly acting?: true;
}

/** Whether the act is somebody else's, whoever does it. */
export function isForAnother(right: Right): boolean {
  return right.inStead !== null || right.authority !== null;
}

export function holdsPost(actor: Actor, unit: string, roles: readonly string[]): HeldPost | undefined {
  return actor.posts.find((p) => p.unit === unit && roles.includes(p.role));
}

/** The drafter, or the head or a deputy of the lead unit: those who answer for the dossier. */
export function answersFor(actor: Actor, c: Case): boolean {
  return actor.person === c.drafter || leadsUnit(actor, c.leadUnit);
}

/** Head or deputy of a unit today. */
export function leadsUnit(actor: Actor, unit: string): boolean {
  return holdsPost(actor, unit, ['head', 'deputy']) !== undefined;
}

export function isAdministrator(actor: Actor): boolean {
  return actor.posts.some((p) => p.role === 'admin');
}

/** Staff of the issuing office (Văn phòng) of this dossier, or the secretary of one of its bodies: who enters what was said or written on paper. */
export function isOfOffice(actor: Actor, c: Case): boolean {
  const office = c.roles.units['issuing'];
  return actor.posts.some((p) => (office !== undefined && p.unit === office) || (p.role === 'secretary' && p.body !== null && Object.values(c.roles.bodies).includes(p.body)));
}

/** Whether the task is this actor's concern at all: a candidate, a helper, in stead of one of them or by one's authority. */
export function concerns(task: CaseTask, actor: Actor): boolean {
  const people = new Set([actor.person, ...(actor.substitutes ?? []).map((s) => s.principal), ...(actor.authorities ?? []).map((s) => s.principal)]);
  return task.assignees.some((a) => people.has(a.person)) || task.helpers.some((h) => h.person === actor.person);
}

/**
 * In what right the actor may work on a task: their own assignment, the officer's whom the head lets answer, that of
 * somebody absent, or by written authority for `verb` (null: none would do), as long as the appointment behind it is still held today.
 * Errors: TASK_NOT_FOUND (a foreign task looks like none), NOT_ALLOWED (because: appointmentEnded, onlyHelper, notInAuthority), TASK_HELD_BY_OTHER.
 */
export function rightIn(task: CaseTask, actor: Actor, route: string | null = null, verb: AuthorityVerb | null = null): Result<Right> {
  if (!concerns(task, actor)) return refuse('TASK_NOT_FOUND', { task: task.id });
  const rights = [...own(task, actor), ...inStead(task, actor, route), ...byAuthority(task, actor, route, verb)];
  const right = rights[0];
  if (!right) return refuse('NOT_ALLOWED', { because: whyNot(task, actor) });
  const holder = task.holder;
  const mayTakeBack = task.officer !== null && holder === task.officer.person && right.capacity !== 'officer';
  if (holder !== null && holder !== actor.person && holder !== right.person && !mayTakeBack) return refuse('TASK_HELD_BY_OTHER', { task: task.id, holder });
  return ok(right);
}

function own(task: CaseTask, actor: Actor): Right[] {
  const held = (a: Assignee): boolean => a.person === actor.person && actor.posts.some((p) => p.appointment === a.appointment);
  const officer = task.officer?.mayAnswer === true && task.officer.person === actor.person ? task.helpers.filter(held) : [];
  return [...task.assignees.filter(held), ...officer].map((a) => ({ ...a, ...inPost(actor.posts, a), inStead: null, authority: null }));
}

function whyNot(task: CaseTask, actor: Actor): string {
  if (task.assignees.some((a) => a.person === actor.person)) return 'appointmentEnded';
  const lets = (actor.authorities ?? []).some((s) => task.assignees.some((a) => a.person === s.principal));
  return lets && !task.helpers.some((h) => h.person === actor.person) ? 'notInAuthority' : 'onlyHelper';
}

const inPost = (posts: readonly HeldPost[], a: Assignee): { readonly acting?: true } => (posts.some((p) => p.appointment === a.appointment && p.acting === true) ? { acting: true } : {});
const covers = (routes: readonly string[] | null, route: string | null): boolean => routes === null || (route !== null && routes.includes(route));
const ofPrincipal = (task: CaseTask, s: Pick<Substitution, 'principal' | 'posts'>): Assignee[] => task.assignees.filter((a) => a.person === s.principal && s.posts.some((p) => p.appointment === a.appointment));

function inStead(task: CaseTask, actor: Actor, route: string | null): Right[] {
  return (actor.substitutes ?? []).filter((s) => covers(s.routes, route)).flatMap((s) => ofPrincipal(task, s).map((a) => ({ ...a, ...inPost(s.posts, a), inStead: s.absence, authority: null })));
}

function byAuthority(task: CaseTask, actor: Actor, route: string | null, verb: AuthorityVerb | null): Right[] {
  const fitting = (actor.authorities ?? []).filter((s) => verb !== null && s.verbs.includes(verb) && covers(s.routes, route));
  return fitting.flatMap((s) => ofPrincipal(task, s).map((a) => ({ ...a, inStead: null, authority: s.authority })));
}
