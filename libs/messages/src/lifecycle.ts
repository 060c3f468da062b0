import type { Phase } from '@totrinh/domain';

/** The task queue that lifecycle and clock run on. */
export const TASK_QUEUE = 'totrinh';
export const CLOCK_WORKFLOW_ID = 'deadline-clock';
export const POST_WORKFLOW_ID = 'post-round';
export const DIGEST_SCHEDULE_ID = 'daily-digest';

/** The queue beside another one for everything that waits for somebody outside, so that the clock and moves never wait for a place. */
export function postQueue(taskQueue: string): string {
  return `${taskQueue}-post`;
}
/** The one job that re-plans open dossiers after a change of calendar. */
export const REPLAN_WORKFLOW_ID = 'calendar-replan';
/** The Temporal Schedule that sweeps every minute, and the workflow it starts (Temporal adds the minute to its id). */
export const SWEEP_SCHEDULE_ID = 'sweep';

/** A dossier's workflow carries the dossier's id, so that starting it again finds the same one. */
export function lifecycleWorkflowId(dossierId: string): string {
  return `dossier-${dossierId}`;
}

/** Signal: the ledger calls for a move up to version n. It carries no fact, so order and doubles do not matter. */
export const MOVED = 'moved';
/** Update: says the same, and is answered once the workflow has taken it in. */
export const MOVE = 'move';
/** Query: where the dossier stands and the way so far. */
export const STANDING = 'standing';

/** A step left behind: its code, the round, and how it was left (null: cancelled). */
export interface WayStop {
  readonly step: string;
  readonly round: number;
  readonly outcome: string | null;
}

/** Where the dossier stands: codes only, no names. */
export interface Standing {
  readonly dossier: string;
  /** The chain's length when this was read. */
  readonly version: number;
  readonly phase: Phase;
  /** Codes of the open steps. */
  readonly at: readonly string[];
  readonly way: readonly WayStop[];
}

/** What one `advance` found and did. */
export interface Move {
  readonly standing: Standing;
  /** Codes of the steps it opened. */
  readonly opened: readonly string[];
  /** Ids of automatic steps that are open now; absent in moves that were recorded before there were any. */
  readonly effects?: readonly string[];
  readonly ended: boolean;
}
