import assert from 'node:assert/strict';
import { fold, miscountedSteps, type Fact, type PlacedFact } from '@totrinh/domain';
import { bodyCounted } from './invariant-bodies.ts';
import { everyApprovalInForce } from './invariant-issue.ts';
import { actedInTheirRight, twoPeople } from './invariant-rights.ts';
import { closedForGood, everyPlaceWaits, oneWordATask, settledOnce } from './invariant-standing.ts';
import type { Walk } from './walk.ts';

/** What must hold after every act (engine: what must always hold), told from the chain and not by the rules under test. */
export function checkInvariants(w: Walk, fresh: readonly Fact[], roundBefore: number): void {
  if (fresh.length === 0) return;
  const c = w.case;
  assert(c.round >= roundBefore, `round ${c.round} after ${roundBefore}`);
  settledOnce(w.d.facts);
  oneWordATask(w);
  closedForGood(w);
  everyPlaceWaits(w);
  for (const fact of fresh) {
    actedInTheirRight(w, fact);
    twoPeople(w, fact);
    if (fact.type === 'step.settled') bodyCounted(w, fact.data);
    if (fact.type === 'number.given') everyApprovalInForce(w);
  }
  if (fresh.some((f) => f.type === 'dossier.recalled')) nobodyHadSeen(w.d.facts);
}

/** The structural state is the fold of the chain; asked once a walk, since it reads the chain from its beginning. */
export function checkFold(w: Walk): void {
  assert.deepEqual(fold(w.case.id, w.d.facts), w.case);
  assert.deepEqual(miscountedSteps(w.case.id, w.d.facts, () => w.route), [], 'results that are not what was said');
  const numbers = w.d.facts.flatMap((f) => (f.type === 'number.given' ? [f.data.number] : []));
  assert.deepEqual(numbers, numbers.map((_, i) => numbers[0]! + i), 'numbers without a gap');
}

/** A recall takes back what nobody has seen since it was submitted. */
function nobodyHadSeen(facts: readonly PlacedFact[]): void {
  const submitted = facts.findLastIndex((f) => f.type === 'dossier.submitted');
  const opened = facts.slice(submitted).flatMap((f) => (f.type === 'task.opened' ? [f.data.task] : []));
  assert(submitted >= 0 && !facts.slice(submitted).some((f) => f.type === 'task.seen' && opened.includes(f.data.task)), 'recalled what was seen');
}
