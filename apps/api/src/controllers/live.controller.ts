import { Controller, createParamDecorator, Inject, type ExecutionContext } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import type { Readable } from 'node:stream';
import { Asks, type Asking } from '../http/asking.ts';
import { Operate } from '../http/operate.ts';
import { Live } from '../live/live.ts';

const { hearLive } = OPERATIONS;
const Context = createParamDecorator((_: unknown, context: ExecutionContext): ExecutionContext => context);

/** Tells browsers that something changed. */
@Controller()
export class LiveController {
  readonly #live: Live;

  constructor(@Inject(Live) live: Live) {
    this.#live = live;
  }

  @Operate(hearLive)
  async hear(@Asks() { person, request, reply }: Asking, @Context() context: ExecutionContext): Promise<Readable> {
    const stream = await this.#live.hub.listen(person, () => this.#live.stillIn(request, context));
    // Its connection carries nothing else, so that a server that closes need not wait for it.
    void reply.header('connection', 'close').header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no');
    return stream;
  }
}
