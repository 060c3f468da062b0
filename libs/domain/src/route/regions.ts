import { PATH_SEPARATOR, placeOf, type Route } from './route.ts';

/** The branch of a parallel step, or the inside of a sub-route (branch ''), that a step stands in. */
export interface Place {
  /** Path of the parallel or sub-route step. */
  readonly region: string;
  readonly branch: string;
}

/** The innermost region that a step stands in; null on the top level. */
export function regionOf(route: Route, path: string): Place | null {
  const place = placeOf(route, path);
  if (!place) return null;
  for (const [name, rule] of Object.entries(place.route.steps)) {
    if (rule.kind !== 'parallel') continue;
    const branch = Object.entries(rule.branches).find(([, b]) => b.steps.includes(place.step));
    if (branch) return { region: `${place.prefix}${name}`, branch: branch[0] };
  }
  return place.prefix === '' ? null : { region: place.prefix.slice(0, -PATH_SEPARATOR.length), branch: '' };
}

/** The regions around a step, from the innermost to the outermost. */
export function regionsAround(route: Route, path: string): Place[] {
  const around: Place[] = [];
  for (let place = regionOf(route, path); place; place = regionOf(route, place.region)) around.push(place);
  return around;
}

/** The first step of a branch, as a full path. */
export function startOfBranch(route: Route, region: string, branch: string): string {
  const place = placeOf(route, region);
  const rule = place?.route.steps[place.step];
  if (rule?.kind === 'route') return `${region}${PATH_SEPARATOR}${place?.route.parts?.[rule.route]?.rules.start ?? ''}`;
  const first = rule?.kind === 'parallel' ? rule.branches[branch]?.steps[0] : undefined;
  if (!place || first === undefined) throw new Error(`no branch ${branch} in ${region}`);
  return `${place.prefix}${first}`;
}
