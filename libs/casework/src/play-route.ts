import { BASE_CALENDAR, fieldFaults, findRule, ok, officeDay, refuse, simulate, withDefaults, type FieldValue, type Played, type Result, type Route } from '@totrinh/domain';
import { calendarOfUnit, findRoute } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { checkedRoute } from './publish-route.ts';

/** A route as it is written, or one that is published (null: its latest version). */
export type RouteChoice = { readonly source: string } | { readonly route: string; readonly version: number | null };

/** How it is played; what is left out takes the forward outcome, its due day, and the defaults of the route. */
export interface PlayInput {
  readonly start: Date | null;
  readonly kind: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly outcomes: Readonly<Record<string, readonly string[]>>;
  readonly dates: Readonly<Record<string, readonly string[]>>;
  readonly itemDeadline: string | null;
}

/** Checks a source against the published sub-routes and today's directory, as publishing would. Errors: ROUTE_INVALID. */
export function checkSource(desk: Desk, source: string): Promise<Result<Route>> {
  return desk.transact<Result<Route>>(async (tx) => ok(await checkedRoute(tx, source, officeDay(desk.now()))));
}

/** Plays a route over given outcomes and days. Errors: ROUTE_INVALID, ROUTE_NOT_FOUND, FIELDS_INVALID, STEP_NOT_FOUND, OUTCOME_NOT_POSSIBLE. */
export async function playRoute(desk: Desk, choice: RouteChoice, input: PlayInput): Promise<Result<Played>> {
  const chosen = 'source' in choice ? await checkSource(desk, choice.source) : await published(desk, choice.route, choice.version);
  if (!chosen.ok) return chosen;
  const route = chosen.value;
  const fields = withDefaults(route, input.fields);
  const faults = fieldFaults(route, fields, true);
  if (faults.length > 0) return refuse('FIELDS_INVALID', { fields: faults });
  const stray = strayOutcome(route, input);
  if (stray) return stray;
  const calendar = await desk.transact((tx) => calendarOfUnit(tx, BASE_CALENDAR));
  return ok(simulate(route, { start: input.start ?? desk.now(), kind: input.kind ?? route.for?.kinds?.[0] ?? '', fields, outcomes: input.outcomes, dates: input.dates, itemDeadline: input.itemDeadline, calendar }));
}

async function published(desk: Desk, id: string, version: number | null): Promise<Result<Route>> {
  const found = await desk.transact((tx) => findRoute(tx, id, version));
  return found ? ok(found.rules) : refuse('ROUTE_NOT_FOUND', { route: id, version });
}

/** A step that the route has not, or an outcome that leads nowhere from it. */
function strayOutcome(route: Route, { outcomes, dates }: PlayInput): (Result<never> & { ok: false }) | null {
  for (const path of [...Object.keys(outcomes), ...Object.keys(dates)]) if (!findRule(route, path)) return refuse('STEP_NOT_FOUND', { step: path });
  for (const [path, said] of Object.entries(outcomes)) {
    const rule = findRule(route, path);
    const possible = rule && 'next' in rule ? Object.keys(rule.next) : [];
    const outcome = said.find((o) => !possible.includes(o));
    if (outcome !== undefined) return refuse('OUTCOME_NOT_POSSIBLE', { outcome, possible });
  }
  return null;
}
