import fc from 'fast-check';
import { approve, draft, end, issue, parallel, review, type Steps } from './small-route.ts';

/** Steps on the top level and in each of two or three branches. */
const TOP = ['soan', 'song-song', 't0', 't1', 'ban-hanh', 'xong', 'dung'] as const;

const pick = (names: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...names);

function worked(onward: readonly string[], back: readonly string[]): fc.Arbitrary<Steps[string]> {
  return fc.record({ kind: fc.constantFrom('review', 'approve', 'opinion'), approved: pick(onward), returned: pick(back), rejected: pick(back) }).map(({ kind, approved, returned, rejected }) =>
    (kind === 'review' ? review(approved, returned) : approve({ approved, returned, rejected }, kind === 'opinion' ? { authority: false } : {})));
}

/** Random routes with a parallel whose branches come back, are left, have conditions and join in every way; most have faults. */
export const randomBranches: fc.Arbitrary<Record<string, unknown>> = fc.record({
  branches: fc.array(fc.record({ length: fc.integer({ min: 1, max: 2 }), conditional: fc.boolean() }), { minLength: 2, maxLength: 3 }),
  join: fc.oneof(fc.constantFrom('all', 'any'), fc.integer({ min: 1, max: 3 }).map((atLeast) => ({ atLeast }))),
  completed: pick(TOP), drafted: pick(TOP), issued: pick(['xong', 't0']),
}).chain(({ branches, join, completed, drafted, issued }) => {
  const named = branches.map(({ length, conditional }, b) => ({ steps: Array.from({ length }, (_, i) => `b${b}-${i}`), conditional }));
  const inner = named.flatMap(({ steps }) => steps.map((step) => [step, worked([...steps, 'join', 'join'], [...steps, ...TOP])] as const));
  return fc.record({ t0: worked(TOP, TOP), t1: worked(TOP, TOP), ...Object.fromEntries(inner) }).map((rest) => ({
    route: 'ngau-nhien', title: { vi: 'Ngẫu nhiên', en: 'Random' }, start: 'soan',
    steps: {
      ...(rest as Steps), soan: draft(drafted), 'ban-hanh': issue(issued), xong: end(), dung: end('rejected'),
      'song-song': parallel(Object.fromEntries(named.map(({ steps, conditional }, b) => [`n${b}`, { steps, ...(conditional ? { if: 'dossier.round > 1' } : {}) }])), completed, { join }),
    },
  }));
});
