import { randomBytes } from 'node:crypto';
import { ok, refuse, type Result } from '@totrinh/domain';
import { endFeedTokens, replaceFeedToken, sha256 } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** Bytes that nobody guesses. */
const SECRET_BYTES = 32;

/** The digest by which a token is known; the token itself is kept nowhere. */
export const feedHash = (token: string): string => sha256(token);

/**
 * Lập địa chỉ lịch of whoever asks; the one before ends. The token is told once: a repeated request answers null, since nobody knows it any more.
 * Errors: NOT_ALLOWED (because: holdsNoPost), those of the key.
 */
export async function makeFeed(desk: Desk, request: ActRequest): Promise<Result<OfficeAnswer<object> & { readonly token: string | null }>> {
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  const answer = await officeAct(desk, 'makeFeed', request.actor, 201, request, async ({ tx, actor, now }) => {
    if (actor.posts.length === 0) return refuse('NOT_ALLOWED', { because: 'holdsNoPost' });
    await replaceFeedToken(tx, { hash: feedHash(token), person: request.actor, at: now });
    return ok({});
  });
  return answer.ok ? ok({ ...answer.value, token: answer.value.replayed ? null : token }) : answer;
}

/** Kết thúc địa chỉ lịch. Errors: FEED_NOT_FOUND (none holds), those of the key. */
export function endFeed(desk: Desk, request: ActRequest): Promise<Result<OfficeAnswer<object>>> {
  return officeAct(desk, 'endFeed', request.actor, 200, request, async ({ tx, now }) => (await endFeedTokens(tx, request.actor, now)) ? ok({}) : refuse('FEED_NOT_FOUND'));
}
