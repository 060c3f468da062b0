import type { StepKind } from '../route/route.ts';

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
}

export interface CaseTask {
  readonly id: string;
  readonly step: string;
  readonly unit: string | null;
  readonly state: TaskState;
  readonly opened: number;
  readonly assignees: readonly Assignee[];
  readonly holder: string | null;
  readonly seen: boolean;
}

export interface CaseDecision {
  readonly id: string;
  readonly task: string;
  readonly step: string;
  readonly outcome: string;
  readonly actor: string;
  readonly manifest: string | null;
}

export interface CaseDocument {
  readonly id: string;
  readonly role: string;
  readonly no: number;
  readonly sha256: string;
}

/** A step that the ledger has called for and the workflow has not opened yet. */
export interface Pending {
  readonly path: string;
  readonly cause: number;
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
  readonly submission: { readonly path: string; readonly seq: number } | null;
  readonly steps: readonly CaseStep[];
  readonly tasks: readonly CaseTask[];
  readonly decisions: readonly CaseDecision[];
  readonly documents: readonly CaseDocument[];
}

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

/** The open draft step, in which content may change; undefined while the content is frozen. */
export function openDraft(c: Case): CaseStep | undefined {
  return openSteps(c).find((s) => s.kind === 'draft');
}
