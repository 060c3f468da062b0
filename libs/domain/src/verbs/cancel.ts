import { answersFor, type Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { Flow } from './flow.ts';
import { cancelAll } from './settle.ts';

/** Dừng hồ sơ before it is issued; the reason stays. Errors: DOSSIER_CLOSED, NOT_ALLOWED, REASON_REQUIRED, ALREADY_ISSUED. */
export function cancel(c: Case, reason: string | null, actor: Actor): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!answersFor(actor, c)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  if (c.number !== null) return refuse('ALREADY_ISSUED', { number: c.number });
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'cancel' });
  const flow = new Flow(c);
  cancelAll(flow);
  flow.add({ type: 'dossier.cancelled', data: { by: actor.person }, secret: { reason } });
  return flow.done();
}
