import type { FieldValue, StepKind } from '../route/route.ts';
import type { DueExplanation } from '../deadlines/reckon.ts';
import type { Whom } from '../ladders/ladder.ts';
import type { Arithmetic } from '../votes/arithmetic.ts';
import type { Assignee, CaseRoles, DossierStatus, PinnedRoute, ProposalParams, ProposedVerb, ResponseVerdict, SeatWish, TaskPurpose, Within, WithdrawKind } from './case.ts';

/**
 * What an act or a move puts onto the chain. `data` is structural and stays for ever; `secret` holds words (titles,
 * names, reasons, comments) that appear on the chain only as salted digests; `derived` is stored beside, never hashed.
 */
export interface FactData {
  'dossier.created': { route: PinnedRoute; start: string; kind: string; item: string | null; leadUnit: string; drafter: string; roles: CaseRoles; fields?: Readonly<Record<string, FieldValue>> };
  'dossier.imported': { kind: string; item: string; leadUnit: string; cooperating: readonly string[]; issuedOn: string; source: string };
  'dossier.edited': { fields: readonly string[]; values?: Readonly<Record<string, FieldValue>> };
  'document.attached': { document: string; role: string; no: number; sha256: string; size: number; mediaType: string };
  'content.frozen': { manifest: string; documents: readonly string[] };
  'dossier.submitted': { step: string; path: string; by?: string; principal?: string };
  'dossier.reached': { state: 'submitted' };
  'step.opened': { step: string; path: string; kind: StepKind; round: number; cause: number; within?: Within; roster?: readonly Assignee[]; branches?: readonly { readonly name: string; readonly start: string; readonly kept?: string }[]; finishes?: string };
  'choice.made': { path: string; cause: number; to: string; arm: number; within?: Within };
  'branch.joined': { step: string; branch: string; manifest: string | null };
  'task.opened': { task: string; step: string; unit: string | null; assignees: readonly Assignee[]; holder: string | null; barred: readonly string[]; purpose?: TaskPurpose; helpers?: readonly Assignee[]; cause?: number };
  'task.assigned': { task: string; assignees: readonly Assignee[] };
  'task.claimed': { task: string; person: string };
  'task.released': { task: string; person: string };
  'task.seen': { task: string; person: string };
  'task.transferred': { task: string; by: string; to: Assignee };
  'task.registered': { task: string; by: string; number: string };
  'task.given': { task: string; by: string; officer: Assignee; mayAnswer: boolean };
  'task.prepared': { task: string; by: string; outcome: string };
  'task.nudged': { task: string; by: string; on: string };
  'task.reassigned': { task: string; by: string; to: Assignee; from: readonly string[] };
  'task.takenOver': { task: string; by: string; to: Assignee; from: readonly string[] };
  'task.handedBack': { task: string; by: string; to: readonly string[] };
  'lateness.explained': { step: string; task: string; by: string };
  'decision.made': { decision: string; task: string; step: string; outcome: string; actor: string; principal: string; capacity: string; appointment: string; manifest: string | null; recorded?: { by: string; confirmedBy: string | null; document: string; on: string }; inStead?: string; authority?: string };
  'decision.voided': { decision: string };
  'ballot.cast': { task: string; step: string; person: string };
  'urn.opened': { step: string; ballots: readonly string[] };
  'result.recorded': { step: string; meeting: string | null; counts: Readonly<Record<string, number>>; chair: string | null; document: string | null; by: string; confirmedBy: string };
  'opinion.reserved': { step: string; task: string; person: string };
  'opinion.responded': { decision: string; verdict: ResponseVerdict };
  'demand.made': { demand: string; step: string };
  'demand.answered': { demand: string; document: string | null };
  'content.finished': { step: string; manifest: string; documents: readonly string[]; by: string; principal?: string };
  'revision.confirmed': { from: string; to: string; step: string; demands: readonly string[] };
  'roster.corrected': { step: string; added: readonly Assignee[]; removed: readonly string[]; document: string | null; inTurn?: true };
  'participant.added': { step: string; seat: SeatWish; by: string };
  'sequence.passed': { step: string; next: string };
  'proposal.made': { proposal: string; verb: ProposedVerb; by: string; params: ProposalParams };
  'proposal.confirmed': { proposal: string; by: string };
  'proposal.declined': { proposal: string; by: string };
  'task.closed': { task: string; as: 'done' | 'cancelled' };
  'step.settled': { step: string; outcome: string; to: string; within?: Within; headFirst?: true; arithmetic?: Arithmetic };
  'step.skipped': { step: string; proposedBy: string; confirmedBy: string };
  'step.cancelled': { step: string };
  'dossier.returned': { from: string; to: string; round: number };
  'dossier.recalled': { by: string; to: string; round: number; within?: Within };
  'dossier.redone': { from: string; to: string; within?: Within };
  'dossier.repaired': { to: string; proposedBy: string; confirmedBy: string; within?: Within };
  'dossier.reopened': { by: string; to: string; round: number };
  'dossier.suspended': { by: string; until: string };
  'dossier.resumed': { by: string };
  'route.migrated': { from: PinnedRoute; to: PinnedRoute; moved: readonly { readonly step: string; readonly path: string }[]; proposedBy: string; confirmedBy: string };
  'due.changed': { step: string; because: 'extension' | 'resumed' | 'calendar' | 'moved' | 'migrated'; by: string; calendar?: string };
  'milestone.reached': { step: string; milestone: string; by: string };
  'effect.done': { step: string; effect: string };
  'event.arrived': { name: string; by: string };
  'agenda.placed': { meeting: string; step: string; by: string };
  'agenda.papersSent': { meeting: string; by: string };
  'agenda.putOff': { meeting: string; step: string; by: string };
  'conclusion.made': { meeting: string; by: string };
  'document.withdrawn': { number: string; how: WithdrawKind; by: string; replacedBy: string | null };
  'dossier.cancelled': { by: string };
  'comment.added': { comment: string; person: string; mentions?: readonly string[] };
  'number.given': { register: string; series: string; number: number; text: string; on: string; recorded?: true };
  'dossier.issued': { number: string; manifest: string; on: string };
  'item.completed': { item: string; on: string };
  'deadline.passed': { step: string | null; rung: string; kind: RungKind; effectiveAt: string };
  'rung.fired': { step: string; rung: string; ladder: string; name: string; n: number; effectiveAt: string; did: readonly string[]; told: readonly Told[]; reminders: number };
  'priority.raised': { step: string; rung: string; to: number };
  'fault.mended': { fault: string };
  'dossier.ended': { status: DossierStatus };
}

