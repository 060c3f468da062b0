import { z } from 'zod';
import { dueSchema } from './due.ts';
import { voteRuleSchema } from './vote-rule.ts';
import { eachSchema, name, role, whoSchema } from './who.ts';

const words = z.strictObject({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300) });
/** A condition in CEL over the typed facts of the case; compiled and type-checked when the route is published. */
const condition = z.string().min(1).max(500);

/** What every step may have. `next` leads on by outcome; inside a branch the word `join` ends the branch. */
const common = {
  title: words.optional(),
  due: dueSchema.optional(),
  ladder: name.optional(),
  reaches: z.literal('submitted').optional(),
  labels: z.record(z.string(), z.string().min(1).max(100)).optional(),
  next: z.record(z.string(), name),
};
/** What a step has that people work in. */
const worked = {
  ...common,
  /** Who replaces candidates that separation of duties bars; by default their superior. */
  orElse: whoSchema.optional(),
  /** How one of several candidates is chosen: offered to all (default), in turn, or to whoever has the fewest open tasks. */
  pick: z.enum(['offer', 'roundRobin', 'shortestQueue']).optional(),
  /** Outcomes that need a comment beside those that always do. */
  reasons: z.array(z.string()).max(10).optional(),
  /** Outcomes that need a sign-in of the last five minutes. */
  fresh: z.array(z.string()).max(10).optional(),
  /** Verbs that are not offered in this step. */
  without: z.array(z.enum(['transfer', 'ask', 'claim', 'recall', 'return', 'nudge', 'extend', 'record', 'addParticipant', 'removeParticipant'])).max(10).optional(),
  /** Roles of the documents that this step's holders see; all where absent. */
  shows: z.array(name).max(20).optional(),
  /** Who goes on after a return: through every step again (default), or straight back to the returner while the content is unchanged. */
  resume: z.literal('returner').optional(),
};
const needs = z.strictObject({ documents: z.array(name).min(1).max(20).optional(), responses: z.literal('all').optional() }).optional();

const branch = z.strictObject({ steps: z.array(name).min(1).max(50), if: condition.optional() });
const arm = z.union([z.strictObject({ if: condition, go: name }), z.strictObject({ else: name })]);
const decidedBy = z.union([z.enum(['any', 'all', 'sequence']), z.strictObject({ atLeast: z.number().int().min(1).max(500) })]);

export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), ...worked, who: whoSchema, needs }),
  z.strictObject({ kind: z.literal('review'), ...worked, who: whoSchema, initials: z.enum(['content', 'form']).optional() }),
  z.strictObject({ kind: z.literal('consult'), ...worked, each: eachSchema, silence: z.enum(['unanswered', 'consent']).default('unanswered'), enough: z.number().int().min(1).max(500).optional() }),
  z.strictObject({ kind: z.literal('appraise'), ...worked, who: whoSchema }),
  z.strictObject({ kind: z.literal('approve'), ...worked, who: whoSchema, rule: decidedBy, authority: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('vote'), ...worked, mode: z.enum(['meeting', 'written', 'electronic']), roster: z.strictObject({ body: role }), rule: voteRuleSchema, record: whoSchema.optional(), authority: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('finish'), ...worked, who: whoSchema, confirm: whoSchema }),
  z.strictObject({ kind: z.literal('sign'), ...worked, who: whoSchema, authority: z.boolean().optional(), as: z.string().max(8).optional() }),
  z.strictObject({ kind: z.literal('issue'), ...worked, who: whoSchema, register: z.literal('from item'), completes: z.literal('item').optional() }),
  z.strictObject({ kind: z.literal('track'), ...worked, who: whoSchema.optional(), milestones: z.union([z.strictObject({ from: z.literal('item') }), z.array(name).min(1).max(50)]) }),
  z.strictObject({ kind: z.literal('parallel'), ...common, branches: z.record(name, branch), join: z.union([z.enum(['all', 'any']), z.strictObject({ atLeast: z.number().int().min(1).max(50) })]), rest: z.enum(['cancel', 'finish']).default('cancel'), again: z.literal('all').optional() }),
  z.strictObject({ kind: z.literal('choice'), title: common.title, when: z.array(arm).min(1).max(20) }),
  z.strictObject({ kind: z.literal('route'), ...common, route: name }),
  z.strictObject({ kind: z.literal('notify'), ...common, to: z.array(whoSchema).min(1).max(20), message: words }),
  z.strictObject({ kind: z.literal('webhook'), ...common, hook: name }),
  z.strictObject({ kind: z.literal('wait'), ...common, for: name.optional() }),
  z.strictObject({ kind: z.literal('end'), title: common.title, status: z.enum(['done', 'rejected', 'cancelled']) }),
]);

export type StepRule = z.infer<typeof stepSchema>;
export type StepKind = StepRule['kind'];
/** The rule of a kind. */
export type RuleOf<K extends StepKind> = Extract<StepRule, { kind: K }>;
/** Steps that open and settle: every kind but the choice, which is passed at once, and the end. */
export type WorkRule = Exclude<StepRule, { kind: 'end' | 'choice' }>;
/** Steps that run by themselves. */
export type AutomaticRule = RuleOf<'notify' | 'webhook' | 'wait'>;
/** Steps that hold other steps. */
export type RegionRule = RuleOf<'parallel' | 'route'>;
/** Steps that people work in. */
export type TaskRule = Exclude<WorkRule, AutomaticRule | RegionRule>;
