import { confirmProposal as confirmRule, declineProposal as declineRule, findProposal, paramOf, paramOrNull, versionOf, type ConfirmMore, type ProposalCommand, type PublishedRoute, type Result, type Secret } from '@totrinh/domain';
import { duesOf, findRoute, instantsOf, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest, type Scene } from './perform.ts';
import { heldBy } from './record-for.ts';
import { markDecided } from './record-result.ts';
import { termsOf } from './terms.ts';

/** Xác nhận what somebody else proposed, which takes effect at once. Errors: those of domain's confirmProposal and of perform. */
export async function confirmProposal(desk: Desk, { dossier, ...command }: ProposalCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  let to: PublishedRoute | null = null;
  const answer = await perform(desk, 'confirmProposal', { dossier }, request, async (s) => {
    const more = await moreOf(s, command.proposal);
    to = more.to;
    const facts = confirmRule(s.case, s.route, command, s.actor, desk.means, s.now, more);
    if (facts.ok) markDecided(s.tx, facts.value);
    return facts;
  });
  return answer.ok ? { ok: true, value: inVersion(answer.value, to) } : answer;
}

/** What a migration left behind is shown by the route that the dossier pins from here on. */
function inVersion(answer: ActAnswer, to: PublishedRoute | null): ActAnswer {
  return answer.after && to ? { ...answer, after: { ...answer.after, route: to.rules } } : answer;
}

/** Không đồng ý with a proposal. Errors: those of domain's declineProposal and of perform. */
export function declineProposal(desk: Desk, { dossier, ...command }: ProposalCommand & { dossier: string }, request: ActRequest): Promise<Result<ActAnswer>> {
  return perform(desk, 'declineProposal', { dossier }, request, (s) => declineRule(s.case, command, s.actor));
}

/** The words of a proposal, and the version that a migration names. */
async function moreOf(s: Scene, id: string): Promise<ConfirmMore> {
  const { tx, case: c } = s;
  const proposal = findProposal(c, id);
  const to = proposal?.verb === 'migrate' && c.route ? await findRoute(tx, c.route.id, versionOf(proposal)) : null;
  const principal = proposal?.verb === 'record' ? paramOrNull(proposal, 'principal') : null;
  return { words: proposal ? await wordsOf(tx, c.id, id) : {}, to, ...(principal === null ? {} : { held: await heldBy(s, principal) }), ...(to === null ? {} : await termsNow(s)), ...(proposal?.verb === 'extend' || proposal?.verb === 'moveDue' ? await termNow(s, paramOf(proposal, 'step')) : {}) };
}

/** The term of a step, and what another one is reckoned with. */
async function termNow({ tx, case: c }: Scene, step: string): Promise<Pick<ConfirmMore, 'was' | 'terms'>> {
  const dues = await duesOf(tx, c.id);
  return { was: dues[step] ?? { dueAt: null }, terms: await termsOf(tx, c.leadUnit, dues) };
}

/** The terms of all open steps, and what those of another version are reckoned with. */
async function termsNow({ tx, case: c }: Scene): Promise<Pick<ConfirmMore, 'standing' | 'terms'>> {
  const dues = await duesOf(tx, c.id, true);
  return { standing: { dues, ...(await instantsOf(tx, c.id, c.submission?.seq ?? null, c.item)) }, terms: await termsOf(tx, c.leadUnit, dues) };
}

async function wordsOf(tx: Tx, dossier: string, proposal: string): Promise<Secret> {
  const rows = await tx.read<{ field: string; value: string | null }>(
    `select w.field, w.value from totrinh.event e join totrinh.event_private w on w.dossier_id = e.dossier_id and w.seq = e.seq
     where e.dossier_id = $1 and e.type = 'proposal.made' and e.body::jsonb #>> '{data,proposal}' = $2`, [dossier, proposal]);
  return Object.fromEntries(rows.flatMap((r) => (r.value === null ? [] : [[r.field, r.value] as const])));
}
