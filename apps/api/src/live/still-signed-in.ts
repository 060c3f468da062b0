import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Asks again, by the guard that let a request in, whether its sign-in still holds; that is no use of a session by a person. */
export async function stillSignedIn(guard: CanActivate, request: FastifyRequest, context: ExecutionContext): Promise<boolean> {
  request.headers['x-totrinh-background'] = '1';
  try {
    return (await guard.canActivate(context)) === true;
  } catch {
    // Whatever the reason: whoever listens comes again and is told it there.
    return false;
  }
}
