import fc from 'fast-check';
import type { StepKind } from '@totrinh/domain';

/** A step before it is tied into a route: numbers choose its settings, `inner` are its branches, or the inside of its sub-route. */
export interface Sketch {
  readonly kind: Exclude<StepKind, 'end'>;
  readonly who: number;
  readonly rule: number;
  readonly more: number;
  /** One bit for each setting that a step may have or not. */
  readonly has: number;
  /** Where its outcomes lead, in the order of the table of kinds. */
  readonly targets: readonly number[];
  readonly inner: readonly (readonly Sketch[])[];
}

/** A whole route in the order in which an office writes one; `wild` has no order at all. */
export interface Outline {
  readonly before: readonly Sketch[];
  readonly authority: readonly Sketch[];
  readonly issue: Sketch | null;
  readonly after: readonly Sketch[];
  readonly wild: boolean;
  readonly semantics: 1 | 2;
}

type Kind = Sketch['kind'];
const numbers = { who: fc.nat({ max: 30 }), rule: fc.nat({ max: 200 }), more: fc.nat({ max: 200 }), has: fc.nat({ max: 4095 }), targets: fc.array(fc.nat({ max: 11 }), { minLength: 5, maxLength: 5 }) };
const leaf = (...kinds: Kind[]): fc.Arbitrary<Sketch> => fc.record({ kind: fc.constantFrom(...kinds), ...numbers, inner: fc.constant([]) });
const line = (step: fc.Arbitrary<Sketch>, minLength: number, maxLength: number): fc.Arbitrary<Sketch[]> => fc.array(step, { minLength, maxLength });

/** What may stand in a branch: content is frozen there. */
const IN_BRANCH: readonly Kind[] = ['review', 'consult', 'consult', 'appraise', 'approve', 'approve', 'vote', 'sign', 'notify', 'webhook', 'wait', 'choice'];
const ON_TOP: readonly Kind[] = ['draft', 'review', 'consult', 'appraise', 'approve', 'vote', 'sign', 'notify', 'webhook', 'wait', 'choice'];

const part = (...kinds: Kind[]): fc.Arbitrary<Sketch> => fc.record({ kind: fc.constant<Kind>('route'), ...numbers, inner: fc.tuple(line(leaf(...kinds), 1, 2)) });
const inBranch = (depth: number): fc.Arbitrary<Sketch> => fc.oneof(
  { weight: 8, arbitrary: leaf(...IN_BRANCH) },
  ...(depth > 0 ? [{ weight: 1, arbitrary: split(depth - 1) }, { weight: 1, arbitrary: part(...IN_BRANCH) }] : []),
);
const split = (depth: number): fc.Arbitrary<Sketch> => fc.record({ kind: fc.constant<Kind>('parallel'), ...numbers, inner: fc.array(line(inBranch(depth), 1, 2), { minLength: 2, maxLength: 3 }) });
const onTop = fc.oneof({ weight: 5, arbitrary: leaf(...ON_TOP) }, { weight: 4, arbitrary: split(1) }, { weight: 1, arbitrary: part(...ON_TOP) });
const semantics = fc.oneof({ weight: 5, arbitrary: fc.constant(2 as const) }, { weight: 1, arbitrary: fc.constant(1 as const) });

/** As offices write them: draft, opinions side by side, authority, issue, follow-up, with loops back and stops. */
const usual: fc.Arbitrary<Outline> = fc.record({
  before: fc.tuple(leaf('draft'), line(onTop, 0, 3)).map(([first, more]) => [first, ...more]),
  authority: line(leaf('approve', 'vote', 'sign'), 1, 2), issue: fc.option(leaf('issue'), { freq: 6 }), after: line(leaf('review', 'consult', 'track', 'notify', 'wait'), 0, 2),
  wild: fc.constant(false), semantics,
});

/** Any kinds in any order, tied in any way: most are refused by the check, and what passes is strange. */
const wild: fc.Arbitrary<Outline> = fc.record({
  before: line(fc.oneof({ weight: 8, arbitrary: leaf(...ON_TOP, 'track', 'issue') }, { weight: 1, arbitrary: split(0) }), 1, 5),
  authority: fc.constant([]), issue: fc.constant(null), after: fc.constant([]), wild: fc.constant(true), semantics,
});

export const anyOutline: fc.Arbitrary<Outline> = fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: wild });
