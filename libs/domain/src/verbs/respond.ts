import type { Actor } from '../case/actor.ts';
import { decisionsOf, findTask, stepById, type Case, type CaseDecision, type CaseTask, type ResponseVerdict } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { findRule, type Route } from '../route/route.ts';
import { draftTaskOf } from './edit.ts';
import { opinionsToAnswer } from './submit.ts';
import { seenBy } from './task-gate.ts';

export interface RespondCommand {
  readonly decision: string;
  readonly verdict: ResponseVerdict;
  /** Clean text; only what is wholly accepted needs none. */
  readonly reason: string | null;
}

/**
 * Tiếp thu, giải trình: one line of the table, by whoever holds the draft or the finishing; the latest line counts, until
 * it is submitted.
 * Errors: those of draftTaskOf, DECISION_NOT_FOUND, REASON_REQUIRED.
 */
export function respond(c: Case, command: RespondCommand, actor: Actor): Result<Fact[]> {
  const task = draftTaskOf(c, actor);
  if (!task.ok) return task;
  const { decision, verdict, reason } = command;
  if (!c.decisions.some((d) => d.id === decision && isOpinion(c, d))) return refuse('DECISION_NOT_FOUND', { decision });
  if (reason === null && verdict !== 'accepted') return refuse('REASON_REQUIRED', { verdict });
  return ok([...seenBy(task.value, actor), { type: 'opinion.responded', data: { decision, verdict }, ...(reason === null ? {} : { secret: { reason } }) }]);
}

/** A line of "tổng hợp, tiếp thu, giải trình": whose opinion, where it was given, and what became of it. */
export interface OpinionRow {
  readonly decision: string;
  /** Path of the step, and its title where the route has one. */
  readonly step: string;
  readonly title: { readonly vi: string; readonly en: string } | null;
  readonly unit: string | null;
  readonly person: string;
  readonly outcome: string;
  readonly verdict: ResponseVerdict | null;
  /** It is other than consent, so that a draft that needs all responses cannot be submitted without its line. */
  readonly mustAnswer: boolean;
}

/** Every opinion that counts today, in the order in which it came: of the latest activation of each consultation and appraisal, and those asked on the side. */
export function opinionTable(c: Case, route: Route): OpinionRow[] {
  const must = new Set(opinionsToAnswer(c).map((d) => d.id));
  const latest = c.steps.filter((s, i) => !c.steps.some((o, k) => k > i && o.path === s.path)).map((s) => s.id);
  return c.decisions.filter((d) => isOpinion(c, d) && latest.includes(d.step) && decisionsOf(c, d.step).includes(d)).map((d): OpinionRow => {
    const { path } = stepById(c, d.step);
    return {
      decision: d.id, step: path, title: findRule(route, path)?.title ?? null, unit: taskOf(c, d)?.unit ?? null, person: d.principal, outcome: d.outcome,
      verdict: c.responses.find((r) => r.decision === d.id)?.verdict ?? null, mustAnswer: must.has(d.id),
    };
  });
}

const taskOf = (c: Case, d: CaseDecision): CaseTask | undefined => findTask(c, d.task);

function isOpinion(c: Case, d: CaseDecision): boolean {
  const { kind } = stepById(c, d.step);
  return !c.voided.includes(d.id) && (kind === 'consult' || kind === 'appraise' || taskOf(c, d)?.purpose === 'aside');
}
