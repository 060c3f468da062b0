import type { Actor } from '../case/actor.ts';
import { openSteps, openTasks, type Case, type CaseProposal, type ProposalParams, type ProposedVerb } from '../case/case.ts';
import type { Fact, Means, Secret } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * What the first of two people puts forward; nothing moves until a second one confirms it. `params` are ids, codes and days; `words` are
 * erasable (a bare text is the reason). `premise` is the id of the open step or task that it is about (null: the dossier as a whole);
 * there is at most one open proposal of a verb for each.
 * Errors: DOSSIER_CLOSED, NOT_ALLOWED (because: alreadyProposed; details: proposal).
 */
export function propose(c: Case, verb: ProposedVerb, params: ProposalParams, words: string | Secret | null, actor: Actor, means: Means, premise: string | null): Result<Fact[]> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const twin = c.proposals.find((p) => p.verb === verb && premiseOf(p) === premise);
  if (twin) return refuse('NOT_ALLOWED', { because: 'alreadyProposed', proposal: twin.id });
  const secret = typeof words === 'string' ? { reason: words } : words;
  return ok([{
    type: 'proposal.made',
    data: { proposal: means.id(), verb, by: actor.person, params: { ...params, ...(premise === null ? {} : { premise }) } },
    ...(secret === null || Object.keys(secret).length === 0 ? {} : { secret }),
  }]);
}

export function findProposal(c: Case, id: string): CaseProposal | undefined {
  return c.proposals.find((p) => p.id === id);
}

/** An open proposal whose premise still holds. Errors: DOSSIER_CLOSED, PROPOSAL_NOT_FOUND, PROPOSAL_STALE. */
export function liveProposal(c: Case, id: string): Result<CaseProposal> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const found = findProposal(c, id);
  if (!found) return refuse('PROPOSAL_NOT_FOUND', { proposal: id });
  return premiseHolds(c, found) ? ok(found) : refuse('PROPOSAL_STALE', { proposal: id });
}

/** Whether the step or task that a proposal is about is still open; one about the whole dossier may name where that stood. */
export function premiseHolds(c: Case, proposal: CaseProposal): boolean {
  const premise = premiseOf(proposal);
  const { standing } = proposal.params;
  if (Array.isArray(standing) && !(standing.length === openSteps(c).length && openSteps(c).every((s) => standing.includes(s.id)))) return false;
  return premise === null || openSteps(c).some((s) => s.id === premise) || openTasks(c).some((t) => t.id === premise);
}

/** A parameter that the verb wrote as a text; its absence is a broken record. */
export function paramOf(proposal: CaseProposal, name: string): string {
  const value = proposal.params[name];
  if (typeof value !== 'string') throw new Error(`proposal ${proposal.id} has no ${name}`);
  return value;
}

/** The same where the verb may have left it out. */
export function paramOrNull(proposal: CaseProposal, name: string): string | null {
  const value = proposal.params[name];
  return typeof value === 'string' ? value : null;
}

function premiseOf(proposal: CaseProposal): string | null {
  return paramOrNull(proposal, 'premise');
}
