import { openSteps, type Case, type CaseStep } from '../case/case.ts';
import { isApprovalOfAuthority } from '../route/paths.ts';
import { findRule, type Route, type StepRule } from '../route/route.ts';
import type { BothWords } from '../votes/both-words.ts';
import { isAtAuthority, type DeskComponent } from './components.ts';

/** Where a dossier waits, as the office counts it, from the first to the last. */
export const OFFICE_STAGES = ['gathering', 'opinion', 'unscheduled', 'scheduled', 'concluding', 'finishing', 'signing', 'numbering', 'issued'] as const;
export type OfficeStage = (typeof OFFICE_STAGES)[number];

export const STAGE_NAMES: Readonly<Record<OfficeStage, BothWords>> = {
  gathering: { vi: 'Chờ đủ hồ sơ', en: 'Waiting to be complete' }, opinion: { vi: 'Chờ cho ý kiến, quyết định', en: 'Before leaders or a ballot' }, unscheduled: { vi: 'Chờ xếp lịch', en: 'Waiting for a meeting' },
  scheduled: { vi: 'Đã xếp vào hội nghị', en: 'On an agenda' }, concluding: { vi: 'Chờ kết luận', en: 'Waiting for the conclusion' }, finishing: { vi: 'Hoàn thiện theo kết luận', en: 'Finishing as concluded' },
  signing: { vi: 'Chờ ký', en: 'Waiting for the signature' }, numbering: { vi: 'Chờ lấy số, ban hành', en: 'Waiting for its number' }, issued: { vi: 'Đã phát hành', en: 'Issued' },
};

/** A meeting on whose agenda the dossier stands, as far as the stage asks. */
export interface DeskMeeting { readonly meeting: string; readonly step: string; readonly state: 'planned' | 'held' | 'closed' }

/** The stage, and the open step that it is about; null where the office has nothing to do with it yet. */
export interface Stand { readonly stage: OfficeStage; readonly step: CaseStep | null; readonly meeting: string | null }

/**
 * Where a dossier stands for the office. `meetings`: those on whose agenda it stands. A draft conclusion is prepared for the meeting, so that its lack keeps nothing from
 * being put on an agenda. A result that is to be confirmed, and a meeting that has decided and not concluded, wait for the conclusion.
 */
export function officeStand(c: Case, route: Route, components: readonly DeskComponent[], meetings: readonly DeskMeeting[]): Stand | null {
  if (c.number !== null) return { stage: 'issued', step: openSteps(c)[0] ?? null, meeting: null };
  if (c.status !== 'open' || c.manifest === null) return null;
  const open = openSteps(c).filter((s) => s.kind !== 'parallel' && s.kind !== 'route');
  const step = open.findLast((s) => isAtAuthority(findRule(route, s.path))) ?? open.at(-1) ?? null;
  const rule = step === null ? undefined : findRule(route, step.path);
  const unconcluded = meetings.find((m) => m.state !== 'closed' && c.steps.some((s) => s.id === m.step && s.state === 'settled'));
  if (unconcluded && (rule?.kind === 'finish' || rule?.kind === 'sign')) return { stage: 'concluding', step, meeting: unconcluded.meeting };
  return step === null || rule === undefined ? waiting(c, step) : atStep(c, step, rule, components, meetings);
}

function atStep(c: Case, step: CaseStep, rule: StepRule, components: readonly DeskComponent[], meetings: readonly DeskMeeting[]): Stand | null {
  const at = (stage: OfficeStage, meeting: string | null = null): Stand => ({ stage, step, meeting });
  switch (rule.kind) {
    case 'issue': return at('numbering');
    case 'finish': return at('finishing');
    case 'sign': return isApprovalOfAuthority(rule) ? at('signing') : waiting(c, step);
    case 'approve': return at('opinion');
    case 'vote': return rule.mode === 'meeting' ? inMeeting(c, step, components, meetings) : at('opinion');
    default: return waiting(c, step);
  }
}

function inMeeting(c: Case, step: CaseStep, components: readonly DeskComponent[], meetings: readonly DeskMeeting[]): Stand {
  const on = meetings.find((m) => m.step === step.id);
  const entered = c.proposals.some((p) => p.verb === 'recordResult' && p.params['step'] === step.id);
  if (entered || on?.state === 'held' || on?.state === 'closed') return { stage: 'concluding', step, meeting: on?.meeting ?? null };
  if (on) return { stage: 'scheduled', step, meeting: on.meeting };
  const lacks = components.some((k) => k.state === 'missing' && k.name !== 'conclusion');
  return { stage: lacks ? 'gathering' : 'unscheduled', step, meeting: null };
}

/** The office gathers what was submitted to it; what the lead unit still has to itself is no concern of the desk. */
const waiting = (c: Case, step: CaseStep | null): Stand | null => (c.programmeState === 'submitted' ? { stage: 'gathering', step, meeting: null } : null);
