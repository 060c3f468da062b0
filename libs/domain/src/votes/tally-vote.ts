import type { BallotChoice } from '../route/outcomes.ts';
import type { VoteMode, VoteRule } from '../route/vote-rule.ts';
import type { Corrections, VoteArithmetic } from './arithmetic.ts';
import { countsAreSound, baseOf, castOf, heard, type Counts } from './counts.ts';
import { isOverHalf, readShare, smallestReaching } from './share.ts';

/** What ends the count: nothing yet, the step's date, or a meeting whose result two people confirmed. */
export type VoteEnd = 'open' | 'due' | 'meeting';
type VoteOutcome = VoteArithmetic['outcome'];

const NONE: Corrections = { added: 0, removed: 0 };

/**
 * A body's result under its rule, or null while it is not settled.
 *
 * Carried: the quorum is met and those in favour reach the share of the base; somebody must be in favour, so that an empty
 * base carries nothing.
 *
 * 1. `meeting` is an act of people in the room: not carried is rejected. Without the quorum the meeting could not decide at
 *    all, so it lapsed, whatever was counted.
 * 2. `due`: carried is approved. Rejected only where approval is impossible, that is where no ballots of the silent members,
 *    whatever they were, would carry it; else lapsed. So silence never rejects, and it never approves. This holds on every
 *    base: those who sent nothing are outside `present` and `cast`, but they could have come in. A missing quorum alone
 *    lapses too, since the silent could have made it up.
 * 3. `open` settles nothing under `atDue`. Under `early` (base members, open ballot, ballots sent) approved and rejected come
 *    as soon as nothing that the silent may still do, staying silent included, can change them; a meeting is never cut short.
 *
 * A tie is exactly half where more than half is wanted. With `tie: chair` the side of the chair (who has one ballot among
 * the others) wins it (Luật Tổ chức chính quyền địa phương 77/2015/QH13 Đ.117). The other half may be against, of another
 * opinion, abstaining or silent. The chair absent, silent or abstaining has no side: the tie fails.
 *
 * `chair` null: no ballot of the chair so far; where members are silent, the chair is taken to be one of them.
 * Counts that cannot be true are a broken invariant: ask `countsAreSound` first.
 */
export function tallyVote(rule: VoteRule, mode: VoteMode, counts: Counts, end: VoteEnd, chair: BallotChoice | null, corrections: Corrections = NONE): VoteArithmetic | null {
  if (!countsAreSound(mode, counts)) throw new Error(`counts that cannot be: ${JSON.stringify(counts)}`);
  if (chair !== null && counts[chair] === 0) throw new Error(`the chair's ${chair} is not counted`);
  const outcome = settle(rule, mode, counts, end, chair);
  if (outcome === null) return null;
  const decidedByChair = outcome !== 'lapsed' && chair !== 'abstain' && rule.tie === 'chair' && isTie(rule, counts);
  return {
    kind: 'vote', mode, base: rule.base,
    members: counts.members, present: counts.present, cast: castOf(rule, counts),
    yes: counts.yes, no: counts.no, other: counts.other, abstain: counts.abstain, silent: counts.members - heard(counts),
    of: baseOf(rule, counts), approve: rule.approve, need: needOf(rule, counts), quorum: quorumOf(rule, counts),
    tie: rule.tie, chair: decidedByChair ? chair : null, corrections, outcome,
  };
}

function settle(rule: VoteRule, mode: VoteMode, counts: Counts, end: VoteEnd, chair: BallotChoice | null): VoteOutcome | null {
  const carried = isCarried(rule, counts, chair);
  if (end === 'meeting') {
    if (quorumOf(rule, counts)?.met === false) return 'lapsed';
    return carried ? 'approved' : 'rejected';
  }
  if (end === 'open' && !mayCloseEarly(rule, mode)) return null;
  if (carried) return 'approved';
  if (!canBeCarried(rule, counts, chair)) return 'rejected';
  return end === 'due' ? 'lapsed' : null;
}

/** On other bases a further ballot moves the base itself, and a secret ballot shows nothing before it closes. */
function mayCloseEarly(rule: VoteRule, mode: VoteMode): boolean {
  return rule.close === 'early' && rule.base === 'members' && rule.ballot === 'open' && mode !== 'meeting';
}

function isCarried(rule: VoteRule, counts: Counts, chair: BallotChoice | null): boolean {
  if (quorumOf(rule, counts)?.met === false) return false;
  if (counts.yes >= needOf(rule, counts)) return true;
  return rule.tie === 'chair' && chair === 'yes' && isTie(rule, counts);
}

/** The best that can still happen is that every silent member, the chair among them, is in favour: no share is above the whole. */
function canBeCarried(rule: VoteRule, counts: Counts, chair: BallotChoice | null): boolean {
  const silent = counts.members - heard(counts);
  const best = { ...counts, present: counts.members, yes: counts.yes + silent };
  return isCarried(rule, best, chair === null && silent > 0 ? 'yes' : chair);
}

function needOf(rule: VoteRule, counts: Counts): number {
  return Math.max(1, smallestReaching(readShare(rule.approve), baseOf(rule, counts)));
}

function isTie(rule: VoteRule, counts: Counts): boolean {
  return counts.yes > 0 && isOverHalf(readShare(rule.approve)) && 2 * counts.yes === baseOf(rule, counts);
}

function quorumOf(rule: VoteRule, counts: Counts): VoteArithmetic['quorum'] {
  if (rule.quorum === 'none') return null;
  const need = smallestReaching(readShare(rule.quorum), counts.members);
  return { share: rule.quorum, need, met: counts.present >= need };
}
