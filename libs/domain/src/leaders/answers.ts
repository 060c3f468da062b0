import { stepOf, type Case, type CaseTask } from '../case/case.ts';
import { BALLOT_CHOICES, OUTCOMES_WITH_REASON } from '../route/outcomes.ts';
import { workRule, type Route, type WorkRule } from '../route/route.ts';
import { needsReason as ballotNeedsReason } from '../verbs/cast.ts';
import { possibleIn } from '../verbs/decide.ts';
import { legalReturnTargets } from '../verbs/returns.ts';
import type { BothWords } from '../votes/both-words.ts';

/** One thing that a leader may say in a task. `agrees`: the plain yes; whatever else there is is "ý kiến khác". */
export interface LeaderAnswer {
  readonly verb: 'decide' | 'sign' | 'confirm' | 'cast';
  readonly outcome: string;
  readonly label: BothWords;
  readonly agrees: boolean;
  readonly needsReason: boolean;
  readonly needsDemands: boolean;
  readonly freshSignIn: boolean;
  readonly returnTargets: readonly string[];
}

const LABELS: Readonly<Record<string, BothWords>> = {
  approved: { vi: 'Đồng ý', en: 'Agree' },
  approvedSubjectTo: { vi: 'Đồng ý, giao hoàn thiện', en: 'Agree, subject to demands' },
  conditional: { vi: 'Đồng ý với điều kiện', en: 'Agree on conditions' },
  rejected: { vi: 'Không đồng ý', en: 'Disagree' },
  returned: { vi: 'Chuyển lại để hoàn thiện', en: 'Return for more work' },
  signed: { vi: 'Ký', en: 'Sign' },
  confirmed: { vi: 'Xác nhận bản hoàn thiện', en: 'Confirm the finishing' },
  consent: { vi: 'Đồng ý', en: 'Agree' },
  object: { vi: 'Không đồng ý', en: 'Disagree' },
  yes: { vi: 'Đồng ý', en: 'Yes' },
  no: { vi: 'Không đồng ý', en: 'No' },
  other: { vi: 'Ý kiến khác', en: 'Another opinion' },
  abstain: { vi: 'Không biểu quyết', en: 'Abstain' },
};
const AGREES: ReadonlySet<string> = new Set(['approved', 'signed', 'confirmed', 'consent', 'yes']);

/** What may be said in an open task, the plain yes first, in the words of the route where it has its own. Whether somebody may is asked of allowedActions. */
export function leaderAnswers(c: Case, route: Route, task: CaseTask): LeaderAnswer[] {
  const step = stepOf(c, task);
  const rule = workRule(route, step.path);
  const own = 'labels' in rule ? rule.labels : undefined;
  const fresh = 'fresh' in rule ? rule.fresh : undefined;
  return saidIn(task, rule).map(([verb, outcome]) => {
    const usual = Object.hasOwn(LABELS, outcome) ? LABELS[outcome] : undefined;
    const label = own?.[outcome];
    return {
      verb, outcome, label: { vi: label ?? usual?.vi ?? outcome, en: usual?.en ?? label ?? outcome }, agrees: AGREES.has(outcome), needsReason: asksReason(rule, verb, outcome), needsDemands: outcome === 'approvedSubjectTo',
      freshSignIn: fresh?.includes(outcome) === true, returnTargets: outcome === 'returned' ? legalReturnTargets(c, route, step) : [],
    };
  });
}

type Said = readonly [LeaderAnswer['verb'], string];

function saidIn(task: CaseTask, rule: WorkRule): readonly Said[] {
  if (task.purpose === 'confirm') return [['confirm', 'confirmed'], ['confirm', 'returned']];
  if (rule.kind === 'vote') return rule.mode === 'meeting' || task.purpose !== 'work' ? [] : BALLOT_CHOICES.map((choice): Said => ['cast', choice]);
  return possibleIn(task, rule).map((outcome): Said => [outcome === 'signed' ? 'sign' : 'decide', outcome]);
}

function asksReason(rule: WorkRule, verb: LeaderAnswer['verb'], outcome: string): boolean {
  if (verb === 'cast') return rule.kind === 'vote' && BALLOT_CHOICES.some((choice) => choice === outcome && ballotNeedsReason(rule, choice));
  // What is approved subject to demands is explained by them.
  return outcome !== 'approvedSubjectTo' && (OUTCOMES_WITH_REASON.has(outcome) || ('reasons' in rule && rule.reasons?.includes(outcome) === true));
}
