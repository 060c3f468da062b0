import { answersFor, type Actor } from '../case/actor.ts';
import { decisionsOf, openDraft, openTasks, type Case, type CaseDecision, type CaseDocument, type CaseStep } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { findRule, workRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { settle } from './settle.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** Roles of papers that show what was said or decided (phiếu, biên bản, công văn, ghi chép), and the office's draft of a conclusion; they stand beside the content and never change it. */
export const EVIDENCE_ROLES: ReadonlySet<string> = new Set(['phieu-y-kien', 'bien-ban', 'cong-van', 'ghi-chep', 'du-thao-ket-luan']);

/** The newest document of each role of the content: what a submission freezes. */
export function currentDocuments(documents: readonly CaseDocument[]): CaseDocument[] {
  const newest = new Map<string, CaseDocument>();
  for (const d of documents) if (!EVIDENCE_ROLES.has(d.role) && d.no > (newest.get(d.role)?.no ?? 0)) newest.set(d.role, d);
  return [...newest.values()].sort((a, b) => (a.role < b.role ? -1 : 1));
}

/** The text whose digest is the manifest: roles, numbers and digests of the frozen documents, in the order of roles. */
export function manifestText(documents: readonly CaseDocument[]): string {
  return JSON.stringify(currentDocuments(documents).map((d) => ({ no: d.no, role: d.role, sha256: d.sha256 })));
}

/** Opinions that the table of tiếp thu, giải trình has to answer: other than consent, in the latest activation of each consultation or appraisal. */
export function opinionsToAnswer(c: Case): CaseDecision[] {
  const latest = c.steps.filter((s, i) => (s.kind === 'consult' || s.kind === 'appraise') && !c.steps.some((o, k) => k > i && o.path === s.path));
  return latest.flatMap((s) => decisionsOf(c, s.id)).filter((d) => d.outcome === 'object' || d.outcome === 'other' || d.outcome === 'conditional');
}

/** What an open draft has to have before it is submitted: roles of documents with the newest of each, opinions with those that nobody has answered. */
export interface SubmissionNeeds {
  /** The open draft; without one nothing is needed. */
  readonly step: CaseStep | null;
  readonly documents: readonly { readonly role: string; readonly document: CaseDocument | null }[];
  readonly responses: { readonly asked: boolean; readonly opinions: number; readonly unanswered: readonly CaseDecision[] };
}

export function submissionNeeds(c: Case, route: Route): SubmissionNeeds {
  const step = openDraft(c) ?? null;
  const rule = step === null ? undefined : workRule(route, step.path);
  const needs = rule?.kind === 'draft' ? rule.needs : undefined;
  const current = currentDocuments(c.documents);
  const asked = needs?.responses === 'all';
  const opinions = asked ? opinionsToAnswer(c) : [];
  return {
    step, documents: (needs?.documents ?? []).map((role) => ({ role, document: current.find((d) => d.role === role) ?? null })),
    responses: { asked, opinions: opinions.length, unanswered: opinions.filter((d) => !c.responses.some((r) => r.decision === d.id)) },
  };
}

/**
 * Trình: freezes the content as a manifest and settles the open draft step.
 * Errors: DOSSIER_CLOSED, NO_OPEN_DRAFT, those of the gate, NOT_ALLOWED, DOCUMENT_MISSING (details: missing roles), RESPONSES_MISSING (details: decisions).
 */
export function submit(c: Case, route: Route, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const step = openDraft(c);
  if (!step) return refuse('NO_OPEN_DRAFT');
  const task = openTasks(c, step.id).find((t) => t.purpose === 'work');
  if (!task || !task.assignees.some((a) => a.person === actor.person || actor.substitutes?.some((s) => s.principal === a.person))) return refuse('NOT_ALLOWED', { because: answersFor(actor, c) ? 'notYourTask' : 'notYourDossier' });
  const gate = openTaskFor(c, task.id, actor);
  if (!gate.ok) return gate;
  const { documents, responses: { unanswered } } = submissionNeeds(c, route);
  const missing = documents.filter((d) => d.document === null).map((d) => d.role);
  if (missing.length > 0) return refuse('DOCUMENT_MISSING', { missing });
  if (unanswered.length > 0) return refuse('RESPONSES_MISSING', { count: unanswered.length, decisions: unanswered.map((d) => d.id) });
  const frozen = currentDocuments(c.documents);
  const manifest = means.digest(manifestText(c.documents));
  const flow = new Flow(c).add(
    ...seenBy(task, actor),
    { type: 'content.frozen', data: { manifest, documents: frozen.map((d) => d.id) } },
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
  );
  const to = resumeAt(c, route, step, manifest);
  settle(flow, route, step, 'completed', to === null ? {} : { to });
  const { person } = gate.value.right;
  flow.add({ type: 'dossier.submitted', data: { step: step.id, path: step.path, by: actor.person, ...(person === actor.person ? {} : { principal: person }) } });
  return flow.done();
}

/** Straight back to whoever returned it, where the route says so and the content is the same; null: through every step again. */
function resumeAt(c: Case, route: Route, draft: CaseStep, manifest: string): string | null {
  const returner = c.steps.find((s) => s.settled === draft.cause && s.outcome === 'returned');
  const rule = returner && findRule(route, returner.path);
  const resumes = rule && 'resume' in rule && rule.resume === 'returner' && manifest === c.manifest && returner.within === null && draft.within === null;
  return resumes ? returner.path : null;
}
