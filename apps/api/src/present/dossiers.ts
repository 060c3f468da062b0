import { phaseOf, stepById } from '@totrinh/domain';
import type { DossierAnswer, DossierRowAnswer, EventAnswer } from '@totrinh/api-schema';
import type { DossierRow, SeenDossier, SeenEvent } from '@totrinh/persistence';
import { cursorOf } from '../http/cursor.ts';
import { presentActions } from './actions.ts';
import { presentDecisions, presentDemands, presentDocuments, presentOpinions, presentProposals, presentSteps, presentTasks } from './dossier-parts.ts';
import { withoutBallot } from './sealed.ts';

export function presentDossierRow(d: DossierRow): DossierRowAnswer {
  return { ...d, createdAt: d.createdAt.toISOString(), closedAt: d.closedAt?.toISOString() ?? null, etag: `"d${d.version}"` };
}

export function presentEvent(e: SeenEvent): EventAnswer {
  return { ...e, at: e.at.toISOString(), data: { ...e.data }, words: { ...e.words } };
}

/** The page of a dossier; history (without a route) shows the same with what it has. */
export function presentDossier(d: SeenDossier, now: Date): DossierAnswer {
  const c = d.loaded.case;
  const { submission } = c;
  return {
    ...presentDossierRow(d.row),
    route: c.route === null || d.route === null ? null : { id: c.route.id, version: c.route.version, title: d.route.title },
    phase: d.route === null ? 'ket-thuc' : phaseOf(c, d.route), manifest: c.manifest, headHash: d.loaded.headHash,
    fields: { ...c.fields }, submission: submission && { path: submission.path, version: submission.seq, by: submission.by ?? null }, suspended: c.suspended && { until: c.suspended.until }, withdrawn: c.withdrawn,
    milestones: [...c.milestones], arrivals: [...c.arrivals], demands: presentDemands(d), opinions: presentOpinions(d), proposals: presentProposals(d), agenda: d.agenda.map(({ step, state, meeting }) => ({ step, state, meeting })),
    steps: presentSteps(d, now), tasks: presentTasks(d), decisions: presentDecisions(d), documents: presentDocuments(d),
    comments: d.comments.map((m) => ({ id: m.id, person: m.person, text: m.text, at: m.at.toISOString() })),
    lateness: d.lateness.map((l) => ({ ...l, path: stepById(c, l.step).path, at: l.at.toISOString() })),
    events: { items: d.events.items.map((e) => presentEvent(withoutBallot(c, e, d.actor.person))), next: cursorOf(d.events.next) },
    allowedActions: presentActions(c, d.route, d.actor, d.at),
  };
}
