import { isAdministrator, type Actor } from '../case/actor.ts';

/** The screens of the menu, in its order. */
export const SCREENS = ['queue', 'leaders', 'compose', 'dossiers', 'office', 'meetings', 'registers', 'programmes', 'deadlines', 'briefing', 'ballots', 'notices', 'absences', 'calendar', 'routes', 'organisation', 'settings', 'deliveries'] as const;
export type Screen = (typeof SCREENS)[number];

/** What somebody is today, as the menu asks: several things at once, or none. */
export interface Capacities {
  readonly administrator: boolean;
  /** Of an issuing office, or the secretary of a body: handles meetings and what was said on paper. */
  readonly office: boolean;
  /** Sits in a body: decides, gives opinions, votes. */
  readonly leader: boolean;
  readonly secretary: boolean;
  readonly clerk: boolean;
  readonly head: boolean;
  readonly drafter: boolean;
}

/** Everybody who holds a post has these. */
const EVERYBODY: readonly Screen[] = ['queue', 'dossiers', 'programmes', 'deadlines', 'notices', 'absences', 'calendar', 'routes', 'organisation'];

/** What the actor is today. `offices`: units that issue for others. An acting post counts like any other. */
export function capacitiesOf(actor: Actor, offices: ReadonlySet<string>): Capacities {
  const has = (...roles: string[]): boolean => actor.posts.some((p) => roles.includes(p.role));
  const secretary = actor.posts.some((p) => p.role === 'secretary' && p.body !== null);
  return {
    administrator: isAdministrator(actor), office: secretary || actor.posts.some((p) => p.unit !== null && offices.has(p.unit) && p.role !== 'admin'), leader: actor.posts.some((p) => p.body !== null && p.role !== 'secretary'), secretary,
    clerk: has('clerk', 'van-thu'), head: actor.posts.some((p) => p.unit !== null && (p.role === 'head' || p.role === 'deputy')), drafter: has('drafter'),
  };
}

/** The screens of somebody's menu, in its order; whoever holds no post has their notices alone. What a screen shows is asked again where it is read. */
export function screensOf(is: Capacities, holdsPost: boolean): Screen[] {
  if (!holdsPost) return ['notices'];
  const own = new Set<Screen>([
    ...EVERYBODY,
    ...(is.leader || is.secretary ? (['leaders', 'ballots', 'meetings'] as const) : []),
    ...(is.drafter || is.head ? (['compose'] as const) : []),
    ...(is.office || is.administrator ? (['office', 'meetings', 'registers', 'briefing'] as const) : []),
    ...(is.clerk ? (['registers'] as const) : []),
    ...(is.administrator ? (['settings', 'deliveries'] as const) : []),
  ]);
  return SCREENS.filter((s) => own.has(s));
}
