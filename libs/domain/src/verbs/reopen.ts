import { holdsPost, isAdministrator, type Actor } from '../case/actor.ts';
import type { Case } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { regionOf } from '../route/regions.ts';
import { findRule, type Route } from '../route/route.ts';
import { leadsAroundApproval } from './returns.ts';

export interface ReopenCommand {
  /** Full path of a draft step that it passed; null: where the route begins. */
  readonly to: string | null;
  readonly reason: string | null;
}

/**
 * Mở lại hồ sơ that was turned down or stopped, in a new round at a draft; never one that was issued. The head of the lead unit or an
 * administrator. Whether its programme item is still free is asked by the caller.
 * Errors: NOT_ALLOWED (because: stillOpen, notHeadOfLeadUnit), ALREADY_ISSUED, DOSSIER_CLOSED (it was completed), RETURN_TARGET_NOT_LEGAL (details: legal), REASON_REQUIRED.
 */
export function reopen(c: Case, route: Route, command: ReopenCommand, actor: Actor): Result<Fact[]> {
  if (c.status === 'open') return refuse('NOT_ALLOWED', { because: 'stillOpen' });
  if (c.number !== null) return refuse('ALREADY_ISSUED', { number: c.number });
  if (c.status === 'done') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!isAdministrator(actor) && !holdsPost(actor, c.leadUnit, ['head'])) return refuse('NOT_ALLOWED', { because: 'notHeadOfLeadUnit' });
  const legal = reopenTargets(c, route);
  const to = command.to ?? legal[0];
  if (to === undefined || !legal.includes(to)) return refuse('RETURN_TARGET_NOT_LEGAL', { ...(to === undefined ? {} : { to }), legal });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'reopen' });
  return ok([{ type: 'dossier.reopened', data: { by: actor.person, to, round: c.round + 1 }, secret: { reason: command.reason } }]);
}

/** Drafts on the top level that the dossier has been at, in their order; the route's own beginning where it is one. */
export function reopenTargets(c: Case, route: Route): string[] {
  const paths = [...c.steps.filter((s) => s.kind === 'draft').map((s) => s.path), route.start];
  return [...new Set(paths)].filter((path) => findRule(route, path)?.kind === 'draft' && regionOf(route, path) === null && !leadsAroundApproval(c, route, path));
}
