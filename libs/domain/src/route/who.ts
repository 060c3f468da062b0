import { z } from 'zod';

/** Names in a route: lower case words joined by hyphens. */
export const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'tên viết thường, nối bằng gạch ngang · lower case words joined by hyphens').max(64);
/** A role of a unit, group or body that the dossier binds when it is created (`leadUnit`, `appraising` …). */
export const role = z.string().min(1).max(64);

/**
 * Who is asked to act. Units and bodies are roles, declared at the head of the route; resolved from the appointments of
 * the day on which the step opens. `post` without `of` is a post of the issuing office; `doneBy` is whoever did that step
 * (case handling, WRP-06); `superiorOf` the head of the unit that did it.
 */
export const whoSchema = z.union([
  z.strictObject({ person: z.literal('drafter') }),
  z.strictObject({ headOf: role }),
  z.strictObject({ post: role, of: role.optional(), skill: name.optional() }),
  z.strictObject({ unit: role }),
  z.strictObject({ body: role }),
  z.strictObject({ signers: role }),
  z.strictObject({ doneBy: name }),
  z.strictObject({ superiorOf: name }),
]);

/** Whom a consultation asks, one task each: the units of a group, or the members of a body. */
export const eachSchema = z.union([z.strictObject({ units: role }), z.strictObject({ members: role })]);

export type Who = z.infer<typeof whoSchema>;
export type Each = z.infer<typeof eachSchema>;
