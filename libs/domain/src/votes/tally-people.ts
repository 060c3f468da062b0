import type { PeopleArithmetic, PeopleRule } from './arithmetic.ts';

const REFUSALS: ReadonlySet<string> = new Set(['rejected', 'returned']);
const CONDITIONAL: ReadonlySet<string> = new Set(['approvedSubjectTo', 'conditional']);

/**
 * The outcome of a step that several people decide, or null while more must be heard. `seats`: how many are asked; `said`:
 * their outcomes in the order of their acts; `possible`: outcomes that lead on in the route.
 *
 * any: the first decision. all, sequence: the first refusal (rejected or returned) settles; approved only once every seat
 * approves. atLeast n: approved once n approve; else, once the others are too few for n, rejected if anybody rejected,
 * returned if not. A conditional approval approves, and makes the whole conditional where that leads on.
 * What is said after it was settled changes nothing. More wanted than seats: out of reach with the first word.
 */
export function tallyPeople(rule: PeopleRule, seats: number, said: readonly string[], possible: readonly string[]): { outcome: string; arithmetic: PeopleArithmetic } | null {
  const need = needOf(rule, seats);
  for (let heard = 1; heard <= said.length; heard += 1) {
    const so = said.slice(0, heard);
    const outcome = settle(rule, need, seats, so, possible);
    if (outcome !== null) return { outcome, arithmetic: { kind: 'people', rule, seats, need, outcomes: countEach(so), outcome } };
  }
  return null;
}

function needOf(rule: PeopleRule, seats: number): number {
  if (rule === 'any') return 1;
  return typeof rule === 'object' ? rule.atLeast : seats;
}

function settle(rule: PeopleRule, need: number, seats: number, said: readonly string[], possible: readonly string[]): string | null {
  if (rule === 'any') return said[0] ?? null;
  const refusals = said.filter((o) => REFUSALS.has(o));
  const approvals = said.filter((o) => !REFUSALS.has(o));
  if (approvals.length >= need) return approvals.find((o) => CONDITIONAL.has(o) && possible.includes(o)) ?? 'approved';
  if (seats - refusals.length >= need) return null;
  if (typeof rule !== 'object') return refusals[0] ?? null;
  return refusals.includes('rejected') ? 'rejected' : 'returned';
}

function countEach(said: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of said) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
