import type { DossierAnswer } from '@totrinh/api-schema';
import type { Next } from './next-act.ts';
import { toldOrChanged, type Office } from './office.ts';
import type { Plan } from './plans.ts';
import { sampleDocument } from './sample-words.ts';
import type { Opening } from './seen-dossier.ts';

/** How long an act waits for the move that follows it (RFC 7240). */
export const WAIT = 'wait=5';
/** The demo's one route. */
export const ROUTE = 'de-an-mau';

type DossierNext = Extract<Next, { do: 'attach' | 'submit' | 'recall' }>;

/** The same for the same act in every run, so that a repeated request is known as one. */
export function keyOf(code: string, at: Opening, what: string): string {
  return `demo:${code}:${at.path}#${at.nth}:${what}`;
}

/** The drafter opens the item's dossier, or finds the one that has been opened in between. */
export async function createDossier(office: Office, plan: Plan): Promise<string> {
  const api = office.as(plan.drafter);
  const headers = { 'Idempotency-Key': `demo:${plan.code}:create`, Prefer: WAIT };
  const called = await api.POST('/api/v1/dossiers', { params: { header: headers }, body: { route: ROUTE, item: plan.code } });
  const answer = toldOrChanged(called);
  if (answer) return answer.dossier;
  return String(called.error?.details?.['dossier'] ?? '');
}

/** What the drafter does with the dossier itself; nothing where it has changed since it was read. */
export async function actOnDossier(office: Office, plan: Plan, dossier: DossierAnswer, next: DossierNext): Promise<void> {
  const api = office.as(plan.drafter);
  const { id } = dossier;
  const header = (what: string): { 'Idempotency-Key': string; 'If-Match': string; Prefer: string } => ({ 'Idempotency-Key': keyOf(plan.code, next.at, what), 'If-Match': dossier.etag, Prefer: WAIT });
  switch (next.do) {
    case 'attach': {
      const { name, text } = sampleDocument(plan, next.role, next.no);
      const idempotencyKey = keyOf(plan.code, next.at, `attach:${next.role}-${next.no}`);
      toldOrChanged(await api.attach(id, { role: next.role, name, bytes: text, ifMatch: dossier.etag, idempotencyKey, wait: 5 }));
      break;
    }
    case 'submit':
      toldOrChanged(await api.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id }, header: header('submit') }, body: {} }));
      break;
    case 'recall':
      toldOrChanged(await api.POST('/api/v1/dossiers/{id}/recall', { params: { path: { id }, header: header('recall') }, body: {} }));
      break;
  }
}
