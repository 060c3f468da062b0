import { endSessionsOf, type Desk } from '@totrinh/casework';
import type { SessionsReadModel } from '@totrinh/persistence';
import { isDemoIssuer, type ApiConfig, type Logger } from '@totrinh/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Cookies } from './cookies.ts';
import { OidcClient } from './oidc-client.ts';
import { Sessions } from './sessions.ts';
import { serveSignIn, type SignInParts } from './sign-in-routes.ts';

const MINUTE = 60_000;

/** What the sign-in of browsers is built on; `listening` answers the API's own address, `now` is real time. */
export interface BrowserSignInParts {
  readonly config: Pick<ApiConfig, 'oidc' | 'browsers'>;
  readonly desk: Desk;
  readonly stored: SessionsReadModel;
  readonly knows: (person: string) => Promise<boolean>;
  readonly listening: () => string;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** The sign-in of browsers as a whole: the way in, and the sessions. Where it is not configured, tokens are accepted alone. */
export class BrowserSignIn {
  /** Whether people sign in with one click, as sample people. */
  readonly demo: boolean;
  readonly sessions: Sessions | null;
  readonly #parts: SignInParts | null;
  readonly #desk: Desk;

  constructor({ config: { oidc: { issuer }, browsers }, listening, ...rest }: BrowserSignInParts) {
    this.demo = isDemoIssuer(issuer);
    this.#desk = rest.desk;
    if (browsers === undefined) {
      this.sessions = this.#parts = null;
      return;
    }
    const origin = (): string => browsers.publicUrl ?? listening();
    const shared = { ...rest, origin, cookies: new Cookies(browsers.insecureCookie), limits: { idleMs: browsers.idleMinutes * MINUTE, longestMs: browsers.longestMinutes * MINUTE }, oidc: new OidcClient(issuer, browsers, origin) };
    this.sessions = new Sessions(shared);
    this.#parts = { ...shared, sessions: this.sessions };
  }

  /** Serves the addresses outside of the API. */
  serve(fastify: FastifyInstance): void {
    serveSignIn(fastify, this.#parts);
  }

  /** Ends the asker's session, or every session of theirs; who came by a token has none here. */
  async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<{ ended: number; next: string | null }> {
    if (this.sessions) return this.sessions.end(request, reply, everywhere);
    return { ended: everywhere ? await endSessionsOf(this.#desk, request.person) : 0, next: null };
  }
}
