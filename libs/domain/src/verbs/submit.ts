import { answersFor, rightIn, type Actor } from '../case/actor.ts';
import { openDraft, openTasks, type Case, type CaseDocument } from '../case/case.ts';
import { settleStep } from '../case/closing.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { stepRule, type Route, type WorkRule } from '../route/route.ts';
import { seenBy } from './task-gate.ts';

/** The newest document of each role: what a submission freezes. */
export function currentDocuments(documents: readonly CaseDocument[]): CaseDocument[] {
  const newest = new Map<string, CaseDocument>();
  for (const d of documents) if (d.no > (newest.get(d.role)?.no ?? 0)) newest.set(d.role, d);
  return [...newest.values()].sort((a, b) => (a.role < b.role ? -1 : 1));
}

/** The text whose digest is the manifest: roles, numbers and digests of the frozen documents, in the order of roles. */
export function manifestText(documents: readonly CaseDocument[]): string {
  return JSON.stringify(currentDocuments(documents).map((d) => ({ no: d.no, role: d.role, sha256: d.sha256 })));
}

/**
 * Trình: freezes the content as a manifest and settles the open draft step.
 * Errors: DOSSIER_CLOSED, NO_OPEN_DRAFT, TASK_NOT_FOUND, TASK_HELD_BY_OTHER, NOT_ALLOWED, DOCUMENT_MISSING (details: missing roles).
 */
export function submit(c: Case, route: Route, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const step = openDraft(c);
  if (!step) return refuse('NO_OPEN_DRAFT');
  const task = openTasks(c, step.id)[0];
  if (!task || !task.assignees.some((a) => a.person === actor.person)) return refuse('NOT_ALLOWED', { because: answersFor(actor, c) ? 'notYourTask' : 'notYourDossier' });
  const right = rightIn(task, actor);
  if (!right.ok) return right;
  const rule = stepRule(route, step.path) as WorkRule;
  const needed = rule.kind === 'draft' ? (rule.needs?.documents ?? []) : [];
  const frozen = currentDocuments(c.documents);
  const missing = needed.filter((role) => !frozen.some((d) => d.role === role));
  if (missing.length > 0) return refuse('DOCUMENT_MISSING', { missing });
  const to = rule.next['completed'];
  if (to === undefined) throw new Error(`draft step ${step.path} leads nowhere`);
  return ok([
    ...seenBy(task, actor),
    { type: 'content.frozen', data: { manifest: means.digest(manifestText(c.documents)), documents: frozen.map((d) => d.id) } },
    { type: 'task.closed', data: { task: task.id, as: 'done' } },
    ...settleStep(c, step, task, 'completed', to),
    { type: 'dossier.submitted', data: { step: step.id, path: step.path } },
  ]);
}
