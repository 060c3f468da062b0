import { readFileSync } from 'node:fs';
import type { Counts, VoteArithmetic, VoteEnd, VoteRule } from '@totrinh/domain';

export type Choice = NonNullable<VoteArithmetic['chair']>;

export interface VoteCase {
  readonly name: string;
  readonly mode: VoteArithmetic['mode'];
  readonly rule: VoteRule;
  readonly counts: Counts;
  readonly end: VoteEnd;
  readonly chair: Choice | null;
  readonly outcome: string | null;
}

const COLUMNS = 'name,mode,base,approve,tie,quorum,abstain,close,end,members,present,yes,no,abstainCount,other,chair,outcome';

/** The cases of votes.csv, worked out by hand from the rules' texts. No field has a comma in it; `pending` is not settled yet. */
export function voteCases(): VoteCase[] {
  const [head, ...lines] = readFileSync(new URL('./votes.csv', import.meta.url), 'utf8').trim().split('\n');
  if (head !== COLUMNS) throw new Error(`columns of votes.csv: ${head}`);
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== COLUMNS.split(',').length) throw new Error(`a field too many or too few: ${line}`);
    const [name, mode, base, approve, tie, quorum, abstain, close, end, members, present, yes, no, abstainCount, other, chair, outcome] = fields as [string, VoteCase['mode'], VoteRule['base'], string, VoteRule['tie'], string, VoteRule['abstain'], VoteRule['close'], VoteEnd, string, string, string, string, string, string, Choice | '', string];
    return {
      name, mode, end,
      rule: { base, approve, tie, quorum, abstain, close, ballot: 'open' },
      counts: { members: Number(members), present: Number(present), yes: Number(yes), no: Number(no), other: Number(other), abstain: Number(abstainCount) },
      chair: chair === '' ? null : chair,
      outcome: outcome === 'pending' ? null : outcome,
    };
  });
}
