import { concerns, isOfOffice, type Actor } from '../case/actor.ts';
import { findTask, type Case, type CaseProposal } from '../case/case.ts';
import type { Fact, Means, Secret } from '../case/facts.ts';
import { assertNever, ok, refuse, type Result } from '../result.ts';
import type { PublishedRoute, Route } from '../route/route.ts';
import type { StepDue } from '../deadlines/step-due.ts';
import { PLAIN_TERMS, type Terms } from '../ladders/plan-rungs.ts';
import { dueMoved, extended, mayGrant, mayMoveDue } from './extend.ts';
import { mayConfirmMigration, migrated, versionOf } from './migrate.ts';
import type { StandingTerms } from './migrate-terms.ts';
import { findProposal, liveProposal, paramOrNull } from './proposals.ts';
import { mayConfirmRecord, recorded } from './record-for.ts';
import { confirmResult } from './record-result-confirm.ts';
import { mayConfirmRepair, repaired } from './repair.ts';
import { mayConfirmSkip, skipped } from './skip.ts';

export interface ProposalCommand {
  readonly proposal: string;
  /** Clean text (see cleanText) or null. */
  readonly reason: string | null;
}

/** What stands beside the case: the erasable words of the proposal, and the version of the route that a migration names. */
export interface ConfirmMore {
  readonly words: Secret;
  readonly to: PublishedRoute | null;
  /** The appointments that whoever said what is recorded holds today. */
  readonly held?: readonly string[];
  /** The term of the step whose date is to be moved, as it is now. */
  readonly was?: StepDue;
  /** The terms of all open steps, where the dossier moves to another version of its route. */
  readonly standing?: StandingTerms;
  /** What deadlines are reckoned with. */
  readonly terms?: Terms;
}

/**
 * Xác nhận: the second person, and with them what was proposed takes effect at once, judged as things are now. Who may is each verb's own.
 * Errors: DOSSIER_CLOSED, PROPOSAL_NOT_FOUND, PROPOSAL_STALE, SAME_PERSON, NOT_ALLOWED (because: mayNotConfirm), those of the verb.
 */
export function confirmProposal(c: Case, route: Route, command: ProposalCommand, actor: Actor, means: Means, now: Date, more: ConfirmMore): Result<Fact[]> {
  const live = liveProposal(c, command.proposal);
  if (!live.ok) return live;
  const proposal = live.value;
  if (proposal.by === actor.person) return refuse('SAME_PERSON', { proposal: proposal.id });
  if (!mayConfirm(c, proposal, actor)) return refuse('NOT_ALLOWED', { because: 'mayNotConfirm' });
  const effect = effectOf(c, route, proposal, actor, means, now, more);
  if (!effect.ok) return effect;
  const { reason } = command;
  const confirmed: Fact = { type: 'proposal.confirmed', data: { proposal: proposal.id, by: actor.person }, ...(reason === null ? {} : { secret: { reason } }) };
  return ok([confirmed, ...effect.value.filter((f) => f.type !== 'proposal.confirmed')]);
}

/**
 * Không đồng ý: the proposal ends without effect; by whoever proposed it, or whoever might confirm it. One whose premise has gone too.
 * Errors: DOSSIER_CLOSED, PROPOSAL_NOT_FOUND, NOT_ALLOWED (because: mayNotConfirm), REASON_REQUIRED.
 */
export function declineProposal(c: Case, command: ProposalCommand, actor: Actor): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const proposal = findProposal(c, command.proposal);
  if (!proposal) return refuse('PROPOSAL_NOT_FOUND', { proposal: command.proposal });
  if (proposal.by !== actor.person && !mayConfirm(c, proposal, actor)) return refuse('NOT_ALLOWED', { because: 'mayNotConfirm' });
  if (command.reason === null) return refuse('REASON_REQUIRED', { verb: 'declineProposal' });
  return ok([{ type: 'proposal.declined', data: { proposal: proposal.id, by: actor.person }, secret: { reason: command.reason } }]);
}

/** Whether this person may be the second one; that it is somebody else than the first is asked apart. */
export function mayConfirm(c: Case, proposal: CaseProposal, actor: Actor): boolean {
  switch (proposal.verb) {
    case 'skip': return mayConfirmSkip(c, actor);
    case 'repair': return mayConfirmRepair(c, proposal, actor);
    case 'migrate': return mayConfirmMigration(c, actor);
    case 'record': return mayConfirmRecord(c, proposal, actor);
    case 'extend': return mayGrant(c, proposal, actor);
    case 'moveDue': return mayMoveDue(c, actor);
    case 'recordResult': return mayConfirmResult(c, proposal, actor);
    default: return assertNever(proposal.verb);
  }
}

function mayConfirmResult(c: Case, proposal: CaseProposal, actor: Actor): boolean {
  const task = findTask(c, paramOrNull(proposal, 'task') ?? '');
  return isOfOffice(actor, c) || (task !== undefined && concerns(task, actor));
}

function effectOf(c: Case, route: Route, proposal: CaseProposal, actor: Actor, means: Means, now: Date, { words, to, held, was, standing, terms = PLAIN_TERMS }: ConfirmMore): Result<readonly Fact[]> {
  switch (proposal.verb) {
    case 'skip': return skipped(c, route, proposal, actor);
    case 'repair': return repaired(c, route, proposal, actor);
    case 'migrate': return to?.version === versionOf(proposal) ? migrated(c, route, to, proposal, actor, { now, means, terms, standing }) : refuse('ROUTE_NOT_FOUND', { version: versionOf(proposal) });
    case 'record': return recorded(c, route, proposal, words, now, actor, means, held);
    case 'extend': return extended(c, route, proposal, now, actor, means, was, terms);
    case 'moveDue': return dueMoved(c, route, proposal, now, actor, means, was, terms);
    case 'recordResult': return confirmResult(c, route, proposal, actor, means, words);
    default: return assertNever(proposal.verb);
  }
}