/** Somebody who was told by a rung, and as what. */
export interface Told { readonly person: string; readonly as: Whom }

export type FactType = keyof FactData;

/** Facts that say something and change nothing of the case: the clock writes them without loading it. */
export const SAYING_FACTS: ReadonlySet<FactType> = new Set<FactType>(['deadline.passed', 'rung.fired', 'due.changed', 'fault.mended']);

/** Words that belong to a fact and may one day be erased. */
export type Secret = Readonly<Record<string, string>>;

/** What a rung does when its time comes: says that a term has passed, closes the step, ends a suspension, or what its ladder says. */
export type RungKind = 'overdue' | 'lapse' | 'resume' | 'ladder';

/** A moment that the clock has to fire, ISO instant; the calendar versions that it was reckoned with; of a ladder its version, the rung's name and how often it spoke with this time. */
export interface PlannedRung {
  readonly id: string; readonly kind: RungKind; readonly at: string; readonly calendar?: string;
  readonly ladder?: string; readonly name?: string; readonly n?: number;
}

/** Computed beside the fact and never part of the chain: due instants (ISO) and their rungs. */
export interface Derived {
  readonly dueAt?: string;
  readonly due?: DueExplanation;
  readonly rungs?: readonly PlannedRung[];
}

export type Fact = { [T in FactType]: { readonly type: T; readonly data: FactData[T]; readonly secret?: Secret; readonly derived?: Derived } }[FactType];

/** A fact at its place on the chain. */
export type PlacedFact = Fact & { readonly seq: number };

/** What rules need from outside to name and bind things, so that they stay pure: fresh ids and a digest (SHA-256, hex). */
export interface Means {
  id(): string;
  digest(text: string): string;
}
