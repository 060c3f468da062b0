import type { ActAnswerBody, DossierAnswer } from '@totrinh/api-schema';
import type { DossierAct } from './next-act.ts';
import { toldOrChanged, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import { REASONS, sampleDocument } from './sample-words.ts';
import type { Opening } from './seen-dossier.ts';

/** How long an act waits for the move that follows it (RFC 7240). */
export const WAIT = 'wait=5';

/** The same for the same act in every run, so that a repeated request is known as one. */
export function keyOf(code: string, at: Opening, what: string): string {
  return `demo:${code}:${at.path}#${at.nth}:${what}`;
}

/** The drafter opens the item's dossier on the route that its data names, or finds the one that has been opened in between. */
export async function createDossier(office: Office, plan: Plan): Promise<string> {
  const api = office.as(plan.drafter);
  const headers = { 'Idempotency-Key': `demo:${plan.code}:create`, Prefer: WAIT };
  const body = { route: plan.route, item: plan.code, fields: { ...plan.fields }, roles: { units: { ...plan.units } } };
  const called = await api.POST('/api/v1/dossiers', { params: { header: headers }, body });
  const answer = toldOrChanged(called);
  if (answer) return answer.dossier;
  return String(called.error?.details?.['dossier'] ?? '');
}

/** What somebody does with the dossier itself; null where it has changed since it was read. `meeting` is whose agenda a vote goes onto. */
export async function actOnDossier(office: Office, plan: Plan, dossier: DossierAnswer, next: DossierAct, meeting: string | null): Promise<ActAnswerBody | null> {
  const api = office.as(next.person);
  const { id } = dossier;
  const path = { id };
  const header = (what: string): { 'Idempotency-Key': string; 'If-Match': string; Prefer: string } => ({ 'Idempotency-Key': keyOf(plan.code, next.at, what), 'If-Match': dossier.etag, Prefer: WAIT });
  switch (next.do) {
    case 'attach': {
      const { name, text } = sampleDocument(plan, next.role, next.no);
      const idempotencyKey = keyOf(plan.code, next.at, `attach:${next.role}-${next.no}`);
      return toldOrChanged(await api.attach(id, { role: next.role, name, bytes: text, ifMatch: dossier.etag, idempotencyKey, wait: 5 }));
    }
    case 'respond': {
      const body = next.wholly ? { verdict: 'accepted' as const, reason: REASONS.accepted } : { verdict: 'partly' as const, reason: REASONS.partly };
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/respond', { params: { path, header: header(`respond:${next.from}`) }, body: { decision: next.decision, ...body } }));
    }
    case 'answerDemand':
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/answer-demand', { params: { path, header: header(`demand-${next.no}`) }, body: { demand: next.demand, text: REASONS.finished, document: next.document } }));
    case 'submit':
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/submit', { params: { path, header: header('submit') }, body: {} }));
    case 'recall':
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/recall', { params: { path, header: header('recall') }, body: {} }));
    case 'placeOnAgenda': {
      if (meeting === null) throw new Error(`no meeting is held that could decide ${plan.code}`);
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/place-on-agenda', { params: { path, header: header('agenda') }, body: { meeting, step: next.step } }));
    }
    case 'confirmProposal':
      return toldOrChanged(await api.POST('/api/v1/dossiers/{id}/proposals/{proposal}/confirm', { params: { path: { id, proposal: next.proposal }, header: header('confirm-result') }, body: {} }));
  }
}
