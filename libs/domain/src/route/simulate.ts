import type { Calendar } from '../calendar/calendar.ts';
import { reckonDue } from '../deadlines/reckon.ts';
import { evaluateCondition, type ConditionValues } from './conditions.ts';
import { STEP_OUTCOMES } from './outcomes.ts';
import { startOfBranch } from './regions.ts';
import { beside, JOIN, placeOf, stepRule, type FieldValue, type Route, type RuleOf, type StepKind, type WorkRule } from './route.ts';

/** How a route is played: from when, over which facts, what each step says in turn (the forward outcome where nothing is given), and when it says it. */
export interface Play {
  readonly start: Date;
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  /** Days (`YYYY-MM-DD`) on which steps are really left, in turn; at their due date where nothing is given. */
  readonly dates: Readonly<Record<string, readonly string[]>>;
  readonly itemDeadline: string | null;
  readonly calendar: Calendar;
}

/** A step as it was played. `earliest` opens if everybody acts at once, `latest` if everybody takes the whole term; `due` of the latter. */
export interface PlayedStep {
  readonly path: string;
  readonly kind: StepKind;
  readonly round: number;
  readonly earliest: Date;
  readonly latest: Date;
  readonly due: Date | null;
  readonly outcome: string;
}

export interface Played {
  readonly steps: readonly PlayedStep[];
  readonly ended: 'done' | 'rejected' | 'cancelled' | 'unending';
  readonly earliest: Date;
  readonly latest: Date;
  /** Steps without a term: the latest end does not count the time they take. */
  readonly withoutTerm: readonly string[];
}

interface Moment { readonly earliest: Date; readonly latest: Date }
type Exit = { readonly at: Moment; readonly to: string } | { readonly at: Moment; readonly ended: 'done' | 'rejected' | 'cancelled' };

/** More steps than any sound play has; outcomes that lead round and round stop here. */
const MOST_STEPS = 500;

/** Plays a checked route over given outcomes and dates. Pure; says nothing about who will really be asked. */
export function simulate(route: Route, play: Play): Played {
  const player = new Player(route, play);
  const start = { earliest: play.start, latest: play.start };
  let at: Exit = { at: start, to: route.start };
  try {
    while ('to' in at) at = player.play(at.to, at.at);
  } catch (fault) {
    if (!(fault instanceof Unending)) throw fault;
    const last = player.steps.at(-1);
    return { steps: player.steps, ended: 'unending', earliest: last?.earliest ?? play.start, latest: last?.latest ?? play.start, withoutTerm: player.withoutTerm };
  }
  return { steps: player.steps, ended: at.ended, earliest: at.at.earliest, latest: at.at.latest, withoutTerm: player.withoutTerm };
}

class Unending extends Error {}

class Player {
  readonly steps: PlayedStep[] = [];
  readonly #route: Route;
  readonly #play: Play;
  readonly #said = new Map<string, number>();
  #round = 1;
  #submission: Date | null = null;

  constructor(route: Route, play: Play) {
    this.#route = route;
    this.#play = play;
  }

  get withoutTerm(): string[] {
    return [...new Set(this.steps.filter((s) => s.due === null && s.kind !== 'notify' && s.kind !== 'webhook' && s.kind !== 'parallel' && s.kind !== 'route').map((s) => s.path))];
  }

  /** Plays one step (a region with everything inside it) and says where it leads, or that the route has ended. */
  play(path: string, at: Moment): Exit {
    if (this.steps.length > MOST_STEPS) throw new Unending();
    const rule = stepRule(this.#route, path);
    switch (rule.kind) {
      case 'end': return { at, ended: rule.status };
      case 'choice': return { at, to: beside(path, this.#arm(path, rule)) };
      case 'parallel': return this.#split(path, rule, at);
      case 'route': return this.#inside(path, rule, at);
      default: return this.#work(path, rule, at);
    }
  }

  #values(): ConditionValues {
    return { case: this.#play.fields, dossier: { kind: this.#play.kind, round: this.#round } };
  }

  #arm(path: string, rule: RuleOf<'choice'>): string {
    const part = placeOf(this.#route, path)?.route ?? this.#route;
    const arm = rule.when.find((w) => 'else' in w || evaluateCondition(part, w.if, this.#values()));
    if (!arm) throw new Error(`choice ${path} has no arm to take`);
    return 'else' in arm ? arm.else : arm.go;
  }

  #work(path: string, rule: WorkRule, at: Moment): Exit {
    const basis = { submission: this.#submission, itemDeadline: this.#play.itemDeadline, calendar: this.#play.calendar };
    const due = rule.due === undefined ? null : reckonDue(rule.due, { ...basis, opening: at.latest })?.dueAt ?? null;
    const nth = this.#said.get(path) ?? 0;
    this.#said.set(path, nth + 1);
    const outcome = this.#play.outcomes[path]?.[nth] ?? STEP_OUTCOMES[rule.kind].needed[0] ?? 'completed';
    const day = this.#play.dates[path]?.[nth];
    const really = day === undefined ? null : new Date(`${day}T17:00:00+07:00`);
    const left: Moment = really ? { earliest: really, latest: really } : { earliest: at.earliest, latest: due && due > at.latest ? due : at.latest };
    this.steps.push({ path, kind: rule.kind, round: this.#round, earliest: at.earliest, latest: at.latest, due, outcome });
    if (rule.kind === 'draft') this.#submission = left.latest;
    if (outcome === 'returned') this.#round++;
    const to = rule.next[outcome];
    if (to === undefined) throw new Error(`step ${path} has no outcome ${outcome}`);
    return { at: left, to: beside(path, to) };
  }

  #split(path: string, rule: RuleOf<'parallel'>, at: Moment): Exit {
    const part = placeOf(this.#route, path)?.route ?? this.#route;
    const chosen = Object.entries(rule.branches).filter(([, b]) => b.if === undefined || evaluateCondition(part, b.if, this.#values()));
    this.steps.push({ path, kind: rule.kind, round: this.#round, earliest: at.earliest, latest: at.latest, due: null, outcome: 'completed' });
    const joined: Moment[] = [];
    for (const [name, branch] of chosen) {
      const own = new Set(branch.steps.map((s) => beside(path, s)));
      let exit: Exit = { at, to: startOfBranch(this.#route, path, name) };
      while ('to' in exit && exit.to !== JOIN && own.has(exit.to)) exit = this.play(exit.to, exit.at);
      if (!('to' in exit) || exit.to !== JOIN) return exit;
      joined.push(exit.at);
    }
    const wanted = rule.join === 'all' ? joined.length : Math.min(joined.length, rule.join === 'any' ? 1 : rule.join.atLeast);
    const moment = (of: keyof Moment): Date => joined.map((m) => m[of]).sort((a, b) => a.getTime() - b.getTime())[wanted - 1] ?? at[of];
    return { at: { earliest: moment('earliest'), latest: moment('latest') }, to: beside(path, rule.next['completed'] ?? '') };
  }

  #inside(path: string, rule: RuleOf<'route'>, at: Moment): Exit {
    this.steps.push({ path, kind: rule.kind, round: this.#round, earliest: at.earliest, latest: at.latest, due: null, outcome: 'completed' });
    let exit: Exit = { at, to: startOfBranch(this.#route, path, '') };
    while ('to' in exit) exit = this.play(exit.to, exit.at);
    return { at: exit.at, to: beside(path, rule.next[exit.ended === 'done' ? 'completed' : 'rejected'] ?? '') };
  }
}
