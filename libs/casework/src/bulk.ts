import { decideAs, refuse, type Result } from '@totrinh/domain';
import { claim } from './claim.ts';
import type { Desk } from './desk.ts';
import { perform, type ActAnswer, type ActRequest } from './perform.ts';
import { seen } from './seen.ts';
import { transfer } from './transfer.ts';

/** One of many acts: each with the key and the tag of its own. */
export interface BulkAct {
  readonly verb: string;
  readonly task: string;
  readonly key: string;
  readonly ifMatch?: string;
  readonly body: { readonly outcome?: string; readonly reason?: string | null; readonly to?: string | null; readonly person?: string };
}

/** What became of one act; acts stand in the order in which they were asked. */
export interface BulkLine { readonly verb: string; readonly task: string; readonly key: string; readonly result: Result<ActAnswer> }

/** Most acts of one request. */
const MOST_ACTS = 100;

/**
 * Xử lý nhiều việc: reviews without initials, consents, claims, views and transfers, one after another, each its own act in
 * its own transaction with its own answer; one that is refused keeps no other from going through. Never a vote, a signature,
 * an approval, an appraisal or a finishing: their line is BULK_NOT_ALLOWED.
 * Errors: BULK_NOT_ALLOWED (details: most) for more acts than one request may have.
 */
export async function bulk(desk: Desk, acts: readonly BulkAct[], who: Pick<ActRequest, 'actor' | 'correlationId' | 'signedInAt'>): Promise<Result<BulkLine[]>> {
  if (acts.length > MOST_ACTS) return refuse('BULK_NOT_ALLOWED', { most: MOST_ACTS, acts: acts.length });
  const lines: BulkLine[] = [];
  for (const act of acts) lines.push({ verb: act.verb, task: act.task, key: act.key, result: await one(desk, act, requestOf(desk, act, who)) });
  return { ok: true, value: lines };
}

function requestOf(desk: Desk, { verb, task, key, ifMatch, body }: BulkAct, who: Pick<ActRequest, 'actor' | 'correlationId' | 'signedInAt'>): ActRequest {
  return { ...who, key, request: desk.means.digest(JSON.stringify({ verb, task, body })), ...(ifMatch === undefined ? {} : { ifMatch }) };
}

function one(desk: Desk, { verb, task, body }: BulkAct, request: ActRequest): Promise<Result<ActAnswer>> {
  switch (verb) {
    case 'claim': return claim(desk, task, request);
    case 'seen': return seen(desk, task, request);
    case 'transfer': return transfer(desk, { task, person: body.person ?? '' }, request);
    case 'decide': {
      const command = { task, outcome: body.outcome ?? '', reason: body.reason ?? null, to: body.to ?? null };
      return perform(desk, 'decide', { task }, request, (s) => decideAs('review', s.case, s.route, command, s.actor, desk.means, s.now));
    }
    default: return Promise.resolve(refuse('BULK_NOT_ALLOWED', { verb }));
  }
}
