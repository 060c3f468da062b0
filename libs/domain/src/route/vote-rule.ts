import { z } from 'zod';

/**
 * How a body decides. `approve` is what the base must reach (`> 1/2`, `>= 2/3`); `quorum` the share of members that must be
 * present (`2/3`: at least), `none` for none. `abstain: notCast` leaves abstentions out of the base `cast`. `close: early`
 * settles as soon as nothing can change it.
 */
export const voteRuleSchema = z.strictObject({
  base: z.enum(['members', 'present', 'cast']),
  approve: z.string().regex(/^>=? [1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'ví dụ “> 1/2” hoặc “>= 2/3” · for example “> 1/2” or “>= 2/3”'),
  quorum: z.union([z.literal('none'), z.string().regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'ví dụ “2/3” hoặc none · for example “2/3” or none')]).default('none'),
  tie: z.enum(['fail', 'chair']).default('fail'),
  ballot: z.enum(['open', 'secret']).default('open'),
  abstain: z.enum(['cast', 'notCast']).default('cast'),
  close: z.enum(['atDue', 'early']).default('atDue'),
});

export type VoteRule = z.infer<typeof voteRuleSchema>;
export type VoteMode = 'meeting' | 'written' | 'electronic';
