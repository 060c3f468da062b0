import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { MAX_FILE_BYTES } from '@totrinh/documents';
import type { Logger } from '@totrinh/platform';
import { Refused } from './refused.ts';

const BODY_LIMIT = 1_048_576;
const BROKEN_JSON = { path: [], vi: 'Thân yêu cầu (body) không phải JSON hợp lệ, hoặc có khóa bị cấm như __proto__.', en: 'The body is not valid JSON, or has a forbidden key such as __proto__.' };
const CORRELATION = /^[A-Za-z0-9._:-]{1,100}$/;

/** Fastify as the API wants it: correlation ids from the caller where they are well formed, bodies of at most 1 MB. */
export function fastifyAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT, trustProxy: false, return503OnClosing: true, forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-correlation-id'];
      return typeof given === 'string' && CORRELATION.test(given) ? given : randomUUID();
    },
  });
}

/** An address whose part is a secret is not written into any log: a feed's token, what a provider answers to a sign-in. */
export const withoutSecret = (url: string): string => url.replace(/(\/feeds\/)[^/?]+/, '$1…').replace(/^(\/sign-in\/callback\?).*/, '$1…');

/** Body parsers, what every answer carries, and at log level debug one line for each request (refusals are logged by the filter). */
export async function outfit(app: NestFastifyApplication, logger: Logger): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateRequest('person', '');
  fastify.decorateRequest('signedInAt', null);
  void fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id).header('cache-control', 'no-store').header('cross-origin-resource-policy', 'same-origin');
    done();
  });
  if (logger.isLevelEnabled('debug')) {
    void fastify.addHook('onResponse', (request, reply, done) => {
      logger.debug({ correlationId: request.id, method: request.method, url: withoutSecret(request.url), person: request.person, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
      done();
    });
  }
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  void fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    // Verbs without words take an empty body too.
    if (body === '') done(null, undefined);
    else void parse(request, body as string, (fault, value) => (fault === null ? done(null, value) : done(new Refused('REQUEST_INVALID', { faults: [BROKEN_JSON] }, { cause: fault }))));
  });
  await app.register(cookie as unknown as Parameters<typeof app.register>[0]);
  await app.register(multipart as unknown as Parameters<typeof app.register>[0], { limits: { files: 1, fields: 8, fieldSize: 10_000, fileSize: MAX_FILE_BYTES * 2 }, throwFileSizeLimit: false });
}
