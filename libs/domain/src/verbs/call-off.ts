import { isOfOffice, leadsUnit, type Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route } from '../route/route.ts';
import { ballotsOf } from './close-vote.ts';
import { Flow } from './flow.ts';
import { openVote, type OpenVote } from './roster.ts';
import { settle } from './settle.ts';

/**
 * Hủy một cuộc biểu quyết đang mở: its ballots are void and the dossier goes where a lapsed vote leads. Nothing is counted; the
 * urn of a secret one is emptied by the caller, never opened.
 * Errors: those of `mayCallOff`, REASON_REQUIRED.
 */
export function callOff(c: Case, route: Route, command: { readonly step: string; readonly reason: string | null }, actor: Actor): Result<Fact[]> {
  const may = mayCallOff(c, route, command.step, actor);
  if (!may.ok) return may;
  const { reason } = command;
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'callOff' });
  const { step } = may.value;
  const flow = new Flow(c).add(...ballotsOf(c, step).map((d): Fact => ({ type: 'decision.voided', data: { decision: d.id } })));
  settle(flow, route, step, 'lapsed');
  return ok(flow.facts.map((f) => (f.type === 'step.settled' && f.data.step === step.id ? { ...f, secret: { reason } } : f)));
}

/** The office, or the head or a deputy of the lead unit. Errors: NOT_ALLOWED, DOSSIER_CLOSED, DOSSIER_SUSPENDED, STEP_NOT_FOUND. */
export function mayCallOff(c: Case, route: Route, step: string, actor: Actor): Result<OpenVote> {
  return isOfOffice(actor, c) || leadsUnit(actor, c.leadUnit) ? openVote(c, route, step) : refuse('NOT_ALLOWED', { because: 'notOfOffice' });
}
