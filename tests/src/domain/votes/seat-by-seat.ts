import fc from 'fast-check';
import type { Counts, VoteRule } from '@totrinh/domain';
import type { Choice } from './vote-cases.ts';

/** What one member did; the first seat is the chair's. `mute` attended and said nothing. */
export type Seat = Choice | 'mute' | 'absent';

const CHOICES: readonly Choice[] = ['yes', 'no', 'other', 'abstain'];

/** The rule read member by member, with no more than sums: a second opinion on tallyVote. */
export function carries(rule: VoteRule, seats: readonly Seat[]): boolean {
  const how = (kinds: readonly Seat[]): number => seats.filter((s) => kinds.includes(s)).length;
  const present = seats.length - how(['absent']);
  const cast = how(rule.abstain === 'cast' ? CHOICES : ['yes', 'no', 'other']);
  const base = { members: seats.length, present, cast }[rule.base];
  const [sign, share] = rule.approve.split(' ') as [string, string];
  const yes = how(['yes']);
  if (rule.quorum !== 'none' && below(present, seats.length, rule.quorum)) return false;
  if (yes === 0) return false;
  if (rule.tie === 'chair' && rule.approve === '> 1/2' && yes === base - yes) return seats[0] === 'yes';
  return sign === '>' ? above(yes, base, share) : !below(yes, base, share);
}

function below(n: number, of: number, share: string): boolean {
  const [parts, whole] = share.split('/').map(Number) as [number, number];
  return n * whole < parts * of;
}

function above(n: number, of: number, share: string): boolean {
  const [parts, whole] = share.split('/').map(Number) as [number, number];
  return n * whole > parts * of;
}

/** What a vote by ballots comes to at its date: the engine's sentence, by trying every ballot that is missing. */
export function atDue(rule: VoteRule, seats: readonly Seat[]): 'approved' | 'rejected' | 'lapsed' {
  if (carries(rule, seats)) return 'approved';
  for (const completed of completions(seats, CHOICES)) if (carries(rule, completed)) return 'lapsed';
  return 'rejected';
}

/** Every way in which the absent may still answer, or stay silent where `absent` is among the answers; equal counts once. */
export function* completions(seats: readonly Seat[], answers: readonly Seat[], from = 0, least = 0): Generator<Seat[]> {
  const at = seats.indexOf('absent', from);
  if (at < 0) {
    yield [...seats];
    return;
  }
  // Members but the chair are alike: answers are taken in order, so that no two completions have the same counts.
  for (let i = at === 0 ? 0 : least; i < answers.length; i += 1) yield* completions(seats.with(at, answers[i]!), answers, at + 1, at === 0 ? 0 : i);
}

export function countSeats(seats: readonly Seat[]): Counts {
  const how = (kind: Seat): number => seats.filter((s) => s === kind).length;
  return { members: seats.length, present: seats.length - how('absent'), yes: how('yes'), no: how('no'), other: how('other'), abstain: how('abstain') };
}

export function chairOf(seats: readonly Seat[]): Choice | null {
  const [chair] = seats;
  return chair === undefined || chair === 'mute' || chair === 'absent' ? null : chair;
}

/** Rules that can be met: no share above the whole. */
export const anyRule: fc.Arbitrary<VoteRule> = fc.record({
  base: fc.constantFrom('members', 'present', 'cast'),
  approve: fc.oneof(fc.constantFrom('> 1/2', '>= 2/3', '> 2/3', '>= 1/2', '>= 1/1'), shareText(0).map((share) => `>= ${share}`), shareText(1).map((share) => `> ${share}`)),
  quorum: fc.oneof(fc.constantFrom('none', '2/3', '1/2'), shareText(0)),
  tie: fc.constantFrom('fail', 'chair'),
  ballot: fc.constant('open'),
  abstain: fc.constantFrom('cast', 'notCast'),
  close: fc.constantFrom('atDue', 'early'),
});

/** A share n/m that leaves at least `rest` parts; never half by another name, which is tried under its own. */
function shareText(rest: number): fc.Arbitrary<string> {
  return fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([n, m]) => n + rest <= m && 2 * n !== m).map(([n, m]) => `${n}/${m}`);
}

export const meetingSeats: fc.Arbitrary<Seat[]> = fc.array(fc.constantFrom<Seat>('yes', 'yes', 'no', 'other', 'abstain', 'mute', 'absent'), { minLength: 1, maxLength: 9 });
export const ballotSeats: fc.Arbitrary<Seat[]> = fc.array(fc.constantFrom<Seat>('yes', 'yes', 'no', 'no', 'other', 'abstain', 'absent', 'absent'), { minLength: 1, maxLength: 7 });
