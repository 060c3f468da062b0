import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Operation } from '@totrinh/api-schema';
import type { FastifyRequest } from 'fastify';
import { OPERATION } from '../http/operate.ts';
import { Refused } from '../http/refused.ts';
import type { SignedIn, TokenVerifier } from './token-verifier.ts';

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i;

/** Lets nobody in without a good token, except to what is open. Errors: TOKEN_MISSING and those of the verifier. */
export class SignInGuard implements CanActivate {
  readonly #verifier: TokenVerifier;

  constructor(verifier: TokenVerifier) {
    this.#verifier = verifier;
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
    if (operation === undefined || operation.open) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new Refused(request.headers.authorization ? 'TOKEN_INVALID' : 'TOKEN_MISSING');
    const known = this.#verifier.remembered(token);
    if (known !== null) return letIn(request, known);
    return this.#verifier.verify(token).then((signedIn) => letIn(request, signedIn));
  }
}

function letIn(request: FastifyRequest, { person, at }: SignedIn): true {
  request.person = person;
  request.signedInAt = at;
  return true;
}
