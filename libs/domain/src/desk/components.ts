import { decisionsOf, type Case, type CaseDocument, type CaseStep } from '../case/case.ts';
import { graphOf } from '../route/graph.ts';
import { isApprovalOfAuthority } from '../route/paths.ts';
import { findRule, type Route, type StepRule } from '../route/route.ts';
import type { BothWords } from '../votes/both-words.ts';
import { opinionsToAnswer } from '../verbs/submit.ts';

/** What an office wants to see of a dossier before a body sits over it. */
export const DESK_COMPONENTS = ['submission', 'draft', 'opinions', 'appraisal', 'conclusion'] as const;
export type DeskComponentName = (typeof DESK_COMPONENTS)[number];

export const COMPONENT_NAMES: Readonly<Record<DeskComponentName, BothWords>> = {
  submission: { vi: 'Tờ trình', en: 'Submission' }, draft: { vi: 'Dự thảo', en: 'Draft' }, opinions: { vi: 'Tổng hợp, tiếp thu, giải trình ý kiến', en: 'Opinions and answers' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' }, conclusion: { vi: 'Dự thảo kết luận', en: 'Draft conclusion' },
};
/** Roles of the documents that are such a component. */
const ROLES: Readonly<Record<DeskComponentName, readonly string[]>> = {
  submission: ['to-trinh'], draft: ['du-thao'], opinions: ['tong-hop-y-kien'], appraisal: ['tham-dinh'], conclusion: ['du-thao-ket-luan'],
};

/** A component: its newest document where there is one; by the record where the steps themselves say it (opinions answered, an appraisal decided). */
export interface DeskComponent {
  readonly name: DeskComponentName;
  readonly state: 'present' | 'missing' | 'notAsked';
  readonly by: 'document' | 'record' | null;
  readonly document: CaseDocument | null;
  /** Paths of the steps of the route that ask for it. */
  readonly askedBy: readonly string[];
}

/**
 * What a dossier has and lacks, each component in its order. A component is asked for by drafts that need its documents, opinions also by consultations,
 * an appraisal by the step that makes it, a draft conclusion by a vote at a meeting. Once the authority has it, only steps that were really gone through ask: an arm
 * that was not taken wants nothing.
 */
export function deskComponents(c: Case, route: Route): DeskComponent[] {
  const visited = new Set(c.steps.map((s) => s.path));
  const decided = c.status !== 'open' || c.steps.some((s) => s.state === 'open' && isAtAuthority(findRule(route, s.path)));
  return DESK_COMPONENTS.map((name): DeskComponent => {
    const askedBy = askers(route, name).filter((path) => !decided || visited.has(path));
    const document = newestOf(c.documents, ROLES[name]);
    const by = document ? 'document' : isOnRecord(c, name) ? 'record' : null;
    return { name, state: by !== null ? 'present' : askedBy.length > 0 ? 'missing' : 'notAsked', by, document, askedBy };
  });
}

/** Whether the step is the authority's decision, or comes behind it. */
export function isAtAuthority(rule: StepRule | undefined): boolean {
  return rule !== undefined && (isApprovalOfAuthority(rule) || rule.kind === 'finish' || rule.kind === 'issue' || rule.kind === 'track');
}

const known = new WeakMap<Route, Map<DeskComponentName, readonly string[]>>();

/** Found once for each route object. */
function askers(route: Route, name: DeskComponentName): readonly string[] {
  const ofRoute = known.get(route) ?? new Map<DeskComponentName, readonly string[]>();
  known.set(route, ofRoute);
  const found = ofRoute.get(name) ?? [...graphOf(route).values()].filter(({ rule }) => asks(rule, name)).map(({ path }) => path);
  ofRoute.set(name, found);
  return found;
}

function asks(rule: StepRule, name: DeskComponentName): boolean {
  if (rule.kind === 'draft' && rule.needs?.documents?.some((role) => ROLES[name].includes(role))) return true;
  switch (name) {
    case 'opinions': return rule.kind === 'consult' || (rule.kind === 'draft' && rule.needs?.responses === 'all');
    case 'appraisal': return rule.kind === 'appraise';
    case 'conclusion': return rule.kind === 'vote' && rule.mode === 'meeting';
    case 'submission': case 'draft': return false;
  }
}

/** Said by the steps themselves, without a paper of its own. */
function isOnRecord(c: Case, name: DeskComponentName): boolean {
  if (name === 'opinions') {
    const asked = latestOf(c, 'consult');
    return asked.length > 0 && asked.every((s) => s.state === 'settled') && opinionsToAnswer(c).every((d) => c.responses.some((r) => r.decision === d.id));
  }
  return name === 'appraisal' && latestOf(c, 'appraise').some((s) => decisionsOf(c, s.id).some((d) => d.outcome === 'approved' || d.outcome === 'conditional'));
}

const latestOf = (c: Case, kind: CaseStep['kind']): CaseStep[] => c.steps.filter((s, i) => s.kind === kind && !c.steps.some((o, k) => k > i && o.path === s.path));

function newestOf(documents: readonly CaseDocument[], roles: readonly string[]): CaseDocument | null {
  const fitting = documents.filter((d) => roles.includes(d.role)).sort((a, b) => b.no - a.no);
  return fitting[0] ?? null;
}
