import fc from 'fast-check';
import { checkRoute, reachable, STEP_OUTCOMES, type Route, type StepKind, type Who } from '@totrinh/domain';

/** A step before its edges are tied: `targets` choose where its outcomes lead, in the order of the table of kinds. */
interface Sketch {
  readonly kind: Exclude<StepKind, 'end'>;
  readonly who: Who;
  readonly all: boolean;
  readonly opinion: boolean;
  readonly more: boolean;
  readonly targets: readonly number[];
}

export const WHO: readonly Who[] = [
  { person: 'drafter' }, { headOf: 'leadUnit' }, { headOf: 'appraising' }, { post: 'van-thu', of: 'office' }, { unit: 'appraising' },
  { body: 'authority' }, { signers: 'authority' }, { post: 'drafter', of: 'leadUnit' }, { unit: 'leadUnit' },
];

const FRAME = {
  route: 'ngau-nhien', title: { vi: 'Quy trình ngẫu nhiên', en: 'Random route' },
  units: { appraising: 'from item', office: 'from item' }, groups: { cooperating: 'from item' }, bodies: { authority: 'from item' },
};
const ENDS = { xong: { kind: 'end', status: 'done' }, dung: { kind: 'end', status: 'rejected' } };

const sketch = (...kinds: Sketch['kind'][]): fc.Arbitrary<Sketch> => fc.record({
  kind: fc.constantFrom(...kinds), who: fc.constantFrom(...WHO), all: fc.boolean(), opinion: fc.boolean(), more: fc.boolean(),
  targets: fc.array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 }),
});

/** Any kinds in any order, tied in any way: most are refused by the check, and what passes is strange. */
const wild = fc.array(sketch('draft', 'review', 'consult', 'appraise', 'approve', 'sign', 'issue'), { minLength: 1, maxLength: 5 }).map((steps) => tie(steps, 3));

/** As offices write them: draft, opinions, authority, issue, with loops back and stops. */
const usual = fc.tuple(
  sketch('draft'), fc.array(sketch('draft', 'review', 'consult', 'appraise', 'approve', 'sign'), { maxLength: 3 }),
  fc.array(sketch('approve', 'sign', 'review'), { minLength: 1, maxLength: 3 }), sketch('issue'), fc.array(sketch('review', 'consult'), { maxLength: 1 }),
).map(([first, before, authority, issue, after]) => tie([first, ...before, ...authority.map((s) => ({ ...s, opinion: false })), issue, ...after], 1));

/** Random routes that pass the check; whoever walks them must never get stuck. */
export const anyRoute: fc.Arbitrary<Route> = fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: wild }).filter((r): r is Route => r !== null);

/** Ties the edges: the first outcome leads on (with `freedom` above 1 it may lead anywhere), the others anywhere; what nobody reaches is left out. */
function tie(sketches: readonly Sketch[], freedom: number): Route | null {
  const names = sketches.map((_, i) => `b${i}`);
  const all = [...names, 'dung', 'xong'];
  const steps = Object.fromEntries(sketches.map((s, i) => {
    const { needed, optional } = STEP_OUTCOMES[s.kind];
    const outcomes = [...needed, ...(s.more ? optional : [])];
    const next = Object.fromEntries(outcomes.map((outcome, k) => {
      const pick = s.targets[k] ?? 0;
      const onwards = k === 0 && (freedom === 1 || pick % freedom === 0);
      return [outcome, onwards ? (names[i + 1] ?? 'xong') : all[pick % all.length]];
    }));
    return [`b${i}`, stepOf(s, next)];
  }));
  const route = { ...FRAME, start: 'b0', steps: { ...steps, ...ENDS } };
  const reached = reachable(route as unknown as Route, 'b0');
  const check = checkRoute({ ...route, steps: Object.fromEntries(Object.entries(route.steps).filter(([path]) => reached.has(path))) });
  return check.ok ? check.route : null;
}

function stepOf(s: Sketch, next: object): object {
  switch (s.kind) {
    case 'draft': return { kind: s.kind, who: s.who, next, ...(s.more ? { needs: { documents: ['du-thao'] } } : {}) };
    case 'consult': return { kind: s.kind, each: { units: 'cooperating' }, next };
    case 'approve': return { kind: s.kind, who: s.who, rule: s.all ? 'all' : 'any', authority: !s.opinion, next };
    case 'sign': return { kind: s.kind, who: s.who, authority: !s.opinion, next };
    case 'issue': return { kind: s.kind, who: s.who, register: 'from item', next, ...(s.more ? { completes: 'item' } : {}) };
    case 'appraise': return { kind: s.kind, who: s.who, next, ...(s.more ? { reaches: 'submitted' } : {}) };
    case 'review': return { kind: s.kind, who: s.who, next };
  }
}
