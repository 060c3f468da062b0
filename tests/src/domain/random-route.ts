import { checkRoute, JOIN, reachable, STEP_OUTCOMES, type Parts, type Route, type RouteCheck } from '@totrinh/domain';
import { settingsOf } from './random-settings.ts';
import { anyOutline, type Outline, type Sketch } from './random-sketch.ts';

type Steps = Record<string, Record<string, unknown>>;

const CONDITIONS = [
  'case.budget > 0', 'case.urgent', '!case.urgent', "case.area in ['kinh-te', 'xa-hoi']", "case.starts > '2022-06-01'",
  'case.budget * 2 >= 10 && dossier.round < 3', "dossier.kind == 'de-an'", 'case.share > 0.5 || case.urgent',
];
export const FRAME = {
  title: { vi: 'Quy trình ngẫu nhiên', en: 'Random route' },
  fields: { budget: { type: 'money', default: 0 }, urgent: { type: 'boolean', default: false }, area: { type: 'text', default: 'kinh-te' }, starts: { type: 'date', default: '2022-01-01' }, share: { type: 'number', default: 1 } },
  units: { appraising: 'from item', issuing: 'from item' }, groups: { cooperating: 'from item' }, bodies: { authority: 'from item', opinion: 'from item' },
};

/** Where a line of steps stands: where it leads on, what lies behind it, where it may stop. */
interface Place {
  readonly exit: string;
  readonly behind: readonly string[];
  readonly stops: readonly string[];
  readonly authority: boolean;
  readonly wild: boolean;
}

/** Makes a route's text out of an outline; every name is new. */
class Tying {
  readonly steps: Steps = {};
  readonly parts: Record<string, Parts[string]> = {};
  #names = 0;

  line(sketches: readonly Sketch[], place: Place, semantics: 1 | 2): string[] {
    const names = sketches.map(() => `b${this.#names++}`);
    sketches.forEach((s, i) => {
      const onward = names[i + 1] ?? place.exit;
      this.#tie(s, names[i]!, names, onward, place, semantics, i);
    });
    return names;
  }

  #tie(s: Sketch, name: string, names: readonly string[], onward: string, place: Place, semantics: 1 | 2, i: number): void {
    const back = place.wild ? [...names, ...place.behind, ...place.stops] : [...place.behind.slice(0, 1), ...place.behind, ...names.slice(0, i + 1), ...place.stops, ...(place.exit === JOIN ? [JOIN] : [])];
    const away = (k: number): string => back[(s.targets[k] ?? 0) % back.length] ?? place.exit;
    if (s.kind === 'choice') {
      const ahead = place.wild ? back : [onward, names[i + 2] ?? place.exit, ...(place.exit === JOIN ? [] : back)];
      this.steps[name] = { kind: 'choice', when: [{ if: CONDITIONS[s.rule % CONDITIONS.length], go: ahead[(s.targets[0] ?? 0) % ahead.length] }, { else: onward }] };
      return;
    }
    const finishing = (s.kind === 'approve' || s.kind === 'vote') && place.authority && i === 0 && (s.has & 4) !== 0 ? `${name}-ht` : null;
    this.steps[name] = { kind: s.kind, ...settingsOf(s, place.authority), ...this.#inside(s, name, [...place.behind, ...names.slice(0, i + 1)], semantics), next: edges(s, onward, away, finishing, place) };
    if (finishing !== null) this.steps[finishing] = { kind: 'finish', who: { headOf: 'leadUnit' }, confirm: (s.has & 8) === 0 ? { signers: 'authority' } : { post: 'head', of: 'issuing' }, next: { confirmed: onward, returned: (s.has & 16) === 0 ? name : finishing } };
  }

