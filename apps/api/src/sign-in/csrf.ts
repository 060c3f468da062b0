import { timingSafeEqual } from 'node:crypto';
import { csrfOf } from '@totrinh/casework';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../http/refused.ts';

export const CSRF_HEADER = 'x-totrinh-csrf';
const LOOKING = new Set(['GET', 'HEAD']);
const FROM_HERE = new Set(['same-origin', 'none']);

/**
 * Lets a request that rests on a cookie change something only where the pages of this very host sent it. Three locks, each enough by itself: the header that only a page that
 * could read `GET /session` knows, the browser's own word on where the request comes from, and the origin. Errors: CSRF_REFUSED.
 */
export function checkCsrf(request: FastifyRequest, secret: string, origin: string): void {
  if (LOOKING.has(request.method)) return;
  const { [CSRF_HEADER]: shown, 'sec-fetch-site': site, origin: from, host } = request.headers;
  if (typeof shown !== 'string' || !same(shown, csrfOf(secret))) throw new Refused('CSRF_REFUSED', { because: shown === undefined ? 'noToken' : 'wrongToken' });
  if (site !== undefined && !FROM_HERE.has(String(site))) throw new Refused('CSRF_REFUSED', { because: 'otherSite' });
  if (from !== undefined && from !== origin && hostOf(from) !== host) throw new Refused('CSRF_REFUSED', { because: 'otherOrigin' });
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `null`, as pages without an origin say, is of no host. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
