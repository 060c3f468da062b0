import type { BallotChoice } from '../route/outcomes.ts';
import type { RuleOf } from '../route/step.ts';
import type { VoteMode, VoteRule } from '../route/vote-rule.ts';

export type PeopleRule = RuleOf<'approve'>['rule'];

/** Members added to or removed from the snapshot of the roster while it was open, each with a document. */
export interface Corrections {
  readonly added: number;
  readonly removed: number;
}

/** How a body's vote came out, with every figure that it is recomputed from. */
export interface VoteArithmetic {
  readonly kind: 'vote';
  readonly mode: VoteMode;
  readonly base: VoteRule['base'];
  readonly members: number;
  readonly present: number;
  readonly cast: number;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly abstain: number;
  /** Members who said nothing, absent ones among them. */
  readonly silent: number;
  /** The base's number: what the threshold is a share of. */
  readonly of: number;
  readonly approve: string;
  /** The smallest number in favour that reaches the threshold on this base; never below one. */
  readonly need: number;
  readonly quorum: { readonly share: string; readonly need: number; readonly met: boolean } | null;
  readonly tie: VoteRule['tie'];
  /** What the chair said, only where that decided a tie. */
  readonly chair: BallotChoice | null;
  readonly corrections: Corrections;
  readonly outcome: 'approved' | 'rejected' | 'lapsed';
}

/** How the opinions of several people made one outcome. `outcomes` counts what was said until it was settled. */
export interface PeopleArithmetic {
  readonly kind: 'people';
  readonly rule: PeopleRule;
  readonly seats: number;
  readonly need: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly outcome: string;
}

/** What a consultation brought in. `consent` counts answers only; the unanswered stand apart, whatever silence means. */
export interface ConsultArithmetic {
  readonly kind: 'consult';
  readonly asked: number;
  readonly consent: number;
  readonly object: number;
  readonly other: number;
  readonly unanswered: number;
  /** How many answers were enough, where the route says so. */
  readonly enough: number | null;
  readonly closed: 'allAnswered' | 'enough' | 'due' | 'early';
  readonly silence: 'unanswered' | 'consent';
}

export type Arithmetic = VoteArithmetic | PeopleArithmetic | ConsultArithmetic;
