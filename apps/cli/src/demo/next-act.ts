import { missingDocument, unansweredDemand, unansweredOpinion } from './draft-work.ts';
import { openings, type Opening, type SeenDossier, type SeenStep, type SeenTask } from './seen-dossier.ts';
import { personOf } from './sample-organisation.ts';
import type { Plan } from './plans.ts';

/** What a person does with the dossier itself; `person` is whoever has it in hand. */
export type DossierAct =
  | { readonly do: 'attach'; readonly person: string; readonly role: string; readonly no: number; readonly at: Opening }
  | { readonly do: 'respond'; readonly person: string; readonly decision: string; readonly from: string; readonly wholly: boolean; readonly at: Opening }
  | { readonly do: 'answerDemand'; readonly person: string; readonly demand: string; readonly no: number; readonly document: string | null; readonly at: Opening }
  | { readonly do: 'submit'; readonly person: string; readonly at: Opening }
  | { readonly do: 'recall'; readonly person: string; readonly at: Opening }
  | { readonly do: 'placeOnAgenda'; readonly person: string; readonly step: string; readonly at: Opening }
  | { readonly do: 'confirmProposal'; readonly person: string; readonly proposal: string; readonly at: Opening };
export type TaskWork = { readonly do: 'task'; readonly task: string; readonly seen: boolean; readonly kind: string; readonly person: string; readonly unit: string | null; readonly at: Opening };

/** What comes next with a dossier; `wait` while the system moves it or nobody may act. */
export type Next = { readonly do: 'arrived' } | { readonly do: 'wait' } | DossierAct | TaskWork;

/** Steps that hold others and have no work of their own. */
const REGIONS: ReadonlySet<string> = new Set(['parallel', 'route']);

/** The open steps in which somebody works. */
export function workedSteps<Step extends SeenStep>(dossier: { readonly steps: readonly Step[] }): readonly Step[] {
  return dossier.steps.filter((s) => s.state === 'open' && !REGIONS.has(s.kind));
}

/**
 * Chooses the next act from what the API says alone, so that a run that was cut off is gone on with by any later one. Of
 * several open steps the first in which there is something to do. `dossier` is what its drafter sees; `order` holds the
 * route's steps from the first to the last. Pure.
 */
export function nextAct(plan: Plan, order: readonly string[], dossier: SeenDossier): Next {
  if (dossier.status !== 'open') return { do: 'arrived' };
  const open = workedSteps(dossier);
  if (open.length === 0 || dossier.moving) return { do: 'wait' };
  const recall = dueRecall(plan, dossier);
  if (recall) return { do: 'recall', person: plan.drafter, at: recall };
  const goal = order.indexOf(plan.goal.step);
  const wanted = open.filter((s) => order.indexOf(s.path) <= goal).map((s) => ({ step: s, next: nextInStep(plan, dossier, s) })).filter(({ step, next }) => step.path !== plan.goal.step || !isEnough(plan, dossier, step, next));
  const found = wanted.find(({ next }) => next.do !== 'wait')?.next;
  return found ?? { do: wanted.length > 0 ? 'wait' : 'arrived' };
}

/** Whether the step that the plan drives to is as far as it should be: its documents there, its units heard, on its agenda. */
function isEnough({ goal }: Plan, dossier: SeenDossier, step: SeenStep, next: Next): boolean {
  if (next.do === 'attach' || next.do === 'respond' || (next.do === 'placeOnAgenda' && goal.onAgenda)) return false;
  return dossier.tasks.filter((t) => t.step === step.id && t.state === 'done').length >= goal.answered;
}

function nextInStep(plan: Plan, dossier: SeenDossier, step: SeenStep): Next {
  const at = { path: step.path, nth: openings(dossier, step.path) };
  const task = dossier.tasks.find((t) => t.step === step.id && t.state === 'open' && t.candidates.length > 0);
  if (!task) return { do: 'wait' };
  const person = whoActs(task);
  const work: TaskWork = { do: 'task', task: task.id, seen: task.seen, kind: step.kind, person, unit: task.unit?.id ?? null, at };
  if (task.purpose === 'record') return atMeeting(plan, dossier, step, work);
  if (step.kind === 'draft') return person === plan.drafter ? (content(dossier, person, at) ?? { do: 'submit', person, at }) : work;
  return (step.kind === 'finish' && step.finishedBy === null ? content(dossier, person, at) : null) ?? work;
}

/** What whoever has the draft or the finishing in hand still has to write. */
function content(dossier: SeenDossier, person: string, at: Opening): DossierAct | null {
  const missing = missingDocument(dossier, at);
  if (missing) return { do: 'attach', person, ...missing, at };
  const demand = unansweredDemand(dossier, at);
  if (demand) return { do: 'answerDemand', person, ...demand, at };
  const opinion = unansweredOpinion(dossier, at);
  return opinion && { do: 'respond', person, ...opinion, at };
}

/** A vote in a meeting: onto its agenda, then one of the office enters the result and another confirms it. */
function atMeeting(plan: Plan, dossier: SeenDossier, step: SeenStep, work: TaskWork): Next {
  const { at } = work;
  if (!dossier.agenda.some((a) => a.step === step.id && a.state === 'onAgenda')) return { do: 'placeOnAgenda', person: personOf(plan.office, 'form-checker'), step: step.id, at };
  const entered = dossier.proposals.find((p) => p.verb === 'recordResult' && p.state === 'open' && p.params['step'] === step.id);
  return entered ? { do: 'confirmProposal', person: personOf(plan.office, 'deputy'), proposal: entered.id, at } : work;
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
