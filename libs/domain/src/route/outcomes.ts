import type { StepKind } from './route.ts';

/** Outcomes of a step kind that need an edge, and those that may have one (engine: table of kinds). */
export const STEP_OUTCOMES: Readonly<Record<StepKind, { readonly needed: readonly string[]; readonly optional: readonly string[] }>> = {
  draft: { needed: ['completed'], optional: [] },
  review: { needed: ['approved', 'returned'], optional: ['rejected'] },
  consult: { needed: ['completed'], optional: [] },
  appraise: { needed: ['approved', 'conditional', 'returned'], optional: [] },
  approve: { needed: ['approved', 'rejected', 'returned'], optional: [] },
  sign: { needed: ['signed', 'returned'], optional: [] },
  issue: { needed: ['issued'], optional: [] },
  end: { needed: [], optional: [] },
};

/** What a person may say in a task of this kind; drafts are submitted and issues are issued by verbs of their own. */
export const TASK_OUTCOMES: Readonly<Record<StepKind, readonly string[]>> = {
  draft: [],
  review: ['approved', 'returned', 'rejected'],
  consult: ['consent', 'object', 'other'],
  appraise: ['approved', 'conditional', 'returned'],
  approve: ['approved', 'rejected', 'returned'],
  sign: ['signed', 'returned'],
  issue: [],
  end: [],
};

/** Words that must be explained: a refusal, a condition or another opinion without a reason helps nobody. */
export const OUTCOMES_WITH_REASON: ReadonlySet<string> = new Set(['returned', 'rejected', 'conditional', 'object', 'other']);