  #inside(s: Sketch, name: string, behind: readonly string[], semantics: 1 | 2): object {
    if (s.kind === 'parallel') {
      const branches = s.inner.map((inner, i) => {
        const steps = this.line(inner, { exit: JOIN, behind, stops: [], authority: false, wild: false }, semantics);
        return [`n${i}`, { steps, ...((s.has >> i) % 4 === 1 ? { if: CONDITIONS[(s.rule + i) % CONDITIONS.length] } : {}) }] as const;
      });
      const join = ['all', 'all', 'any', { atLeast: 1 + (s.more % branches.length) }][s.rule % 4];
      return { branches: Object.fromEntries(branches), join, rest: s.more % 2 === 0 ? 'cancel' : 'finish', ...(s.more % 5 === 0 ? { again: 'all' } : {}) };
    }
    if (s.kind !== 'route') return {};
    const inside = new Tying();
    const route = `phan-${name}`;
    const [first] = s.inner;
    const [start] = inside.line(first ?? [], { exit: 'het', behind: [], stops: ['bo'], authority: false, wild: false }, semantics);
    const check = onlyReached({ ...FRAME, route, semantics, start, steps: { ...inside.steps, het: { kind: 'end', status: 'done' }, bo: { kind: 'end', status: 'rejected' } } }, {});
    if (check.ok) this.parts[route] = { version: 1, rules: check.route };
    return { route };
  }
}

/** The first outcome leads on; refusals, returns and lapses lead back or stop; a condition may do either. */
function edges(s: Sketch, onward: string, away: (k: number) => string, finishing: string | null, place: Place): Record<string, string> {
  const { needed, optional } = STEP_OUTCOMES[s.kind];
  // Ballots that are sent in make no demands, so that such an edge would lead nowhere.
  const outcomes = [...needed, ...optional.filter((o, k) => (o === 'approvedSubjectTo' && s.kind === 'vote' && s.rule % 3 !== 0 ? false : o === 'approvedSubjectTo' ? finishing !== null || (!place.authority && s.has % 2 === 1) : ((s.has >> k) & 2) !== 0))];
  return Object.fromEntries(outcomes.map((outcome, k) => {
    if (place.wild) return [outcome, k === 0 && (s.targets[0] ?? 0) % 3 !== 0 ? onward : away(k)];
    if (outcome === 'approvedSubjectTo') return [outcome, finishing ?? onward];
    if (outcome === 'returned' || outcome === 'rejected') return [outcome, away(k)];
    if (outcome === 'lapsed') return [outcome, place.exit === JOIN || !place.authority ? onward : away(k)];
    return [outcome, outcome === 'conditional' && place.exit !== JOIN && s.has % 2 === 0 ? away(k) : onward];
  }));
}

/** The text without the steps that nobody comes to, checked. */
function onlyReached(text: Record<string, unknown> & { start: string | undefined; steps: Steps }, parts: Parts): RouteCheck {
  const whole = { ...text, parts } as unknown as Route;
  const usesAll = Object.values(text.steps).every((rule) => rule['kind'] !== 'route' || Object.hasOwn(parts, String(rule['route'])));
  if (!usesAll || text.start === undefined) return { ok: false, faults: [] };
  const reached = reachable(whole, text.start);
  return checkRoute({ ...text, steps: Object.fromEntries(Object.entries(text.steps).filter(([path]) => reached.has(path))) }, parts);
}

/** The route of an outline as the check answers it. */
export function routeOfOutline(o: Outline): RouteCheck {
  const tying = new Tying();
  const stops = o.wild ? ['dung', 'xong'] : ['dung'];
  const top = { stops, authority: false, wild: o.wild };
  const after = tying.line(o.after, { ...top, exit: 'xong', behind: [], stops: ['xong'] }, o.semantics);
  const issue = o.issue ? tying.line([o.issue], { ...top, exit: after[0] ?? 'xong', behind: [] }, o.semantics) : after;
  // The authority's steps are named before those that lead to them, and tied with what lies behind them.
  const names = o.before.map((_, i) => `b${o.after.length + (o.issue ? 1 : 0) + o.authority.length + i}`);
  const authority = tying.line(o.authority, { ...top, exit: issue[0] ?? 'xong', behind: names.slice(0, 1), authority: true }, o.semantics);
  const [start] = tying.line(o.before, { ...top, exit: authority[0] ?? issue[0] ?? 'xong', behind: [] }, o.semantics);
  return onlyReached({ ...FRAME, route: 'ngau-nhien', semantics: o.semantics, start, steps: { ...tying.steps, xong: { kind: 'end', status: 'done' }, dung: { kind: 'end', status: 'rejected' } } }, tying.parts);
}

/** Random routes that pass the check; whoever walks them must never get stuck. */
export const anyRoute = anyOutline.map((o) => { const check = routeOfOutline(o); return check.ok ? check.route : null; }).filter((r): r is Route => r !== null);
