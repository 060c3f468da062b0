import type { VoteMode, VoteRule } from '../route/vote-rule.ts';

/**
 * What was counted. `members`: incumbents of the roster in force. `present`: who attended the meeting; in writing or on a
 * screen, who sent a ballot. “Ý kiến khác” (`other`) is not in favour, but it is a ballot.
 */
export interface Counts {
  readonly members: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly abstain: number;
}

/** Who said something, abstaining included. */
export function heard(counts: Counts): number {
  return counts.yes + counts.no + counts.other + counts.abstain;
}

/** Ballots that count as cast: abstentions too, unless the rule leaves them out. */
export function castOf(rule: VoteRule, counts: Counts): number {
  return heard(counts) - (rule.abstain === 'notCast' ? counts.abstain : 0);
}

/** The number that the threshold is a share of. */
export function baseOf(rule: VoteRule, counts: Counts): number {
  if (rule.base === 'cast') return castOf(rule, counts);
  return rule.base === 'members' ? counts.members : counts.present;
}

/**
 * Whether the counts can be true: whole numbers, no more opinions than people present, no more present than members; where
 * ballots are sent, present are exactly those who sent one. What people enter is asked this before it is counted.
 */
export function countsAreSound(mode: VoteMode, counts: Counts): boolean {
  const numbers = [counts.members, counts.present, counts.yes, counts.no, counts.other, counts.abstain];
  if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) return false;
  if (counts.present > counts.members || heard(counts) > counts.present) return false;
  return mode === 'meeting' || heard(counts) === counts.present;
}
