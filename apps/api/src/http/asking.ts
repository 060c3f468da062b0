import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Operation } from '@totrinh/api-schema';
import type { ActRequest } from '@totrinh/casework';
import { canonical, sha256 } from '@totrinh/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OPERATION } from './operate.ts';
import { Refused } from './refused.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Person id of whoever is signed in; empty on operations that are open. */
    person: string;
    /** When they last proved who they are, ISO; null where the sign-in does not say. */
    signedInAt: string | null;
  }
}

/** What a request asks for beside its body: who, which version, how long to wait, under which key. */
export interface Asking {
  readonly operation: Operation;
  readonly person: string;
  readonly correlationId: string;
  readonly key: string;
  readonly ifMatch: string | undefined;
  readonly waitMs: number;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const MALFORMED_KEY = { path: ['Idempotency-Key'], vi: 'Idempotency-Key có nhưng sai dạng: cần 1–200 ký tự ASCII nhìn thấy được, không dấu cách.', en: 'Idempotency-Key is there and malformed: it takes 1–200 visible ASCII characters without spaces.' };
const WAIT = /(?:^|[,;\s])wait\s*=\s*"?(\d+(?:\.\d+)?)"?/i;
const USUAL_WAIT_MS = 300;
const LONGEST_WAIT_MS = 10_000;

/** Hands the handler its Asking. Errors: IDEMPOTENCY_KEY_REQUIRED, VERSION_REQUIRED. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation;
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    operation, person: request.person, correlationId: request.id, request, reply: context.switchToHttp().getResponse<FastifyReply>(),
    key: operation.acts ? keyOf(request) : '', ifMatch: operation.ifMatch ? tagOf(request) : undefined, waitMs: operation.waits ? waitOf(request) : 0,
  };
});

/** The act's request: the digest covers everything that was asked, so that a key stands for one request only. */
export function actRequest(asking: Asking, asked: { readonly params?: unknown; readonly body?: unknown; readonly file?: string }): ActRequest {
  const { params = null, body = null, file = null } = asked;
  const request = sha256(canonical({ verb: asking.operation.id, params, body, file }));
  const { person: actor, key, correlationId, ifMatch } = asking;
  const { signedInAt } = asking.request;
  return { actor, key, request, correlationId, ...(ifMatch === undefined ? {} : { ifMatch }), ...(signedInAt === null ? {} : { signedInAt }) };
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && KEY.test(key)) return key;
  if (!key) throw new Refused('IDEMPOTENCY_KEY_REQUIRED');
  throw new Refused('IDEMPOTENCY_KEY_REQUIRED', { faults: [MALFORMED_KEY] });
}

function tagOf(request: FastifyRequest): string {
  const tag = request.headers['if-match'];
  if (tag) return tag;
  throw new Refused('VERSION_REQUIRED');
}

/** RFC 7240, with decimals: `wait=0.5`. */
function waitOf(request: FastifyRequest): number {
  const prefer = request.headers['prefer'];
  if (prefer === undefined) return USUAL_WAIT_MS;
  const seconds = WAIT.exec(Array.isArray(prefer) ? prefer.join(',') : prefer)?.[1];
  return seconds === undefined ? USUAL_WAIT_MS : Math.min(LONGEST_WAIT_MS, Math.round(Number(seconds) * 1000));
}
