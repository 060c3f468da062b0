import type { StepKind } from './route.ts';

/** Outcomes of a step kind that need an edge, and those that may have one (engine: table of kinds). */
export const STEP_OUTCOMES: Readonly<Record<StepKind, { readonly needed: readonly string[]; readonly optional: readonly string[] }>> = {
  draft: { needed: ['completed'], optional: [] },
  review: { needed: ['approved', 'returned'], optional: ['rejected'] },
  consult: { needed: ['completed'], optional: [] },
  appraise: { needed: ['approved', 'conditional', 'returned'], optional: [] },
  approve: { needed: ['approved', 'rejected', 'returned'], optional: ['approvedSubjectTo', 'lapsed'] },
  vote: { needed: ['approved', 'rejected', 'lapsed'], optional: ['approvedSubjectTo', 'returned'] },
  finish: { needed: ['confirmed', 'returned'], optional: [] },
  sign: { needed: ['signed', 'returned'], optional: [] },
  issue: { needed: ['issued'], optional: [] },
  track: { needed: ['completed'], optional: [] },
  parallel: { needed: ['completed'], optional: [] },
  route: { needed: ['completed', 'rejected'], optional: [] },
  notify: { needed: ['completed'], optional: [] },
  webhook: { needed: ['completed'], optional: ['lapsed'] },
  wait: { needed: ['completed'], optional: ['lapsed'] },
  choice: { needed: [], optional: [] },
  end: { needed: [], optional: [] },
};

/** What a person may say in a task of this kind; drafts are submitted, issues are issued, votes are cast by verbs of their own. */
export const TASK_OUTCOMES: Readonly<Record<StepKind, readonly string[]>> = {
  draft: [],
  review: ['approved', 'returned', 'rejected'],
  consult: ['consent', 'object', 'other'],
  appraise: ['approved', 'conditional', 'returned'],
  approve: ['approved', 'approvedSubjectTo', 'rejected', 'returned'],
  vote: [],
  finish: [],
  sign: ['signed', 'returned'],
  issue: [],
  track: [],
  parallel: [],
  route: [],
  notify: [],
  webhook: [],
  wait: [],
  choice: [],
  end: [],
};

/** A ballot's choices: tán thành / không tán thành / ý kiến khác / không biểu quyết. */
export const BALLOT_CHOICES = ['yes', 'no', 'other', 'abstain'] as const;
export type BallotChoice = (typeof BALLOT_CHOICES)[number];

/** Words that must be explained: a refusal, a condition or another opinion without a reason helps nobody. */
export const OUTCOMES_WITH_REASON: ReadonlySet<string> = new Set(['returned', 'rejected', 'conditional', 'object', 'other', 'approvedSubjectTo']);

/** Outcomes by which an approval, a vote or a signature of the authority is given. */
export const APPROVING: ReadonlySet<string> = new Set(['approved', 'approvedSubjectTo', 'signed']);

/** Outcomes that may leave a branch; they cancel its region. */
export const LEAVES_BRANCH: ReadonlySet<string> = new Set(['returned', 'rejected']);
