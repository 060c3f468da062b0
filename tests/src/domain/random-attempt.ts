import fc from 'fast-check';

/** Verbs of people, and what happens around them: a move of the workflow, time that passes, automatic steps, appointments, absences, written authority. */
export const AROUND = ['move', 'time', 'automatic', 'appoint', 'absent', 'present', 'empower', 'revoke'] as const;
export const ON_TASK = [
  'decide', 'decideAs', 'claim', 'release', 'seen', 'cast', 'register', 'assign', 'prepare', 'transfer', 'nudge', 'extend', 'record', 'recordResult', 'reach', 'finish', 'confirm', 'issue', 'reserve', 'removeParticipant',
  'takeOver', 'handBack', 'explainLateness', 'reassign',
] as const;
export const ON_DOSSIER = [
  'submit', 'attach', 'edit', 'recall', 'cancel', 'comment', 'respond', 'answerDemand', 'ask', 'addParticipant', 'correctRoster', 'closeConsult', 'callOff', 'suspend', 'resume', 'skip', 'redo', 'repair', 'migrate',
  'reopen', 'arrive', 'withdraw', 'confirmProposal', 'declineProposal', 'placeOnAgenda', 'putOff',
] as const;

export type Verb = (typeof ON_TASK)[number] | (typeof ON_DOSSIER)[number];
export type Happening = (typeof AROUND)[number];

/**
 * What somebody tries; `work` is whatever the open steps ask for, so that walks get far. `sensible` acts are those of whoever
 * could do them, on something open; the others are anybody's on anything. Numbers choose among what there is.
 */
export interface Attempt {
  readonly verb: Verb | Happening | 'work';
  readonly sensible: boolean;
  readonly who: number;
  readonly task: number;
  readonly outcome: number;
  readonly to: number;
  readonly n: number;
  readonly reason: boolean;
}

type Any = Attempt['verb'];
const often = (arbitrary: fc.Arbitrary<Any>, weight: number): fc.WeightedArbitrary<Any> => ({ weight, arbitrary });
const yes = (weight: number): fc.Arbitrary<boolean> => fc.nat({ max: weight }).map((n) => n < weight);

export const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  verb: fc.oneof(
    often(fc.constant<Any>('work'), 40), often(fc.constant<Any>('move'), 22), often(fc.constantFrom<Any>(...ON_TASK), 14), often(fc.constantFrom<Any>(...ON_DOSSIER), 12),
    often(fc.constant<Any>('decide'), 4), often(fc.constantFrom<Any>(...AROUND), 4), often(fc.constant<Any>('confirmProposal'), 2), often(fc.constantFrom<Any>('redo', 'correctRoster', 'skip', 'closeConsult'), 2),
  ),
  sensible: yes(6),
  who: fc.nat({ max: 30 }), task: fc.nat({ max: 30 }), outcome: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: 30 }) }), to: fc.nat({ max: 30 }), n: fc.nat({ max: 99 }),
  reason: yes(8),
});
