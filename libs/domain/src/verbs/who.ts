import type { Assignee, Case } from '../case/case.ts';
import type { Who, WorkRule } from '../route/route.ts';

/** A question to the directory: who holds this today. Units and bodies are ids, already bound. */
export type WhoQuery =
  | { readonly kind: 'person'; readonly person: string; readonly unit: string }
  | { readonly kind: 'post'; readonly unit: string; readonly roles: readonly string[] }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'signers'; readonly body: string };

/** One task to open: for which unit (consultations), for each member or for any of them, and whom to ask. */
export interface Seat {
  readonly unit: string | null;
  readonly query: WhoQuery;
  /** Where separation of duties bars everybody, their superior: the head of the same unit. */
  readonly orElse: WhoQuery | null;
  /** One task for all candidates together, or one for each (`rule: all`). */
  readonly perCandidate: boolean;
}

/** What the directory answers to a seat's questions. */
export interface SeatAnswer {
  readonly candidates: readonly Assignee[];
  readonly orElse: readonly Assignee[];
}

const HEADS = ['head', 'deputy'];

/** The seats that a step opens with in this dossier: pure, so that casework can ask the directory in one go. */
export function seatsOf(c: Case, rule: WorkRule): Seat[] {
  if (rule.kind === 'consult') {
    const units = [...new Set(c.roles.groups[rule.each.units] ?? [])];
    return units.map((unit) => ({ unit, query: { kind: 'post', unit, roles: HEADS }, orElse: null, perCandidate: false }));
  }
  const perCandidate = rule.kind === 'approve' && rule.rule === 'all';
  return [{ ...seatOf(c, rule.who), perCandidate }];
}

function seatOf(c: Case, who: Who): Omit<Seat, 'perCandidate'> {
  if ('person' in who) return { unit: c.leadUnit, query: { kind: 'person', person: c.drafter ?? '', unit: c.leadUnit }, orElse: heads(c.leadUnit) };
  if ('headOf' in who) return forPost(unitOf(c, who.headOf), ['head']);
  if ('post' in who) return forPost(unitOf(c, who.of), [who.post]);
  if ('unit' in who) return forPost(unitOf(c, who.unit), HEADS);
  if ('body' in who) return { unit: null, query: { kind: 'body', body: bodyOf(c, who.body) }, orElse: null };
  return { unit: null, query: { kind: 'signers', body: bodyOf(c, who.signers) }, orElse: null };
}

const heads = (unit: string): WhoQuery => ({ kind: 'post', unit, roles: ['head'] });
const forPost = (unit: string, roles: readonly string[]): Omit<Seat, 'perCandidate'> => ({ unit, query: { kind: 'post', unit, roles }, orElse: heads(unit) });

function unitOf(c: Case, role: string): string {
  return role === 'leadUnit' ? c.leadUnit : (c.roles.units[role] ?? role);
}

function bodyOf(c: Case, role: string): string {
  return c.roles.bodies[role] ?? role;
}
