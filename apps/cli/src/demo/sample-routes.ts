import { readdirSync, readFileSync } from 'node:fs';
import { readRoute } from '@totrinh/casework';
import type { Route } from '@totrinh/domain';

/** A route that ships: its source as an office would publish it, and the rules read from it. */
export interface SampleRoute {
  readonly source: string;
  readonly rules: Route;
}

const FOLDER = new URL('../../data/routes/', import.meta.url);

/** The routes that ship, by id, in the order of their ids. A file that cannot be published is a broken installation and throws. */
export function readSampleRoutes(): ReadonlyMap<string, SampleRoute> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')).sort();
  return new Map(files.map((name) => {
    const source = readFileSync(new URL(name, FOLDER), 'utf8');
    const read = readRoute(source);
    if (!read.ok) throw new Error(`the sample's route ${name} is invalid: ${JSON.stringify(read.error.details)}`);
    return [read.value.route, { source, rules: read.value }];
  }));
}

/** The step in which the competent authority decides: the first vote or approval that is not given before it. */
export function authorityStep(route: Route): string {
  const found = Object.entries(route.steps).find(([, rule]) => (rule.kind === 'vote' || rule.kind === 'approve') && rule.authority !== false);
  if (!found) throw new Error(`nobody decides in the route ${route.route}`);
  return found[0];
}

/** Whether the authority decides in a meeting, whose result the office records. */
export function decidesInMeeting(route: Route): boolean {
  const rule = route.steps[authorityStep(route)];
  return rule?.kind === 'vote' && rule.mode === 'meeting';
}
