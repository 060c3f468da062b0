import { Controller, Inject } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { Operate } from '../http/operate.ts';
import { BrowserSignIn } from '../sign-in/browser-sign-in.ts';

const { readSession, endSession, endAllSessions } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** A browser's session: whose it is, and its end. */
@Controller()
export class SessionController {
  readonly #signIn: BrowserSignIn;

  constructor(@Inject(BrowserSignIn) signIn: BrowserSignIn) {
    this.#signIn = signIn;
  }

  @Operate(readSession)
  async read(@Asks() { request }: Asking): Answer<(typeof readSession.answers)[200]> {
    const { demo, sessions } = this.#signIn;
    const secret = sessions?.secretOf(request) ?? null;
    const open = sessions && secret !== null ? await sessions.read(secret) : null;
    if (open === null) return { signedIn: false, demo };
    const { person, name, csrf, signedInAt, idleUntil, until } = open;
    return { signedIn: true, demo, person, name, csrf, signedInAt: signedInAt.toISOString(), idleUntil: idleUntil.toISOString(), until: until.toISOString() };
  }

  @Operate(endSession)
  end(@Asks() { request, reply }: Asking): Answer<(typeof endSession.answers)[200]> {
    return this.#signIn.end(request, reply, false);
  }

  @Operate(endAllSessions)
  endAll(@Asks() { request, reply }: Asking): Answer<(typeof endAllSessions.answers)[200]> {
    return this.#signIn.end(request, reply, true);
  }
}
