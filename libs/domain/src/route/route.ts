import { z } from 'zod';
import { stepSchema, type StepRule, type WorkRule } from './step.ts';
import { name, role } from './who.ts';

export type { StepKind, StepRule, WorkRule, TaskRule, AutomaticRule, RegionRule, RuleOf } from './step.ts';
export type { Who, Each } from './who.ts';
export type { VoteRule, VoteMode } from './vote-rule.ts';
export type { Due } from './due.ts';

const words = z.strictObject({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300) });
/** What a role of the route means: bound from the programme's item, or the id of a unit or body. */
const bound = z.record(role, z.union([z.literal('from item'), z.string().min(1).max(64)])).default({});
const fieldType = z.enum(['money', 'number', 'boolean', 'text', 'date']);

/** A typed fact of the case. Without a default it must be given when the dossier is created, so that a condition always has a value. */
const field = z.union([fieldType, z.strictObject({ type: fieldType, title: words.optional(), default: z.union([z.boolean(), z.number(), z.string().max(500)]).optional() })]);

/** Most steps of one route; a longer one is cut into sub-routes. */
const MOST_STEPS = 200;

/**
 * The language of a route (quy trình): what an office writes in YAML or JSON, and what a dossier pins once it is
 * published. `semantics` is the meaning it was published with, so that it keeps it when the rules grow.
 */
export const routeSchema = z.strictObject({
  route: name,
  semantics: z.union([z.literal(1), z.literal(2)]).default(2),
  title: words,
  for: z.strictObject({ kinds: z.array(name).max(20).optional(), authority: role.optional() }).optional(),
  /** Posts of the lead unit that may start it; by default its drafters, its head and deputies. */
  starters: z.array(role).min(1).max(10).optional(),
  fields: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'tên trường: chữ cái và chữ số · letters and digits'), field).default({}),
  units: bound,
  groups: bound,
  bodies: bound,
  /** The ladder of every step with a term that names none; steps of leaders and bodies then climb the one for leaders. */
  ladder: name.optional(),
  start: name,
  steps: z.record(name, stepSchema).refine((steps) => Object.keys(steps).length <= MOST_STEPS, `tối đa ${MOST_STEPS} bước · at most ${MOST_STEPS} steps`),
});

export type FieldType = z.infer<typeof fieldType>;
export type FieldValue = boolean | number | string;
/** A route as its author writes it. */
export type WrittenRoute = z.infer<typeof routeSchema>;

/** The sub-routes that a route is published with, by the name that its steps use; each brings its own along. */
export type Parts = Readonly<Record<string, { readonly version: number; readonly rules: Route }>>;

/** A route as it is published and pinned. */
export interface Route extends WrittenRoute {
  readonly parts?: Parts;
}

/** A published route: the rules and the version that a dossier pins. */
export interface PublishedRoute {
  readonly id: string;
  readonly version: number;
  readonly rules: Route;
}

/** Where steps of a sub-route stand: `parent/step`. */
export const PATH_SEPARATOR = '/';
/** The target by which a branch ends. */
export const JOIN = 'join';

/** The part of the route that a path stands in, and the path's last name there. `a/b/c` is step c of the sub-route of a/b. */
export function placeOf(route: Route, path: string): { readonly route: Route; readonly prefix: string; readonly step: string } | null {
  const names = path.split(PATH_SEPARATOR);
  const step = names.pop() ?? '';
  let at = route;
  for (const parent of names) {
    const rule = Object.hasOwn(at.steps, parent) ? at.steps[parent] : undefined;
    const part = rule?.kind === 'route' ? at.parts?.[rule.route] : undefined;
    if (!part) return null;
    at = part.rules;
  }
  return { route: at, prefix: names.map((n) => `${n}${PATH_SEPARATOR}`).join(''), step };
}

/** The rule of a path, or undefined where there is none. */
export function findRule(route: Route, path: string): StepRule | undefined {
  const place = placeOf(route, path);
  return place && Object.hasOwn(place.route.steps, place.step) ? place.route.steps[place.step] : undefined;
}

/** The step's rule. A pinned route always has the step that the ledger names, so absence is a broken invariant. */
export function stepRule(route: Route, path: string): StepRule {
  const rule = findRule(route, path);
  if (!rule) throw new Error(`route ${route.route} has no step ${path}`);
  return rule;
}

/** The rule of a step that opened. */
export function workRule(route: Route, path: string): WorkRule {
  const rule = stepRule(route, path);
  if (rule.kind === 'end' || rule.kind === 'choice') throw new Error(`step ${path} of ${route.route} is passed, never opened`);
  return rule;
}

/** A target that stands beside `path`: in a sub-route it gets the same prefix; `join` stays. */
export function beside(path: string, target: string): string {
  const cut = path.lastIndexOf(PATH_SEPARATOR);
  return cut < 0 || target === JOIN ? target : `${path.slice(0, cut + 1)}${target}`;
}
