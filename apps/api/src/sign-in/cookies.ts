import type { CookieSerializeOptions } from '@fastify/cookie';
import { isSecret } from '@totrinh/casework';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Options = Pick<CookieSerializeOptions, 'path' | 'httpOnly' | 'sameSite' | 'secure'>;

/**
 * The two cookies of the sign-in: whose session this is, and which browser began a sign-in. `__Host-` binds them to this host, to https and to no other path, so that no
 * neighbouring host can plant one; over plain http on this machine, where browsers refuse that prefix, the same names without it.
 */
export class Cookies {
  readonly session: string;
  readonly browser: string;
  readonly #options: Options;

  constructor(insecure: boolean) {
    const prefix = insecure ? '' : '__Host-';
    this.session = `${prefix}totrinh`;
    this.browser = `${prefix}totrinh-sign-in`;
    this.#options = { path: '/', httpOnly: true, sameSite: 'lax', secure: !insecure };
  }

  /** The secret in a cookie of this name; null where there is none, or none of a secret's form. */
  read(request: FastifyRequest, name: string): string | null {
    const value = request.cookies[name];
    return isSecret(value) ? value : null;
  }

  /** Sets a cookie: for `seconds`, or as long as the browser runs. */
  write(reply: FastifyReply, name: string, value: string, seconds?: number): void {
    void reply.setCookie(name, value, { ...this.#options, ...(seconds === undefined ? {} : { maxAge: seconds }) });
  }

  clear(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, this.#options);
  }
}
