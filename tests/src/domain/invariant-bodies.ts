import assert from 'node:assert/strict';
import { findRule, type CaseStep, type FactData, type RuleOf } from '@totrinh/domain';
import { atDue, carries, completions, type Seat } from './votes/seat-by-seat.ts';
import type { Walk } from './walk.ts';

const REFUSALS: readonly string[] = ['rejected', 'returned'];

/** A body's result is what its rule makes of the words, ballots or counts on the chain. */
export function bodyCounted(w: Walk, settled: FactData['step.settled']): void {
  const step = w.case.steps.find((s) => s.id === settled.step)!;
  const rule = findRule(w.route, step.path);
  if (settled.arithmetic && 'outcome' in settled.arithmetic && settled.outcome !== 'approvedSubjectTo') assert.equal(settled.arithmetic.outcome, settled.outcome);
  if (rule?.kind === 'approve' && settled.outcome !== 'lapsed') assert.equal(settled.outcome, peopleSay(w, step, rule), `${step.path} by ${JSON.stringify(rule.rule)}`);
  if (rule?.kind === 'consult') asked(w, step, settled);
  // A vote that was called off was not counted.
  if (rule?.kind === 'vote' && settled.arithmetic) voteCounted(w, step, rule, settled);
}

function wordsIn(w: Walk, step: CaseStep): { outcome: string; principal: string }[] {
  return w.case.decisions.filter((d) => d.step === step.id && !w.case.voided.includes(d.id) && w.case.tasks.find((t) => t.id === d.task)?.purpose === 'work');
}

function peopleSay(w: Walk, step: CaseStep, rule: RuleOf<'approve'>): string | undefined {
  const said = wordsIn(w, step).map((d) => d.outcome);
  assert.equal(new Set(wordsIn(w, step).map((d) => d.principal)).size, said.length, 'one person, one word');
  if (rule.rule === 'any') return said[0];
  const seats = step.roster?.length ?? 0;
  const refused = said.filter((o) => REFUSALS.includes(o));
  const approved = said.length - refused.length;
  const need = typeof rule.rule === 'object' ? rule.rule.atLeast : seats;
  if (approved >= need) return said.includes('approvedSubjectTo') ? 'approvedSubjectTo' : 'approved';
  if (seats - refused.length >= need) return undefined;
  return typeof rule.rule === 'object' ? (refused.includes('rejected') ? 'rejected' : 'returned') : refused[0];
}

function asked(w: Walk, step: CaseStep, { arithmetic, outcome }: FactData['step.settled']): void {
  const said = wordsIn(w, step).map((d) => d.outcome);
  assert.equal(outcome, 'completed');
  if (arithmetic?.kind !== 'consult') { assert.equal(said.length, 0, 'opinions without arithmetic'); return; }
  assert.deepEqual([arithmetic.consent, arithmetic.object, arithmetic.other], ['consent', 'object', 'other'].map((o) => said.filter((s) => s === o).length));
  assert.equal(arithmetic.asked, said.length + arithmetic.unanswered);
}

function voteCounted(w: Walk, step: CaseStep, { mode, rule }: RuleOf<'vote'>, { outcome, arithmetic }: FactData['step.settled']): void {
  assert(arithmetic?.kind === 'vote');
  assert.equal(arithmetic.members, step.roster?.length);
  assert.deepEqual(arithmetic.corrections, step.corrected);
  if (mode === 'meeting') { assert.equal(outcome === 'approvedSubjectTo' ? 'approved' : outcome, inTheRoom(w, step, rule)); return; }
  const seats = ballots(w, step, rule);
  const timely = w.d.facts.some((f) => f.type === 'deadline.passed' && f.data.step === step.id && f.data.kind === 'lapse');
  // A body without a chair breaks no tie; that it is taken to be one of the silent only makes a refusal a lapse.
  const chairless = rule.tie === 'chair' && !step.roster?.some((a) => a.capacity === 'chair');
  if (timely) assert(outcome === atDue(rule, seats) || (chairless && outcome === 'lapsed'), `${outcome} instead of ${atDue(rule, seats)}`);
  else if (chairless) assert(['approved', 'rejected'].includes(outcome));
  else for (const all of completions(seats, ['yes', 'no', 'other', 'abstain', 'absent'])) assert.equal(carries(rule, all) ? 'approved' : 'rejected', outcome, 'closed too early');
}

/** The chair first, then the others, each with the open ballot that counts; the urn's in any order. */
function ballots(w: Walk, step: CaseStep, rule: RuleOf<'vote'>['rule']): Seat[] {
  const roster = [...(step.roster ?? [])].sort((a, b) => Number(b.capacity === 'chair') - Number(a.capacity === 'chair'));
  const urn = w.d.facts.find((f) => f.type === 'urn.opened' && f.data.step === step.id);
  const cast = w.d.facts.filter((f) => f.type === 'ballot.cast' && f.data.step === step.id).length;
  assert.equal(urn !== undefined, rule.ballot === 'secret', 'an urn where the ballot is secret');
  if (urn?.type === 'urn.opened') {
    assert.equal(urn.data.ballots.length, cast, 'a ballot for each who has cast');
    return roster.map((_, i) => (urn.data.ballots[i] ?? 'absent') as Seat);
  }
  const words = wordsIn(w, step);
  const seats = roster.map((a) => (words.find((d) => d.principal === a.person)?.outcome ?? 'absent') as Seat);
  // Without a chair the first seat decides no tie.
  return roster[0]?.capacity === 'chair' || rule.tie === 'fail' ? seats : seats.toSorted((a, b) => Number(a === 'yes') - Number(b === 'yes'));
}

function inTheRoom(w: Walk, step: CaseStep, rule: RuleOf<'vote'>['rule']): string {
  const recorded = w.d.facts.findLast((f) => f.type === 'result.recorded' && f.data.step === step.id);
  if (recorded?.type !== 'result.recorded') throw new Error('a meeting without a record');
  const { counts: { present = 0, yes = 0, no = 0, other = 0, abstain = 0 }, chair } = recorded.data;
  const many = (kind: Seat, n: number): Seat[] => Array.from({ length: n }, () => kind);
  const members = step.roster?.length ?? 0;
  const seats = [...many('absent', members - present), ...many('mute', present - yes - no - other - abstain), ...many('no', no), ...many('other', other), ...many('abstain', abstain), ...many('yes', yes)];
  const first = seats.findIndex((s) => s === (chair ?? seats[0]));
  const seated = first > 0 ? [seats[first]!, ...seats.filter((_, i) => i !== first)] : seats;
  if (rule.quorum !== 'none') { const [parts = 0, whole = 1] = rule.quorum.split('/').map(Number); if (present * whole < parts * members) return 'lapsed'; }
  return carries(rule, seated) ? 'approved' : 'rejected';
}
