import { isApprovalOfAuthority } from '../route/paths.ts';
import { assertNever } from '../result.ts';
import type { Case } from '../case/case.ts';
import { openSteps } from '../case/case.ts';
import { stepRule, type Route, type StepRule } from '../route/route.ts';

/** The phases of a đề án's life, in the glossary's words without accents (codes). */
export const PHASES = ['soan-thao', 'lay-y-kien', 'tham-dinh', 'trinh', 'quyet-dinh', 'ban-hanh', 'theo-doi', 'ket-thuc'] as const;
export type Phase = (typeof PHASES)[number];

/** The phase that a step belongs to; a review or an own signature is drafting until the dossier has been submitted. */
export function phaseOfStep(rule: StepRule, submitted: boolean): Phase {
  switch (rule.kind) {
    case 'draft': return 'soan-thao';
    case 'review': return submitted || rule.reaches === 'submitted' ? 'trinh' : 'soan-thao';
    case 'consult': return 'lay-y-kien';
    case 'appraise': return 'tham-dinh';
    case 'approve':
    case 'sign': return isApprovalOfAuthority(rule) ? 'quyet-dinh' : submitted ? 'trinh' : 'soan-thao';
    case 'issue': return 'ban-hanh';
    case 'end': return 'ket-thuc';
    default: return assertNever(rule);
  }
}

/** Where the dossier is: the phase of its first open (else next) step; a closed dossier has ended. */
export function phaseOf(c: Case, route: Route): Phase {
  if (c.status !== 'open') return 'ket-thuc';
  const path = openSteps(c)[0]?.path ?? c.pending[0]?.path;
  return path === undefined ? 'soan-thao' : phaseOfStep(stepRule(route, path), c.programmeState !== 'notYetSubmitted');
}
