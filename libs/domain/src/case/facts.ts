import type { StepKind } from '../route/route.ts';
import type { Assignee, CaseRoles, DossierStatus, PinnedRoute } from './case.ts';

/**
 * What an act or a move puts onto the chain. `data` is structural and stays for ever; `secret` holds words (titles,
 * names, reasons, comments) that appear on the chain only as salted digests; `derived` is stored beside, never hashed.
 */
export interface FactData {
  'dossier.created': { route: PinnedRoute; start: string; kind: string; item: string | null; leadUnit: string; drafter: string; roles: CaseRoles };
  'dossier.imported': { kind: string; item: string; leadUnit: string; cooperating: readonly string[]; issuedOn: string; source: string };
  'dossier.edited': { fields: readonly string[] };
  'document.attached': { document: string; role: string; no: number; sha256: string; size: number; mediaType: string };
  'content.frozen': { manifest: string; documents: readonly string[] };
  'dossier.submitted': { step: string; path: string };
  'dossier.reached': { state: 'submitted' };
  'step.opened': { step: string; path: string; kind: StepKind; round: number; cause: number };
  'task.opened': { task: string; step: string; unit: string | null; assignees: readonly Assignee[]; holder: string | null; barred: readonly string[] };
  'task.assigned': { task: string; assignees: readonly Assignee[] };
  'task.claimed': { task: string; person: string };
  'task.released': { task: string; person: string };
  'task.seen': { task: string; person: string };
  'decision.made': { decision: string; task: string; step: string; outcome: string; actor: string; principal: string; capacity: string; appointment: string; manifest: string | null };
  'task.closed': { task: string; as: 'done' | 'cancelled' };
  'step.settled': { step: string; outcome: string; to: string };
  'step.cancelled': { step: string };
  'dossier.returned': { from: string; to: string; round: number };
  'dossier.recalled': { by: string; to: string; round: number };
  'dossier.cancelled': { by: string };
  'comment.added': { comment: string; person: string };
  'number.given': { register: string; series: string; number: number; text: string; on: string };
  'dossier.issued': { number: string; manifest: string; on: string };
  'item.completed': { item: string; on: string };
  'deadline.passed': { step: string; rung: string; kind: 'overdue'; effectiveAt: string };
  'dossier.ended': { status: DossierStatus };
}

export type FactType = keyof FactData;

/** Words that belong to a fact and may one day be erased. */
export type Secret = Readonly<Record<string, string>>;

/** Computed beside the fact and never part of the chain: due instants (ISO) and their rungs. */
export interface Derived {
  readonly dueAt?: string;
  readonly rung?: string;
}

export type Fact = { [T in FactType]: { readonly type: T; readonly data: FactData[T]; readonly secret?: Secret; readonly derived?: Derived } }[FactType];

/** A fact at its place on the chain. */
export type PlacedFact = Fact & { readonly seq: number };

/** What rules need from outside to name and bind things, so that they stay pure: fresh ids and a digest (SHA-256, hex). */
export interface Means {
  id(): string;
  digest(text: string): string;
}
