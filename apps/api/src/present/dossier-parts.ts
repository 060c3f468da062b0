import { concerns, currentDocuments, findRule, HISTORY_ROUTE, isOfOffice, opinionTable, showsDocument, signedAs, stepById, stepOf, type CaseDecision } from '@totrinh/domain';
import type { DossierAnswer } from '@totrinh/api-schema';
import type { SeenDossier } from '@totrinh/persistence';
import { presentDue, presentRung } from './deadlines.ts';
import { standingOfStep } from './step-standing.ts';
import { etagOf, titleOf, workOf } from './tasks.ts';
import { isSealed } from './sealed.ts';

export function presentSteps(d: SeenDossier, now: Date): DossierAnswer['steps'] {
  return d.loaded.case.steps.map((s) => {
    const { openedAt, settledAt, dueAt, due, arithmetic, roster } = beside(d.steps, s.id);
    return {
      id: s.id, path: s.path, kind: s.kind, title: titleOf(d, s.path), round: s.round, state: s.state, outcome: s.outcome,
      openedAt: openedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null, dueAt: dueAt?.toISOString() ?? null,
      due: presentDue(due), standing: standingOfStep(d, s, now), rungs: d.rungs.filter((r) => r.step === s.id).map(presentRung),
      within: s.within && { ...s.within }, branches: s.branches && s.branches.map(({ name, joined, kept }) => ({ name, joined, kept })), roster: roster && [...roster], corrected: { ...s.corrected },
      arithmetic: s.state === 'settled' && arithmetic ? { vi: arithmetic.vi, en: arithmetic.en, data: { ...arithmetic.data } } : null, finishedBy: s.finishing?.finishedBy ?? null,
    };
  });
}

export function presentTasks(d: SeenDossier): DossierAnswer['tasks'] {
  const c = d.loaded.case;
  return c.tasks.map((t) => {
    const { unit, holder, candidates, helpers, openedAt, closedAt, takenFrom } = beside(d.tasks, t.id);
    return {
      id: t.id, step: t.step, path: stepOf(c, t).path, unit, holder, candidates: [...candidates], helpers: [...helpers], state: t.state, seen: t.seen, nudgedOn: t.nudgedOn, takenFrom: takenFrom && [...takenFrom], ...workOf(d, t),
      openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, etag: etagOf(d, t),
    };
  });
}

/** Decisions in their order; ballots of a vote that is still open are left out, except one's own. */
export function presentDecisions(d: SeenDossier): DossierAnswer['decisions'] {
  const c = d.loaded.case;
  return c.decisions.filter((x) => !isSealed(c, x.step, x.principal, d.actor.person)).map((x) => {
    const { actor, principal, capacity, reason, at, act, recorded, inStead, authority } = beside(d.decisions, x.id);
    return {
      id: x.id, task: x.task, path: pathOf(d, x), outcome: x.outcome, label: labelOf(d, x), actor, principal, capacity, reason, manifest: x.manifest, at: at.toISOString(), act,
      voided: c.voided.includes(x.id), recorded, inStead, authority, signedAs: signed(d, x, capacity),
    };
  });
}

export function presentDocuments(d: SeenDossier): DossierAnswer['documents'] {
  const { documents, manifest } = d.loaded.case;
  const frozen = new Set(manifest === null ? [] : currentDocuments(documents).map((o) => o.id));
  return documents.filter((o) => showsDocument(d.loaded.case, d.route ?? HISTORY_ROUTE, d.actor, o.role)).map((o) => {
    const { name, size, mediaType, attachedBy, attachedAt } = beside(d.documents, o.id);
    return { id: o.id, role: o.role, no: o.no, name, sha256: o.sha256, size, mediaType, frozen: frozen.has(o.id), attachedBy, attachedAt: attachedAt.toISOString() };
  });
}

export function presentDemands(d: SeenDossier): DossierAnswer['demands'] {
  return d.demands.map(({ id, step, text, answer, madeAt, answeredAt, document }) => ({ id, step, text, madeAt: madeAt.toISOString(), answered: answeredAt !== null, answeredAt: answeredAt?.toISOString() ?? null, answer, document }));
}

/** The table of tổng hợp, tiếp thu, giải trình. */
export function presentOpinions(d: SeenDossier): DossierAnswer['opinions'] {
  if (d.route === null) return [];
  const c = d.loaded.case;
  return opinionTable(c, d.route).map((o) => {
    const { principal } = beside(d.decisions, o.decision);
    const task = c.decisions.find((x) => x.id === o.decision)?.task ?? '';
    return { decision: o.decision, path: o.step, title: o.title, unit: beside(d.tasks, task).unit, person: principal, outcome: o.outcome, verdict: o.verdict, reason: d.responses.find((r) => r.decision === o.decision)?.reason ?? null, mustAnswer: o.mustAnswer };
  });
}

/** A meeting's result that waits for its second person is shown to those who may be one: nobody else is told counts before they hold. */
export function presentProposals(d: SeenDossier): DossierAnswer['proposals'] {
  const c = d.loaded.case;
  const mayKnow = (task: unknown): boolean => isOfOffice(d.actor, c) || c.tasks.some((t) => t.id === task && concerns(t, d.actor));
  return d.proposals.map(({ params, at, decidedAt, demands, ...p }) => {
    const isCounted = (p.verb === 'recordResult' || p.verb === 'record') && p.state !== 'confirmed';
    const isSealed = isCounted && p.by.person !== d.actor.person && !mayKnow(params['task']);
    const shown = isSealed ? { step: params['step'], task: params['task'] } : params;
    return { id: p.id, verb: p.verb, by: p.by, reason: p.reason, state: p.state, decidedBy: p.decidedBy, params: { ...shown }, demands: isSealed ? [] : [...demands], at: at.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
  });
}

/** What stands before the signature that a decision is. */
function signed(d: SeenDossier, x: CaseDecision, capacity: string): string | null {
  const rule = x.outcome === 'signed' && d.route ? findRule(d.route, pathOf(d, x)) : undefined;
  return rule ? signedAs(rule, capacity) : null;
}

/** The words an office has for an outcome of a step. */
function labelOf(d: SeenDossier, x: CaseDecision): string | null {
  const rule = d.route ? findRule(d.route, pathOf(d, x)) : undefined;
  return rule && 'labels' in rule ? (rule.labels?.[x.outcome] ?? null) : null;
}

function pathOf(d: SeenDossier, x: CaseDecision): string {
  return stepById(d.loaded.case, x.step).path;
}

function beside<T extends { readonly id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((r) => r.id === id);
  if (!row) throw new Error(`the tables have no row ${id} that the case has`);
  return row;
}

