import fc from 'fast-check';
import { routeSchema, STEP_OUTCOMES, type Route, type StepKind } from '@totrinh/domain';

const KINDS = ['draft', 'review', 'consult', 'appraise', 'approve', 'vote', 'finish', 'sign', 'issue', 'track', 'notify', 'webhook', 'wait', 'choice', 'parallel', 'end'] as const;
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((s) => s.trim() !== '' && s.isWellFormed());
const words = fc.record({ vi: text, en: text });

const BODY: Readonly<Record<Exclude<StepKind, 'parallel' | 'choice' | 'route' | 'end'>, object>> = {
  draft: { who: { person: 'drafter' } }, review: { who: { headOf: 'leadUnit' } }, consult: { each: { units: 'cooperating' } }, appraise: { who: { unit: 'appraising' } },
  approve: { who: { body: 'authority' }, rule: 'all' }, vote: { mode: 'written', roster: { body: 'authority' }, rule: { base: 'cast', approve: '>= 2/3' } },
  finish: { who: { headOf: 'leadUnit' }, confirm: { signers: 'authority' } }, sign: { who: { signers: 'authority' } }, issue: { who: { post: 'van-thu' }, register: 'from item' },
  track: { milestones: { from: 'item' } }, notify: { to: [{ person: 'drafter' }], message: { vi: 'Tin', en: 'News' } }, webhook: { hook: 'h' }, wait: {},
};

interface Sketch {
  readonly kind: (typeof KINDS)[number];
  readonly title: { vi: string; en: string } | null;
  readonly goals: readonly number[];
  readonly more: boolean;
  readonly due: { days: number } | { workingDays: number } | null;
  readonly text: string;
}
const sketch: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom(...KINDS), title: fc.option(words), goals: fc.array(fc.nat({ max: 30 }), { minLength: 6, maxLength: 6 }), more: fc.boolean(),
  due: fc.option(fc.oneof(fc.record({ days: fc.integer({ min: 1, max: 90 }) }), fc.record({ workingDays: fc.integer({ min: 1, max: 90 }) }))), text,
});

/**
 * Routes of any shape, most of which no publishing would accept: steps in any order, edges anywhere (within a branch also to
 * its join, and out of it), parallel steps that take some of the steps after them as branches.
 */
export const anyShape: fc.Arbitrary<Route> = fc.tuple(fc.array(sketch, { minLength: 1, maxLength: 14 }), words).map(([sketches, title]) => {
  const names = sketches.map((_, i) => `b${i}`);
  const inBranch = new Set<string>();
  const branches = new Map<string, Record<string, { steps: string[] }>>();
  sketches.forEach((one, i) => {
    const free = names.slice(i + 1, i + 5).filter((name) => !inBranch.has(name));
    if (one.kind !== 'parallel' || free.length < 2) return;
    free.forEach((name) => inBranch.add(name));
    const cut = 1 + ((one.goals[0] ?? 0) % (free.length - 1));
    branches.set(names[i] ?? '', { p: { steps: free.slice(0, cut) }, q: { steps: free.slice(cut) } });
  });
  const steps = sketches.map((one, i) => {
    const name = names[i] ?? '';
    const goal = (n: number): string => ((n % 4 === 0 && inBranch.has(name)) ? 'join' : names[n % names.length] ?? name);
    const common = { ...(one.title ? { title: one.title } : {}) };
    const kind = one.kind === 'parallel' && !branches.has(name) ? 'review' : one.kind;
    if (kind === 'end') return [name, { kind, ...common, status: one.more ? 'done' : 'rejected' }];
    if (kind === 'choice') return [name, { kind, ...common, when: [{ if: one.text, go: goal(one.goals[0] ?? 0) }, { else: goal(one.goals[1] ?? 0) }] }];
    const outcomes = [...STEP_OUTCOMES[kind].needed, ...(one.more ? STEP_OUTCOMES[kind].optional : [])];
    const next = Object.fromEntries(outcomes.map((outcome, n) => [outcome, goal(one.goals[n] ?? 0)]));
    const rest = kind === 'parallel' ? { branches: branches.get(name), join: one.more ? 'any' : 'all' } : BODY[kind];
    return [name, { kind, ...common, ...(one.due ? { due: one.due } : {}), ...rest, next }];
  });
  return routeSchema.parse({ route: 'bat-ky', title, start: 'b0', steps: Object.fromEntries(steps) });
});
