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
    case 'vote': return isApprovalOfAuthority(rule) ? 'quyet-dinh' : 'trinh';
    case 'finish': return 'quyet-dinh';
    case 'issue': return 'ban-hanh';
    case 'track': return 'theo-doi';
    case 'parallel':
    case 'route':
    case 'choice':
    case 'notify':
    case 'webhook':
    case 'wait': return submitted ? 'trinh' : 'soan-thao';
    case 'end': return 'ket-thuc';
    default: return assertNever(rule);
  }
}

/** Where the dossier is: the latest phase among its open steps, regions aside, else of what comes next; a closed dossier has ended. */
export function phaseOf(c: Case, route: Route): Phase {
  if (c.status !== 'open') return 'ket-thuc';
  const worked = openSteps(c).filter((s) => s.kind !== 'parallel' && s.kind !== 'route').map((s) => s.path);
  const paths = worked.length > 0 ? worked : [...c.pending, ...openSteps(c)].map((p) => p.path);
  const phases = paths.map((path) => PHASES.indexOf(phaseOfStep(stepRule(route, path), c.programmeState !== 'notYetSubmitted')));
  return PHASES[Math.max(0, ...phases)] ?? 'soan-thao';
}
