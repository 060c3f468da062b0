import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Operation } from '@totrinh/api-schema';
import type { FastifyRequest } from 'fastify';
import { OPERATION } from '../http/operate.ts';
import { Refused } from '../http/refused.ts';
import type { Sessions } from './sessions.ts';
import type { SignedIn, TokenVerifier } from './token-verifier.ts';

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i;

/**
 * Lets nobody in without a good token or a browser's session, except to what is open. A token counts alone: who sends one is not asked for a cookie.
 * Errors: TOKEN_MISSING, those of the verifier and of the sessions.
 */
export class SignInGuard implements CanActivate {
  readonly #verifier: TokenVerifier;
  readonly #sessions: Sessions | null;
  readonly #inBusinessTime: (real: string) => string;

  /** `inBusinessTime`: the instant on the business clock that lies as far back as this one does in real time, by which rules measure how fresh a sign-in is. */
  constructor(verifier: TokenVerifier, sessions: Sessions | null, inBusinessTime: (real: string) => string) {
    this.#verifier = verifier;
    this.#sessions = sessions;
    this.#inBusinessTime = inBusinessTime;
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
    if (operation === undefined || operation.open) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    const secret = authorization ? null : (this.#sessions?.secretOf(request) ?? null);
    if (this.#sessions && secret !== null) return this.#sessions.letIn(request, secret).then(({ person, signedInAt }) => this.#letIn(request, { person, at: signedInAt.toISOString() }));
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new Refused(authorization ? 'TOKEN_INVALID' : 'TOKEN_MISSING');
    const known = this.#verifier.remembered(token);
    if (known !== null) return this.#letIn(request, known);
    return this.#verifier.verify(token).then((signedIn) => this.#letIn(request, signedIn));
  }

  #letIn(request: FastifyRequest, { person, at }: SignedIn): true {
    request.person = person;
    request.signedInAt = at === null ? null : this.#inBusinessTime(at);
    return true;
  }
}
