import type { Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { stepRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { openConsult } from './participants.ts';
import { settle } from './settle.ts';
import { consultArithmetic } from './tally.ts';

/**
 * Kết thúc lấy ý kiến sớm: the consultation goes on with what came in; who has not answered is counted apart, whatever
 * silence would have meant at the end of the term.
 * Errors: those of openConsult, REASON_REQUIRED.
 */
export function closeConsult(c: Case, route: Route, command: { readonly step: string; readonly reason: string | null }, actor: Actor): Result<Fact[]> {
  const found = openConsult(c, route, command.step, actor, 'closeConsult');
  if (!found.ok) return found;
  const { reason } = command;
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'closeConsult' });
  const step = found.value;
  const rule = stepRule(route, step.path);
  if (rule.kind !== 'consult') return refuse('VERB_NOT_IN_STEP', { verb: 'closeConsult' });
  const flow = new Flow(c);
  settle(flow, route, step, 'completed', { arithmetic: consultArithmetic(c, rule, step, 'early') });
  return ok(flow.facts.map((f) => (f.type === 'step.settled' && f.data.step === step.id ? { ...f, secret: { reason } } : f)));
}
