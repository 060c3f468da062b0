import { isAdministrator, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, stepById, type Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { refuse, type Result } from '../result.ts';
import { graphOf } from '../route/graph.ts';
import { stepRule, type Route } from '../route/route.ts';
import { Flow } from './flow.ts';
import { settle } from './settle.ts';

/**
 * Báo một sự kiện bên ngoài đã tới (a letter, a decision of another authority), by the lead unit, the office or an
 * administrator: open waits for it are over, and one that opens later finds it there. The same one twice changes nothing.
 * Errors: DOSSIER_CLOSED, NOT_ALLOWED, STEP_NOT_FOUND (details: name; no step of the route waits for it).
 */
export function arrive(c: Case, route: Route, command: { readonly name: string }, actor: Actor): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!actor.posts.some((p) => p.unit === c.leadUnit) && !isOfOffice(actor, c) && !isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notYourDossier' });
  const { name } = command;
  const waits = (path: string): boolean => { const rule = stepRule(route, path); return rule.kind === 'wait' && rule.for === name; };
  if (![...graphOf(route).keys()].some(waits)) return refuse('STEP_NOT_FOUND', { name });
  const flow = new Flow(c);
  if (!c.arrivals.includes(name)) flow.add({ type: 'event.arrived', data: { name, by: actor.person } });
  // One that ends may take others along with its region.
  for (const s of openSteps(c).filter((o) => waits(o.path))) if (stepById(flow.case, s.id).state === 'open') settle(flow, route, s, 'completed');
  return flow.done();
}
