import { holdsPost, isAdministrator, type Actor } from '../case/actor.ts';
import { isInside, openSteps, stepById, type Case, type CaseProposal, type CaseStep, type Within } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { reachable } from '../route/paths.ts';
import { regionOf } from '../route/regions.ts';
import { findRule, type Route, type StepKind } from '../route/route.ts';
import { Flow } from './flow.ts';
import { paramOf, propose } from './proposals.ts';
import { leadsAroundApproval } from './returns.ts';
import { cancelStep } from './settle.ts';

export interface RepairCommand {
  /** Full path of the step at which the dossier goes on. */
  readonly to: string;
  readonly reason: string | null;
}

/** A dossier is never put at the end, on a choice, or before the clerk. */
const NEVER: ReadonlySet<StepKind> = new Set(['end', 'choice', 'issue']);

/**
 * Đề nghị sửa luồng: for a dossier that is stuck, or stands where it should not. An administrator and another one, or an administrator and
 * the head of the lead unit; whoever of them is first proposes.
 * Errors: DOSSIER_CLOSED, NOT_ALLOWED, ALREADY_ISSUED, RETURN_TARGET_NOT_LEGAL (details: to, because), REASON_REQUIRED.
 */
export function repair(c: Case, route: Route, command: RepairCommand, actor: Actor, means: Means): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (!isAdministrator(actor) && !isHead(c, actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
  const within = repairable(c, route, command.to);
  if (!within.ok) return within;
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'repair' });
  return propose(c, 'repair', { to: command.to, asAdministrator: isAdministrator(actor), standing: openSteps(c).map((s) => s.id) }, command.reason, actor, means, null);
}

/** One of the two is an administrator, the other one too or the head of the lead unit. */
export function mayConfirmRepair(c: Case, proposal: CaseProposal, actor: Actor): boolean {
  return isAdministrator(actor) || (proposal.params['asAdministrator'] === true && isHead(c, actor));
}

/**
 * Whatever is open ends and the dossier goes on at the step; where that stands in an open region, only its own branch ends. A step that was
 * called for and could not be opened is taken back.
 */
export function repaired(c: Case, route: Route, proposal: CaseProposal, actor: Actor): Result<Fact[]> {
  const to = paramOf(proposal, 'to');
  const place = repairable(c, route, to);
  if (!place.ok) return place;
  const within = place.value;
  const flow = new Flow(c);
  for (const step of openSteps(c)) if (ends(c, step, within) && stepById(flow.case, step.id).state === 'open') cancelStep(flow, step);
  flow.add({ type: 'dossier.repaired', data: { to, proposedBy: proposal.by, confirmedBy: actor.person, ...(within ? { within } : {}) } });
  return flow.done();
}

function repairable(c: Case, route: Route, to: string): Result<Within | null> {
  const rule = findRule(route, to);
  if (!rule || NEVER.has(rule.kind)) return refuse('RETURN_TARGET_NOT_LEGAL', { to, because: 'kind' });
  const within = openPlaceOf(c, route, to);
  if (within === undefined) return refuse('RETURN_TARGET_NOT_LEGAL', { to, because: 'regionNotOpen' });
  if (c.number !== null && [...reachable(route, to)].some((path) => findRule(route, path)?.kind === 'issue')) return refuse('ALREADY_ISSUED', { number: c.number });
  return leadsAroundApproval(c, route, to) ? refuse('RETURN_TARGET_NOT_LEGAL', { to, because: 'aroundApproval' }) : ok(within);
}

/** The open activation and branch that a path stands in: null on the top level, undefined where its region is not open or its branch has joined. */
function openPlaceOf(c: Case, route: Route, path: string): Within | null | undefined {
  const place = regionOf(route, path);
  if (!place) return null;
  const region = openSteps(c).find((s) => s.path === place.region);
  const branch = region?.branches?.find((b) => b.name === place.branch);
  return region && branch && !branch.joined ? { step: region.id, branch: place.branch } : undefined;
}

/** Top level: everything. Inside a region: what runs in its branch, and no region around it. */
function ends(c: Case, step: CaseStep, within: Within | null): boolean {
  if (within === null) return true;
  const isIn = (s: CaseStep): boolean => s.within?.step === within.step && s.within.branch === within.branch;
  return isIn(step) || c.steps.some((s) => isIn(s) && isInside(c, step, s.id));
}

function isHead(c: Case, actor: Actor): boolean {
  return holdsPost(actor, c.leadUnit, ['head']) !== undefined;
}
