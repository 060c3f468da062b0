import { beginSignIn, freshSecret, openSession, SIGN_IN_MS, takeSignIn } from '@totrinh/casework';
import { isLoopback, type Logger } from '@totrinh/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAway } from '../http/away.ts';
import { Refused } from '../http/refused.ts';
import { localPath } from './local-path.ts';
import { SKEW_SECONDS, type Proved } from './oidc-client.ts';
import type { SessionParts, Sessions } from './sessions.ts';
import { sendFault, type SignInFault } from './sign-in-pages.ts';

/** What the way in rests on beside the sessions: who is in the directory. */
export interface SignInParts extends SessionParts { readonly sessions: Sessions; readonly knows: (person: string) => Promise<boolean>; readonly logger: Logger }

const LOGIN = /^[\p{L}\p{N}._@+-]{1,100}$/u;
const SIGN_IN = '/sign-in';

/** The addresses outside of the API by which a browser signs in: `GET /sign-in?to=&as=&fresh=` leads to the provider, `GET /sign-in/callback` takes its answer. */
export function serveSignIn(fastify: FastifyInstance, parts: SignInParts | null): void {
  if (parts === null) {
    for (const path of [SIGN_IN, `${SIGN_IN}/callback`]) void fastify.get(path, (_, reply) => sendFault(reply, 'off', SIGN_IN));
    return;
  }
  void fastify.get(SIGN_IN, (request, reply) => begin(parts, request, reply).catch((fault: unknown) => failed(parts, reply, fault, againFrom(request))));
  void fastify.get(`${SIGN_IN}/callback`, (request, reply) => finish(parts, request, reply).catch((fault: unknown) => failed(parts, reply, fault, SIGN_IN)));
}

type Query = Readonly<Record<string, unknown>>;

async function begin(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const home = elsewhere(parts, request);
  if (home !== null) return reply.redirect(home);
  const { desk, cookies, oidc, now, sessions } = parts;
  const { to, as, fresh: wantsFresh } = request.query as Query;
  const [backTo, fresh, hint] = [localPath(to), wantsFresh === '1', typeof as === 'string' && LOGIN.test(as) ? as : null];
  const secret = sessions.secretOf(request);
  if (!fresh && hint === null && secret !== null && (await sessions.read(secret)) !== null) return reply.redirect(backTo, 303);
  const { url, state, verifier, nonce } = await oidc.begin({ hint, fresh });
  // Two tabs may sign in at once, so what binds a sign-in to this browser is kept while one is under way.
  const browser = cookies.read(request, cookies.browser) ?? freshSecret();
  await beginSignIn(desk, { state, browser, verifier, nonce, backTo, fresh }, now());
  cookies.write(reply, cookies.browser, browser, SIGN_IN_MS / 1000);
  return reply.redirect(url.href, 303);
}

async function finish(parts: SignInParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { desk, cookies, oidc, now, limits, sessions, knows } = parts;
  const { state } = request.query as Query;
  const browser = cookies.read(request, cookies.browser);
  const begun = typeof state === 'string' && browser !== null ? await takeSignIn(desk, state, browser, now()) : null;
  if (begun === null || typeof state !== 'string') return sendFault(reply, 'stale', SIGN_IN);
  const again = `${SIGN_IN}?${new URLSearchParams({ to: begun.backTo, ...(begun.fresh && { fresh: '1' }) }).toString()}`;
  let proved: Proved;
  try {
    proved = await oidc.finish(request.url.slice(request.url.indexOf('?') + 1), { ...begun, state });
  } catch (fault) {
    return failed(parts, reply, fault, again);
  }
  if (begun.fresh && proved.at.getTime() < begun.at.getTime() - SKEW_SECONDS * 1000) return sendFault(reply, 'notFresh', again, await oidc.endAddress(proved.idToken));
  if (!(await knows(proved.person))) return sendFault(reply, 'unknown', again, await oidc.endAddress(proved.idToken));
  const secret = await openSession(desk, { person: proved.person, signedInAt: proved.at, idToken: proved.idToken, before: sessions.secretOf(request) }, limits, now());
  cookies.write(reply, cookies.session, secret);
  return reply.redirect(begun.backTo, 303);
}

/** The same address on the application's own host, for whoever came by another name of this machine (localhost): cookies know names, not machines. */
function elsewhere({ origin }: SignInParts, request: FastifyRequest): string | null {
  const home = new URL(origin());
  const came = URL.canParse(`http://${request.headers.host ?? ''}`) ? new URL(`http://${request.headers.host ?? ''}`) : null;
  if (came === null || !isLoopback(home.hostname) || came.port !== home.port || came.hostname === home.hostname || !isLoopback(came.hostname)) return null;
  return `${home.origin}${request.url}`;
}

/** The same sign-in once more; what came in the address is judged anew. */
const againFrom = (request: FastifyRequest): string => {
  const { to, fresh } = request.query as Query;
  return `${SIGN_IN}?${new URLSearchParams({ to: localPath(to), ...(fresh === '1' && { fresh: '1' }) }).toString()}`;
};

const PAGE_OF: Readonly<Record<string, SignInFault>> = { TOKEN_INVALID: 'refused', SERVICE_AWAY: 'away' };

function failed({ logger }: SignInParts, reply: FastifyReply, fault: unknown, again: string): FastifyReply {
  const page = isAway(fault) ? 'away' : (PAGE_OF[fault instanceof Refused ? fault.refusal.code : ''] ?? 'broken');
  if (page === 'refused') logger.info({ err: fault }, 'sign-in refused');
  else logger.error({ err: fault }, 'sign-in failed');
  return sendFault(reply, page, again);
}
