import type { Opening, SeenDossier, SeenTask } from './seen-dossier.ts';
import type { Plan } from './plans.ts';

/** What comes next with a dossier; `wait` while the system moves it or nobody may act. */
export type Next =
  | { readonly do: 'arrived' }
  | { readonly do: 'wait' }
  | { readonly do: 'attach'; readonly role: string; readonly no: number; readonly at: Opening }
  | { readonly do: 'submit'; readonly at: Opening }
  | { readonly do: 'recall'; readonly at: Opening }
  | { readonly do: 'task'; readonly task: string; readonly seen: boolean; readonly kind: string; readonly person: string; readonly unit: string | null; readonly at: Opening };

/** The documents that each opening of a draft step adds: a further draft, and with the answers to opinions the tờ trình. */
const DRAFTS: Readonly<Record<string, readonly string[]>> = { 'soan-thao': ['du-thao'], 'tiep-thu': ['du-thao', 'to-trinh'] };

/**
 * Chooses the next act from what the API says alone, so that a run that was cut off is gone on with by any later one.
 * `dossier` is what its drafter sees; `order` holds the route's steps from the first to the last. Pure.
 */
export function nextAct(plan: Plan, order: readonly string[], dossier: SeenDossier): Next {
  if (dossier.status !== 'open') return { do: 'arrived' };
  const step = dossier.steps.find((s) => s.state === 'open');
  if (!step || dossier.moving) return { do: 'wait' };
  const recall = dueRecall(plan, dossier);
  if (recall) return { do: 'recall', at: recall };
  const at = { path: step.path, nth: openings(dossier, step.path) };
  const missing = step.kind === 'draft' ? missingDocument(dossier, at) : null;
  const beyond = order.indexOf(step.path) - order.indexOf(plan.goal.step);
  if (beyond > 0) return { do: 'arrived' };
  if (beyond === 0 && missing === null && answered(dossier, step.id) >= plan.goal.answered) return { do: 'arrived' };
  if (missing) return { do: 'attach', ...missing, at };
  if (step.kind === 'draft') return { do: 'submit', at };
  const task = dossier.tasks.find((t) => t.step === step.id && t.state === 'open' && t.candidates.length > 0);
  return task ? { do: 'task', task: task.id, seen: task.seen, kind: step.kind, person: whoActs(task), unit: task.unit?.id ?? null, at } : { do: 'wait' };
}

function openings(dossier: SeenDossier, path: string): number {
  return dossier.steps.filter((s) => s.path === path).length;
}

function answered(dossier: SeenDossier, step: string): number {
  return dossier.tasks.filter((t) => t.step === step && t.state === 'done').length;
}

/** The first document that the openings so far call for and that is not there; the number counts drafts of its role. */
function missingDocument(dossier: SeenDossier, at: Opening): { role: string; no: number } | null {
  for (const role of DRAFTS[at.path] ?? []) {
    const wanted = Object.entries(DRAFTS).reduce((sum, [path, roles]) => sum + (roles.includes(role) ? openings(dossier, path) : 0), 0);
    const there = dossier.documents.filter((d) => d.role === role).length;
    if (there < wanted) return { role, no: there + 1 };
  }
  return null;
}

/** The plan's recall, once the first submission lies with its reader and as long as the API allows it. */
function dueRecall(plan: Plan, dossier: SeenDossier): Opening | null {
  for (const { step } of plan.incidents.filter((i) => i.kind === 'recall')) {
    const drafts = dossier.steps.filter((s) => s.path === step);
    const submittedOnce = drafts.length === 1 && drafts[0]?.state === 'settled';
    if (submittedOnce && dossier.allowedActions.some((a) => a.verb === 'recall' && a.allowed)) return { path: step, nth: 1 };
  }
  return null;
}

/** Whoever holds it; of several it is offered to, in an asked unit the deputy takes it, else the first. */
function whoActs(task: SeenTask): string {
  const offered = task.unit === null ? task.candidates[0] : task.candidates.at(-1);
  const person = task.holder?.person ?? offered?.person;
  if (person === undefined) throw new Error(`task ${task.id} has nobody to act`);
  return person;
}
