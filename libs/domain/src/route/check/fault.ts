/** Every class of fault that can keep a route from being published. */
export const ROUTE_FAULT_CODES = [
  'shape',
  'unknownStart', 'unknownTarget', 'missingEdge', 'unknownOutcome', 'reservedName',
  'undeclaredRole', 'unknownDoer', 'doerNotYet', 'nobody',
  'unknownPart', 'recursivePart', 'partsTooLarge', 'partNeeds',
  'tooFewBranches', 'joinOutOfReach', 'unknownBranchStep', 'stepInTwoBranches', 'parallelInItself',
  'branchEntered', 'branchLeft', 'joinOutsideBranch', 'branchNeverJoins', 'contentInBranch',
  'choiceWithoutElse', 'fieldDefault',
  'conditionSyntax', 'conditionUnknownName', 'conditionType', 'conditionNotBoolean', 'conditionNotAllowed', 'conditionTooCostly',
  'dueHours', 'dueMissing', 'duePast', 'dueBeforeSubmission', 'unknownLadder',
  'voteRule', 'unknownWord',
  'unreachable', 'deadEnd', 'selfRunningCycle',
  'issueUnapproved', 'issueWithoutDraft', 'issuePastApproval', 'issueUnfinished', 'changedAfterIssue',
] as const;

export type RouteFaultCode = (typeof ROUTE_FAULT_CODES)[number];

/**
 * A fault of a route: its class, where (path of keys in the written route), and a sentence in Vietnamese and English that
 * names the step and says what to do. `way` is a counter-example: full step paths from the start, each an edge from the last.
 */
export interface RouteFault {
  readonly code: RouteFaultCode;
  readonly path: readonly (string | number)[];
  readonly vi: string;
  readonly en: string;
  readonly way?: readonly string[];
}

/** A fault at a step: its sentences begin with the step's name. */
export function atStep(code: RouteFaultCode, step: string, vi: string, en: string, ...keys: (string | number)[]): RouteFault {
  return { code, path: ['steps', step, ...keys], vi: `Bước “${step}” ${vi}.`, en: `Step “${step}” ${en}.` };
}
