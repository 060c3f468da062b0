import { beside, findRule, JOIN, possibleOutcomes, regionOf, startOfBranch, STEP_OUTCOMES, TASK_OUTCOMES, type Route } from '@totrinh/domain';
import { pathsOf } from './acts-on-dossier.ts';
import type { Walk } from './walk.ts';

/** What a body can bring about: by yes, by no, or by calling the vote off. */
export const BODY_OUTCOMES = ['approved', 'rejected', 'lapsed'] as const;

/** The full path that an outcome leads to; what a branch or a sub-route ends with leads where its region goes on. */
export function targetOf(route: Route, path: string, outcome: string): string {
  const rule = findRule(route, path);
  if (!rule || rule.kind === 'end' || rule.kind === 'choice') return '';
  return landing(route, path, rule.next[outcome] ?? '');
}

function landing(route: Route, path: string, target: string): string {
  const region = regionOf(route, path)?.region;
  if (target === JOIN && region !== undefined) return targetOf(route, region, 'completed');
  const to = beside(path, target);
  const rule = findRule(route, to);
  const part = regionOf(route, to);
  return rule?.kind === 'end' && part?.branch === '' ? targetOf(route, part.region, rule.status === 'done' ? 'completed' : 'rejected') : to;
}

/** Steps from each path to the nearest end, or to the nearest issue where one can be reached: what people aim at. */
export function distances(w: Walk, toIssue: boolean): Map<string, number> {
  const { route } = w;
  const paths = pathsOf(w);
  const kindOf = (path: string): string | undefined => findRule(route, path)?.kind;
  const goals = paths.filter((p) => (toIssue ? kindOf(p) === 'issue' : kindOf(p) === 'end' && regionOf(route, p) === null));
  const far = new Map(goals.map((g) => [g, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const path of paths) {
      const near = Math.min(...nextOf(route, path).map((to) => (far.get(to) ?? 1e5) + 1));
      if (near < (far.get(path) ?? 1e5)) { far.set(path, near); changed = true; }
    }
  }
  return toIssue && far.size === 0 ? distances(w, false) : far;
}

function nextOf(route: Route, path: string): string[] {
  const rule = findRule(route, path);
  if (!rule || rule.kind === 'end') return [];
  if (rule.kind === 'choice') return rule.when.map((arm) => landing(route, path, 'else' in arm ? arm.else : arm.go));
  const inside = rule.kind === 'parallel' ? Object.keys(rule.branches) : rule.kind === 'route' ? [''] : [];
  if (inside.length > 0) return inside.map((branch) => startOfBranch(route, path, branch));
  if (rule.kind === 'vote') return BODY_OUTCOMES.map((outcome) => targetOf(route, path, outcome));
  // Where nobody chooses the outcome by a word (a finishing is confirmed) people count on the first one.
  const outcomes = TASK_OUTCOMES[rule.kind].length > 0 && rule.kind !== 'consult' ? possibleOutcomes(rule) : STEP_OUTCOMES[rule.kind].needed.slice(0, 1);
  return outcomes.map((outcome) => targetOf(route, path, outcome));
}
