import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Only what this server itself sends may run; styles may stand in the page, since Ant Design writes its own there. */
const POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self' blob:", "frame-src 'self' blob:",
  "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

/** What the application's page is sent with. */
export const PAGE_HEADERS = {
  'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()', 'x-frame-options': 'DENY',
} as const;

/**
 * Serves the built web application beside the API: its files as they are (names with a digest may be kept for a year), its page for every address that is
 * no file and no part of the API. `folder` null: no application here, and `/` leads to the page that explains the API.
 */
export async function serveWeb(app: NestFastifyApplication, folder: string | null): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  for (const path of folder === null ? ['/', '/api/docs/'] : ['/api/docs/']) void fastify.get(path, (_, reply) => reply.redirect('/api/docs'));
  if (folder === null) return;
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`TOTRINH_WEB: there is no index.html in ${folder}`);
  const kept = (reply: FastifyReply): void => void reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
  const files = { root: join(folder, 'assets'), prefix: '/assets/', preCompressed: true, cacheControl: false, index: false, setHeaders: kept } as const;
  await app.register(fastifyStatic as unknown as Parameters<typeof app.register>[0], files);
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const icon = await readFile(join(folder, 'icon.svg'), 'utf8');
  void fastify.get('/icon.svg', (_, reply) => reply.headers({ 'cache-control': 'public, max-age=86400' }).type('image/svg+xml').send(icon));
  const send = (_: FastifyRequest, reply: FastifyReply): FastifyReply => reply.headers({ ...PAGE_HEADERS, 'cache-control': 'no-cache' }).type('text/html; charset=utf-8').send(page);
  for (const path of WEB_PATHS) {
    void fastify.get(path, send);
    if (path !== '/') void fastify.get(`${path}/*`, send);
  }
}

/** The addresses of the application's screens; anything else is unknown to this server. A test compares them with the router's. */
export const WEB_PATHS = [
  '/', '/signed-in', '/signed-out', '/tasks', '/leader', '/dossiers', '/compose', '/office', '/meetings', '/registers', '/programmes', '/overdue', '/notices', '/absences', '/calendar', '/ballots', '/routes', '/organisation',
];
