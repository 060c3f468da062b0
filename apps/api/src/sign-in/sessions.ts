import { csrfOf, endSession, endSessionsOf, holding, secretHash, useSession, type Desk, type OpenSession, type SessionLimits } from '@totrinh/casework';
import type { SessionsReadModel } from '@totrinh/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cookies } from './cookies.ts';
import type { OidcClient } from './oidc-client.ts';
import { checkCsrf } from './csrf.ts';
import { Refused } from '../http/refused.ts';

/** A page's own refreshing, which is no use of the session by a person. */
const BACKGROUND_HEADER = 'x-totrinh-background';

/** What the sessions of browsers rest on; `now` is real time, `origin` the application's public address. */
export interface SessionParts {
  readonly desk: Desk;
  readonly stored: SessionsReadModel;
  readonly cookies: Cookies;
  readonly limits: SessionLimits;
  readonly oidc: OidcClient;
  readonly origin: () => string;
  readonly now: () => Date;
}

/** Whose browser asks, and how that ends. */
export class Sessions {
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** The secret of the browser's session, whether it still holds or not; null without one. */
  secretOf(request: FastifyRequest): string | null {
    return this.#parts.cookies.read(request, this.#parts.cookies.session);
  }

  /** The session of this secret where it holds, with what changing requests show. Reading it is no use of it. */
  async read(secret: string): Promise<(OpenSession & { readonly csrf: string }) | null> {
    const { stored, limits, now } = this.#parts;
    const open = holding(await stored.find(secretHash(secret)), limits, now());
    return open && { ...open, csrf: csrfOf(secret) };
  }

  /** Lets a request in by its cookie, and notes the use. Errors: SESSION_ENDED, CSRF_REFUSED. */
  async letIn(request: FastifyRequest, secret: string): Promise<OpenSession> {
    const { desk, stored, limits, now, origin } = this.#parts;
    const row = await stored.find(secretHash(secret));
    const open = holding(row, limits, now());
    if (row === null || open === null) throw new Refused('SESSION_ENDED');
    checkCsrf(request, secret, origin());
    if (request.headers[BACKGROUND_HEADER] === undefined) await useSession(desk, secret, row, now());
    return open;
  }

  /** Ends the browser's session, or all of the person. Answers how many ended, and where the browser goes to be signed out at the provider, too. */
  async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<{ ended: number; next: string | null }> {
    const { desk, cookies, oidc } = this.#parts;
    const secret = request.headers.authorization === undefined ? this.secretOf(request) : null;
    const idToken = secret === null ? null : await endSession(desk, secret);
    const others = everywhere ? await endSessionsOf(desk, request.person) : 0;
    if (secret !== null) cookies.clear(reply, cookies.session);
    return { ended: others + (idToken === null ? 0 : 1), next: idToken === null ? null : await oidc.endAddress(idToken) };
  }
}
