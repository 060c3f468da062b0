import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveHub } from './live-hub.ts';
import { stillSignedIn } from './still-signed-in.ts';

/** The hub, with the guard that lets people in. */
export class Live {
  readonly hub: LiveHub;
  #guard: CanActivate | undefined;

  constructor(hub: LiveHub) {
    this.hub = hub;
  }

  guardedBy(guard: CanActivate): void {
    this.#guard = guard;
  }

  /** Whether whoever asked is still let in. */
  stillIn(request: FastifyRequest, context: ExecutionContext): Promise<boolean> {
    if (this.#guard === undefined) throw new Error('the live stream has no guard');
    return stillSignedIn(this.#guard, request, context);
  }

  /** Looks for changes as soon as a changing request was answered here. */
  hearAnswers(fastify: Pick<FastifyInstance, 'addHook'>): void {
    void fastify.addHook('onResponse', (request, reply, done) => {
      if (request.method !== 'GET' && request.method !== 'HEAD' && reply.statusCode < 400) this.hub.poke();
      done();
    });
  }
}
