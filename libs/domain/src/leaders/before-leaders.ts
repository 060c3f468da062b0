import { decisionsOf, stepById, stepOf, type Case, type CaseDecision, type CaseTask } from '../case/case.ts';
import { isLeadersTask } from '../deadlines/leaders.ts';
import { findRule, workRule, type Route, type StepRule } from '../route/route.ts';
import { isOfLeaders } from '../route/with-ladders.ts';
import type { BothWords } from '../votes/both-words.ts';

/** Opinions of the units and people that were asked, each counted once. */
export interface OpinionCounts { readonly consent: number; readonly accepted: number; readonly other: number; readonly unanswered: number }

/**
 * How many of those who were asked in the latest consultations agreed, had their remarks taken in (wholly or in part), said something else, or did not
 * answer in time; null where nobody was asked. Silence is counted apart and never as consent (product: rules of the trade).
 */
export function opinionCounts(c: Case): OpinionCounts | null {
  const latest = c.steps.filter((s, i) => s.kind === 'consult' && !c.steps.some((o, k) => k > i && o.path === s.path));
  if (latest.length === 0) return null;
  const said = latest.flatMap((s) => decisionsOf(c, s.id)).filter((d) => c.tasks.find((t) => t.id === d.task)?.purpose !== 'aside');
  const taken = (d: CaseDecision): boolean => ['accepted', 'partly'].includes(c.responses.find((r) => r.decision === d.id)?.verdict ?? '');
  const consent = said.filter((d) => d.outcome === 'consent').length;
  const accepted = said.filter((d) => d.outcome !== 'consent' && taken(d)).length;
  const asked = c.tasks.filter((t) => t.purpose === 'work' && latest.some((s) => s.id === t.step));
  return { consent, accepted, other: said.length - consent - accepted, unanswered: asked.filter((t) => !said.some((d) => d.task === t.id)).length };
}

/** "12 đồng ý · 2 góp ý đã tiếp thu · 1 khác · 1 không trả lời trong hạn": what there is none of is left out. */
export function opinionWords({ consent, accepted, other, unanswered }: OpinionCounts): BothWords {
  const join = (parts: readonly (readonly [number, string])[]): string => parts.filter(([n], i) => n > 0 || i === 0).map(([n, words]) => `${n} ${words}`).join(' · ');
  return {
    vi: join([[consent, 'đồng ý'], [accepted, 'góp ý đã tiếp thu'], [other, 'khác'], [unanswered, 'không trả lời trong hạn']]),
    en: join([[consent, 'agreed'], [accepted, 'taken in'], [other, 'other'], [unanswered, 'did not answer in time']]),
  };
}

/** The latest word of the office on what is submitted now: its check of the form, or the appraisal. Undefined where neither has spoken. */
export function officeVerdict(c: Case, route: Route): CaseDecision | undefined {
  return lastDecision(c, route, (rule) => rule.kind === 'appraise' || (rule.kind === 'review' && (rule.initials === 'form' || rule.reaches === 'submitted')));
}

/** Whose hand the submission bears: the latest signature that is not the authority's, else the consent of the lead unit's head. */
export function submissionSignature(c: Case, route: Route): CaseDecision | undefined {
  const signed = lastDecision(c, route, (rule, d) => rule.kind === 'sign' && d.outcome === 'signed' && !isOfLeaders(rule));
  return signed ?? lastDecision(c, route, (rule, d) => 'who' in rule && rule.who !== undefined && 'headOf' in rule.who && rule.who.headOf === 'leadUnit' && d.outcome === 'approved');
}

function lastDecision(c: Case, route: Route, is: (rule: StepRule, d: CaseDecision) => boolean): CaseDecision | undefined {
  return c.decisions.filter((d) => !c.voided.includes(d.id)).findLast((d) => {
    const rule = findRule(route, stepById(c, d.step).path);
    return rule !== undefined && is(rule, d);
  });
}

/** Whether an open task belongs on a leader's list: something that a leader says themselves, not what the office records of a meeting. `ofLeaders`: whether a ladder is for leaders. */
export function liesBeforeLeader(c: Case, route: Route, task: CaseTask, ofLeaders: (ladder: string) => boolean): boolean {
  const rule = workRule(route, stepOf(c, task).path);
  if (task.state !== 'open' || task.purpose === 'record' || task.purpose === 'aside') return false;
  return isLeadersTask(rule, task.purpose) || (task.purpose === 'work' && ['approve', 'sign'].includes(rule.kind) && rule.ladder !== undefined && ofLeaders(rule.ladder));
}

/** "Xin ý kiến về: …": what is asked of a leader, in one sentence. */
export function askedOfLeader(c: Case, route: Route, task: CaseTask, title: string): BothWords {
  const rule = workRule(route, stepOf(c, task).path);
  const of = (vi: string, en: string): BothWords => ({ vi: `${vi}: ${title}`, en: `${en}: ${title}` });
  if (task.purpose === 'confirm') return of('Xin xác nhận bản hoàn thiện', 'Confirmation of the finishing');
  if (rule.kind === 'sign') return of('Xin ký', 'Signature');
  if (rule.kind === 'vote') return of('Xin ý kiến bằng phiếu về', 'Vote');
  return rule.kind === 'approve' && rule.authority !== false ? of('Xin phê duyệt', 'Approval') : of('Xin ý kiến về', 'Opinion');
}
