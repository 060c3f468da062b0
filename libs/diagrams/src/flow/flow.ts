import type { Route, StepRule } from '@totrinh/domain';

/** A shape of a route's flow: a step by its path, or the start, or the gate at which a region (parallel step, sub-route) ends. */
export type FlowShape =
  | { readonly id: string; readonly type: 'start'; readonly lane: string }
  | { readonly id: string; readonly type: 'exit'; readonly lane: string; readonly step: string; readonly rule: StepRule }
  | { readonly id: string; readonly type: 'step'; readonly lane: string; readonly name: string; readonly rule: StepRule; readonly part: Route };

/** A line: an outcome of a step, an arm of a choice, or the opening of a branch. `path` and `rule` are the step's whose line it is. */
export interface FlowLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rule?: StepRule;
  readonly path?: string;
  readonly outcome?: string;
  readonly condition?: string;
  readonly isElse?: true;
  /** The place of a choice's arm, from 0. */
  readonly arm?: number;
  /** The branch that this line opens. */
  readonly branch?: string;
}

/** The inside of a parallel step or sub-route: from its own shape (`step`) to its exit. */
export interface FlowRegion {
  readonly step: string;
  readonly exit: string;
  readonly lane: string;
  readonly rule: StepRule;
  readonly part: Route;
  readonly name: string;
  readonly lanes: readonly { readonly id: string; readonly branch: string; readonly condition?: string }[];
}

export interface Flow {
  readonly shapes: readonly FlowShape[];
  readonly lines: readonly FlowLine[];
  readonly regions: readonly FlowRegion[];
}

export const START = '·start';
export const exitOf = (path: string): string => `${path}·exit`;

/** Outcomes that lead away from the usual way. */
export const ASIDE: ReadonlySet<string> = new Set(['returned', 'rejected', 'conditional', 'lapsed']);
