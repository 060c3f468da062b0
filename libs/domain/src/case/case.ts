import type { FieldValue, StepKind } from '../route/route.ts';

/** A dossier's life as the rules see it. Ids are opaque; names, reasons and opinions are not part of it. */
export type DossierStatus = 'open' | 'done' | 'rejected' | 'cancelled';
/** What the programme counts: still in the lead unit's hands, lying before the authority, or completed. */
export type ProgrammeState = 'notYetSubmitted' | 'submitted' | 'completed';
export type StepState = 'open' | 'settled' | 'cancelled';
export type TaskState = 'open' | 'done' | 'cancelled';

/** Somebody who may act in a task: the person, in which capacity, by which appointment. */
export interface Assignee {
  readonly person: string;
  readonly capacity: string;
  readonly appointment: string;
}

/** What the route's roles mean in this dossier, bound when it is created. */
export interface CaseRoles {
  readonly units: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly bodies: Readonly<Record<string, string>>;
  /** The register the issued document is numbered in: issuer and document type. */
  readonly register: { readonly issuer: string; readonly type: string } | null;
}

export interface PinnedRoute { readonly id: string; readonly version: number; readonly semantics: number }

/** The region that a step stands in: the activation of a parallel step and its branch, or of a sub-route (branch ''). */
export interface Within { readonly step: string; readonly branch: string }

/** A branch that was chosen when its parallel step opened. `manifest` is the content on which it joined; `kept` says it joined in an earlier activation. */
export interface CaseBranch { readonly name: string; readonly joined: boolean; readonly kept: boolean; readonly manifest: string | null }

/** One activation of a step: unique by the sequence of the event that caused it and its path; the round is a label. */
export interface CaseStep {
  readonly id: string;
  readonly path: string;
  readonly kind: StepKind;
  readonly round: number;
  readonly cause: number;
  readonly opened: number;
  readonly state: StepState;
  readonly outcome: string | null;
  readonly settled: number | null;
  readonly within: Within | null;
  /** The snapshot of who is wanted, each once, in the order of posts; null where the step has none (one seat, or units). */
  readonly roster: readonly Assignee[] | null;
  /** How often the roster was corrected: members added and removed. */
  readonly corrected: { readonly added: number; readonly removed: number };
  readonly branches: readonly CaseBranch[] | null;
  /** A finish step whose content is finished and waits to be confirmed; the manifest it began with; `principal`: in whose stead it was finished. */
  readonly finishing: { readonly from: string; readonly finishedBy: string | null; readonly principal?: string } | null;
  /** The content (manifest) that a settled vote decided on; other approvals have it in their decisions. */
  readonly content: string | null;
}

/** What a task is for: the step's own work; to confirm a finishing; to record a meeting's result; an opinion asked on the side, which no rule counts. */
export type TaskPurpose = 'work' | 'confirm' | 'record' | 'aside';

export interface CaseTask {
  readonly id: string;
  readonly step: string;
  readonly unit: string | null;
  readonly state: TaskState;
  readonly opened: number;
  readonly assignees: readonly Assignee[];
  readonly holder: string | null;
  readonly seen: boolean;
  readonly purpose: TaskPurpose;
  /** People beside those who may answer: the unit's clerk, and the officer it was given to. */
  readonly helpers: readonly Assignee[];
  readonly officer: { readonly person: string; readonly mayAnswer: boolean; readonly prepared: boolean } | null;
  /** The unit's own incoming number, as its clerk wrote it. */
  readonly registered: string | null;
  /** The office's day of the latest nudge. */
  readonly nudgedOn: string | null;
  /** Who had it before a superior took it over because it was late; null where nobody did, or it was handed back or passed on since. */
  readonly takenFrom: TakenFrom | null;
}

/** Whom a task that was taken over goes back to. */
export interface TakenFrom { readonly assignees: readonly Assignee[]; readonly holder: string | null; readonly officer: CaseTask['officer'] }

export interface CaseDecision {
  readonly id: string;
  readonly task: string;
  readonly step: string;
  readonly outcome: string;
  readonly actor: string;
  readonly manifest: string | null;
  /** Whose decision it is; differs from the actor where it was recorded or made in somebody's stead. */
  readonly principal: string;
  /** The absence by which the actor decided in the principal's stead. */
  readonly inStead: string | null;
  /** The written authority by which the actor decided for the principal. */
  readonly authority: string | null;
}

/** A demand of a conclusion (yêu cầu hoàn thiện): made by a decision of `step`, answered by the lead unit. */
export interface CaseDemand { readonly id: string; readonly step: string; readonly answered: boolean }

/** A finishing revision that the signer confirmed: it carries the approval of `step` from one content to the next. */
export interface Revision { readonly from: string; readonly to: string; readonly step: string }

/** What one person proposed and another has to confirm: skip, repair, migrate, a decision recorded for somebody, a meeting's result, an extension, a date that a new calendar brings forward (put forward by the system). */
export interface CaseProposal { readonly id: string; readonly verb: ProposedVerb; readonly by: string; readonly params: ProposalParams }
export const PROPOSED_VERBS = ['skip', 'repair', 'migrate', 'record', 'recordResult', 'extend', 'moveDue'] as const;
export type ProposedVerb = (typeof PROPOSED_VERBS)[number];
/** Structural parameters of a proposal: ids, codes, counts, days; words stand in the event's secret. */
export type ProposalParams = Readonly<Record<string, unknown>>;

export interface CaseDocument {
  readonly id: string;
  readonly role: string;
  readonly no: number;
  readonly sha256: string;
}

