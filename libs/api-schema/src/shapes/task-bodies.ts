import { BALLOT_CHOICES } from '@totrinh/domain';
import { z } from 'zod';
import { day, id, path, uuid, words } from './basics.ts';

/** What acts on a task carry. Words are cleaned and measured by the rules of text; here only their kind is judged. */
const outcome = z.string().min(1).max(64);
const demands = z.array(words).max(50).nullish();

export const decisionBody = z.strictObject({ outcome, reason: words.nullish(), to: path.nullish(), demands }).meta({ id: 'DecisionRequest' });
export const returnBody = z.strictObject({ to: path.nullish(), reason: words.nullish() }).meta({ id: 'ReturnRequest' });
export const answerBody = z.strictObject({ outcome: z.enum(['consent', 'object', 'other']), reason: words.nullish() }).meta({ id: 'OpinionRequest' });
export const castBody = z.strictObject({ choice: z.enum(BALLOT_CHOICES), reason: words.nullish() }).meta({ id: 'BallotRequest' });
export const reserveBody = z.strictObject({ text: words }).meta({ id: 'ReserveRequest' });
export const registerBody = z.strictObject({ number: z.string().min(1).max(100) }).meta({ id: 'RegisterRequest' });
export const assignBody = z.strictObject({ person: id, mayAnswer: z.boolean().default(false) }).meta({ id: 'AssignRequest' });
export const prepareBody = z.strictObject({ outcome, text: words }).meta({ id: 'PrepareRequest' });
export const transferBody = z.strictObject({ person: id }).meta({ id: 'TransferRequest' });
export const reassignBody = z.strictObject({ person: id, reason: words.nullish() }).meta({ id: 'ReassignRequest' });
export const extendBody = z.strictObject({ until: day, reason: words.nullish() }).meta({ id: 'ExtendRequest' });
export const recordBody = z.strictObject({
  principal: id, outcome, reason: words.nullish(), to: path.nullish(), demands, document: uuid, on: day, number: z.string().max(100).nullish(), signatory: z.string().min(1).max(255),
}).meta({ id: 'RecordRequest', description: 'What somebody said on paper: the scan, its day, its number and who signed it' });
const count = z.int().min(0).max(10_000);
export const recordResultBody = z.strictObject({
  present: count, yes: count, no: count, other: count, abstain: count, chair: z.enum(BALLOT_CHOICES).nullish(), document: uuid.nullish(), meeting: uuid.nullish(), reason: words.nullish(),
  names: z.record(id, z.enum(BALLOT_CHOICES)).nullish().meta({ description: 'Who said what, where it was a vote by name' }), demands,
}).meta({ id: 'ResultRequest' });
export const reachBody = z.strictObject({ milestone: z.string().min(1).max(100) }).meta({ id: 'ReachRequest' });
export const confirmBody = z.strictObject({ outcome: z.enum(['confirmed', 'returned']), reason: words.nullish() }).meta({ id: 'ConfirmRequest' });
export const issueBody = z.strictObject({ number: z.int().min(1).max(999_999).nullish() }).meta({ id: 'IssueRequest', description: '`number` only where the register records numbers given elsewhere' });
