import { z } from 'zod';

/**
 * The language of a route (quy trình): what an office writes in YAML and what a dossier pins once it is published.
 * Names of units (`leadUnit`, `appraising` …), groups and bodies are roles that the dossier binds when it is created.
 */
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'tên viết thường, nối bằng gạch ngang · lower case words joined by hyphens');
const role = z.string().min(1).max(64);

export const whoSchema = z.union([
  z.strictObject({ person: z.literal('drafter') }),
  z.strictObject({ headOf: role }),
  z.strictObject({ post: role, of: role }),
  z.strictObject({ unit: role }),
  z.strictObject({ body: role }),
  z.strictObject({ signers: role }),
]);

const stepFields = {
  title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }).optional(),
  due: z.strictObject({ days: z.number().int().min(1).max(3650) }).optional(),
  reaches: z.literal('submitted').optional(),
  labels: z.record(z.string(), z.string()).optional(),
  next: z.record(z.string(), name),
};
const needs = z.strictObject({ documents: z.array(name).min(1) }).optional();

export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), ...stepFields, who: whoSchema, needs }),
  z.strictObject({ kind: z.literal('review'), ...stepFields, who: whoSchema, initials: z.enum(['content', 'form']).optional() }),
  z.strictObject({ kind: z.literal('consult'), ...stepFields, each: z.strictObject({ units: role }) }),
  z.strictObject({ kind: z.literal('appraise'), ...stepFields, who: whoSchema }),
  z.strictObject({ kind: z.literal('approve'), ...stepFields, who: whoSchema, rule: z.enum(['any', 'all']), authority: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('sign'), ...stepFields, who: whoSchema, authority: z.boolean().optional(), as: z.string().max(8).optional() }),
  z.strictObject({ kind: z.literal('issue'), ...stepFields, who: whoSchema, register: z.literal('from item'), completes: z.literal('item').optional() }),
  z.strictObject({ kind: z.literal('end'), title: stepFields.title, status: z.enum(['done', 'rejected', 'cancelled']) }),
]);

export const routeSchema = z.strictObject({
  route: name,
  semantics: z.literal(1).default(1),
  title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  units: z.record(role, z.literal('from item')).default({}),
  groups: z.record(role, z.literal('from item')).default({}),
  bodies: z.record(role, z.literal('from item')).default({}),
  start: name,
  steps: z.record(name, stepSchema),
});

export type Who = z.infer<typeof whoSchema>;
export type StepRule = z.infer<typeof stepSchema>;
export type StepKind = StepRule['kind'];
export type Route = z.infer<typeof routeSchema>;
/** A step kind that people work on: every kind but the end. */
export type WorkRule = Exclude<StepRule, { kind: 'end' }>;

/** A published route: the rules and the version that a dossier pins. */
export interface PublishedRoute {
  readonly id: string;
  readonly version: number;
  readonly rules: Route;
}

/** The step's rule. A pinned route always has the step that the ledger names, so absence is a broken invariant. */
export function stepRule(route: Route, path: string): StepRule {
  const rule = route.steps[path];
  if (!rule) throw new Error(`route ${route.route} has no step ${path}`);
  return rule;
}
