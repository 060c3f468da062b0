import { cast as rule, findRule, ok, refuse, type CastCommand, type Result } from '@totrinh/domain';
import { loadRoute, placeOfTask, putIntoUrn } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';

/**
 * Bỏ phiếu. A secret ballot goes into the urn in the act's own transaction, and nothing else of it is kept: no decision, no
 * digest of what was asked, so that asking again with the same key answers the first time whatever was said.
 * Errors: those of domain's cast and of perform; BUSY where the route was changed to another ballot meanwhile.
 */
export async function cast(desk: Desk, command: CastCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  const secret = await isSecret(desk, command.task.toLowerCase());
  return perform(desk, 'cast', { task: command.task }, secret ? { ...request, request: '' } : request, (s) => {
    const said = rule(s.case, s.route, { ...command, task: command.task.toLowerCase() }, s.actor, desk.means, s.now);
    if (!said.ok) return said;
    const { facts, ballot } = said.value;
    if ((ballot !== null) !== secret) return refuse('BUSY');
    if (ballot) putIntoUrn(s.tx, s.case.id, ballot.step, ballot.choice);
    return ok(facts);
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Read before the act, since the key's row must not even keep a digest; a pinned route is the same a moment later. */
function isSecret(desk: Desk, task: string): Promise<boolean> {
  return desk.transact(async (tx) => {
    const place = UUID.test(task) ? await placeOfTask(tx, task) : null;
    const rule = place && findRule((await loadRoute(tx, place.route)).rules, place.path);
    return rule?.kind === 'vote' && rule.rule.ballot === 'secret';
  });
}
