import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problemOf } from '@totrinh/api-schema';
import type { Refusal } from '@totrinh/domain';
import type { Logger } from '@totrinh/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAway } from './away.ts';
import { drained } from './drain.ts';
import { withoutSecret } from './fastify.ts';
import { Refused } from './refused.ts';

/** The one place where anything thrown becomes an answer: application/problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  async catch(fault: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(unrevealing(refusalOf(fault)), request.id);
    const line = { correlationId: request.id, method: request.method, url: withoutSecret(request.url), code: problem.code };
    if (problem.status >= 500) this.#logger.error({ ...line, err: fault }, 'request failed');
    else this.#logger.info(line, 'request refused');
    if (reply.sent) return;
    if (problem.status === 413 || problem.status === 404) await drained(request.raw);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (problem.status === 503 || problem.code === 'IDEMPOTENCY_KEY_RUNNING') void reply.header('retry-after', '1');
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

const HIDEABLE: ReadonlySet<Refusal['code']> = new Set(['DOSSIER_NOT_FOUND', 'TASK_NOT_FOUND', 'DOCUMENT_NOT_FOUND']);

/** What is hidden and what does not exist are told in the same words: details would tell them apart. */
function unrevealing(refusal: Refusal): Refusal {
  return HIDEABLE.has(refusal.code) ? { code: refusal.code } : refusal;
}

function refusalOf(fault: unknown): Refusal {
  if (fault instanceof Refused) return fault.refusal;
  if (isAway(fault)) return { code: 'SERVICE_AWAY' };
  const status = statusOf(fault);
  if (status === 404) return { code: 'NO_SUCH_ROUTE' };
  if (status === 413) return { code: 'BODY_TOO_LARGE' };
  if (status === 415) return { code: 'CONTENT_TYPE_REFUSED', details: { expected: 'application/json' } };
  if (status !== null && status < 500) return { code: 'REQUEST_INVALID', details: { faults: [{ vi: 'Máy chủ không đọc được yêu cầu này.', en: `The request cannot be read: ${messageOf(fault)}` }] } };
  return { code: 'INTERNAL' };
}

/** What Nest or Fastify think of a request that never reached a handler. */
function statusOf(fault: unknown): number | null {
  if (fault instanceof HttpException) return fault.getStatus();
  const status = fault instanceof Error ? (fault as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' && status >= 400 ? status : null;
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