/** A task that an open step still wants: the finishing's confirmation, the next one in a sequence, a unit or a person that was added. */
export type SeatWish =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'next'; readonly person: string }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'aside'; readonly person: string; readonly unit: string };

/** A step that the ledger has called for and the workflow has not opened yet; with `step` a task of an open step. */
export interface Pending {
  readonly path: string;
  readonly cause: number;
  readonly within?: Within;
  /** A returned draft of another unit reaches the lead unit's head first, who passes it on. */
  readonly headFirst?: true;
  readonly step?: string;
  readonly seat?: SeatWish;
}

/** The structural state of a dossier: always equal to the fold of its chain. */
export interface Case {
  readonly id: string;
  readonly seq: number;
  readonly route: PinnedRoute | null;
  readonly kind: string;
  readonly item: string | null;
  readonly leadUnit: string;
  readonly drafter: string | null;
  readonly roles: CaseRoles;
  readonly status: DossierStatus;
  readonly round: number;
  readonly programmeState: ProgrammeState;
  readonly manifest: string | null;
  readonly number: string | null;
  readonly pending: readonly Pending[];
  /** The latest submission: the draft step it left and the event's sequence; null once recalled or before any. */
  readonly submission: Submission | null;
  readonly steps: readonly CaseStep[];
  readonly tasks: readonly CaseTask[];
  readonly decisions: readonly CaseDecision[];
  readonly documents: readonly CaseDocument[];
  /** Typed facts that conditions use. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly demands: readonly CaseDemand[];
  /** Opinions (decisions) that were answered in the table of tiếp thu, giải trình. */
  readonly responses: readonly { readonly decision: string; readonly verdict: ResponseVerdict }[];
  readonly revisions: readonly Revision[];
  /** Decisions that no longer count, such as the ballot of a member who was removed. */
  readonly voided: readonly string[];
  readonly proposals: readonly CaseProposal[];
  /** Until which day (`YYYY-MM-DD`) the dossier is suspended. */
  readonly suspended: { readonly until: string } | null;
  /** Events that arrived, also before anything waited for them. */
  readonly arrivals: readonly string[];
  readonly milestones: readonly { readonly step: string; readonly milestone: string }[];
  /** Meetings on whose agenda a step stands. */
  readonly agenda: readonly { readonly meeting: string; readonly step: string }[];
  readonly withdrawn: WithdrawKind | null;
  /** How often lateness has raised it; a queue shows higher ones first. */
  readonly priority: number;
}

/**
 * The latest submission: the draft step it left, the event's sequence, who submitted (unknown in old records) and in whose stead, the region it left from, and
 * whether it was returned since: then it cannot be recalled, and whoever submitted still does not judge it.
 */
export interface Submission { readonly path: string; readonly seq: number; readonly by?: string; readonly principal?: string; readonly within?: Within; readonly returned?: true }
export type ResponseVerdict = 'accepted' | 'partly' | 'not';
export type WithdrawKind = 'replace' | 'correct' | 'revoke';

/** What a case has before anything of it is recorded; records from before a field existed have this. */
export const BARE = {
  fields: {}, demands: [], responses: [], revisions: [], voided: [], proposals: [], suspended: null, arrivals: [], milestones: [], agenda: [], withdrawn: null, priority: 0,
} as const satisfies Partial<Case>;
export const BARE_STEP = { within: null, roster: null, corrected: { added: 0, removed: 0 }, branches: null, finishing: null, content: null } as const satisfies Partial<CaseStep>;
export const BARE_TASK = { purpose: 'work', helpers: [], officer: null, registered: null, nudgedOn: null, takenFrom: null } as const satisfies Partial<CaseTask>;

export function openSteps(c: Case): readonly CaseStep[] {
  return c.steps.filter((s) => s.state === 'open');
}

export function openTasks(c: Case, step?: string): readonly CaseTask[] {
  return c.tasks.filter((t) => t.state === 'open' && (step === undefined || t.step === step));
}

export function findTask(c: Case, id: string): CaseTask | undefined {
  return c.tasks.find((t) => t.id === id);
}

/** The people behind a task's assignments; who holds two posts in it is one candidate. */
export function candidatesOf(assignees: readonly Assignee[]): string[] {
  return [...new Set(assignees.map((a) => a.person))];
}

/** The step of a task; every task belongs to one, so absence is a broken invariant. */
export function stepOf(c: Case, task: CaseTask): CaseStep {
  const step = c.steps.find((s) => s.id === task.step);
  if (!step) throw new Error(`task ${task.id} has no step`);
  return step;
}

/** True while an act has called for a move that the workflow has not made yet ("hệ thống, đang chuyển bước"). */
export function isMoving(c: Case): boolean {
  return c.pending.length > 0;
}

/** The open draft step, in which content may change; undefined while the content is frozen. No draft opens beside another. */
export function openDraft(c: Case): CaseStep | undefined {
  return openSteps(c).find((s) => s.kind === 'draft');
}

/** An activation of this case; the ledger names only those that exist, so absence is a broken invariant. */
export function stepById(c: Case, id: string): CaseStep {
  const step = c.steps.find((s) => s.id === id);
  if (!step) throw new Error(`dossier ${c.id} has no step ${id}`);
  return step;
}

/** Decisions of an activation that still count. */
export function decisionsOf(c: Case, step: string): readonly CaseDecision[] {
  return c.decisions.filter((d) => d.step === step && !c.voided.includes(d.id));
}

/** Whether an activation lies inside `region`, at any depth. */
export function isInside(c: Case, step: CaseStep, region: string): boolean {
  for (let at: CaseStep | undefined = step; at?.within; at = c.steps.find((s) => s.id === at?.within?.step)) if (at.within.step === region) return true;
  return false;
}
