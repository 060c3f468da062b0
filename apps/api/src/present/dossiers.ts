import { currentDocuments, findRule, phaseOf, stepOf, type CaseDecision } from '@totrinh/domain';
import type { DossierAnswer, DossierRowAnswer, EventAnswer } from '@totrinh/api-schema';
import type { DossierRow, SeenDossier, SeenEvent } from '@totrinh/persistence';
import { cursorOf } from '../http/cursor.ts';
import { presentActions } from './actions.ts';
import { etagOf, titleOf } from './tasks.ts';

export function presentDossierRow(d: DossierRow): DossierRowAnswer {
  return { ...d, createdAt: d.createdAt.toISOString(), closedAt: d.closedAt?.toISOString() ?? null, etag: `"d${d.version}"` };
}

export function presentEvent(e: SeenEvent): EventAnswer {
  return { ...e, at: e.at.toISOString(), data: { ...e.data }, words: { ...e.words } };
}

/** The page of a dossier; history (without a route) shows the same with what it has. */
export function presentDossier(d: SeenDossier): DossierAnswer {
  const c = d.loaded.case;
  return {
    ...presentDossierRow(d.row),
    route: c.route === null || d.route === null ? null : { id: c.route.id, version: c.route.version, title: d.route.title },
    phase: d.route === null ? 'ket-thuc' : phaseOf(c, d.route), manifest: c.manifest, headHash: d.loaded.headHash,
    steps: presentSteps(d), tasks: presentTasks(d), decisions: presentDecisions(d), documents: presentDocuments(d),
    comments: d.comments.map((m) => ({ id: m.id, person: m.person, text: m.text, at: m.at.toISOString() })),
    events: { items: d.events.items.map(presentEvent), next: cursorOf(d.events.next) },
    allowedActions: presentActions(c, d.route, d.actor),
  };
}

function presentSteps(d: SeenDossier): DossierAnswer['steps'] {
  return d.loaded.case.steps.map((s) => {
    const times = beside(d.steps, s.id);
    return { id: s.id, path: s.path, kind: s.kind, title: titleOf(d, s.path), round: s.round, state: s.state, outcome: s.outcome, openedAt: times.openedAt.toISOString(), settledAt: times.settledAt?.toISOString() ?? null, dueAt: times.dueAt?.toISOString() ?? null };
  });
}

function presentTasks(d: SeenDossier): DossierAnswer['tasks'] {
  const c = d.loaded.case;
  return c.tasks.map((t) => {
    const { unit, holder, candidates, openedAt, closedAt } = beside(d.tasks, t.id);
    return { id: t.id, step: t.step, path: stepOf(c, t).path, unit, holder, candidates: [...candidates], state: t.state, seen: t.seen, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, etag: etagOf(d, t) };
  });
}

function presentDecisions(d: SeenDossier): DossierAnswer['decisions'] {
  return d.loaded.case.decisions.map((x) => {
    const { actor, principal, capacity, reason, at, act } = beside(d.decisions, x.id);
    return { id: x.id, task: x.task, path: pathOf(d, x), outcome: x.outcome, label: labelOf(d, x), actor, principal, capacity, reason, manifest: x.manifest, at: at.toISOString(), act };
  });
}

function presentDocuments(d: SeenDossier): DossierAnswer['documents'] {
  const { documents, manifest } = d.loaded.case;
  const frozen = new Set(manifest === null ? [] : currentDocuments(documents).map((o) => o.id));
  return documents.map((o) => {
    const { name, size, mediaType, attachedBy, attachedAt } = beside(d.documents, o.id);
    return { id: o.id, role: o.role, no: o.no, name, sha256: o.sha256, size, mediaType, frozen: frozen.has(o.id), attachedBy, attachedAt: attachedAt.toISOString() };
  });
}

/** The words an office has for an outcome of a step. */
function labelOf(d: SeenDossier, x: CaseDecision): string | null {
  const rule = d.route ? findRule(d.route, pathOf(d, x)) : undefined;
  return rule && 'labels' in rule ? (rule.labels?.[x.outcome] ?? null) : null;
}

function pathOf(d: SeenDossier, x: CaseDecision): string {
  return beside(d.loaded.case.steps, x.step).path;
}

function beside<T extends { readonly id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((r) => r.id === id);
  if (!row) throw new Error(`the tables have no row ${id} that the case has`);
  return row;
}
