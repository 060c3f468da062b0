import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { endEndpoint, registerEndpoint, resendDelivery } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { clean } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted, Refused } from '../http/refused.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
const { listDeliveries, listEndpoints, registerEndpoint: registering } = operations;
const deliveryKey = z.object({ at: z.iso.datetime(), id: z.uuid() });
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** What leaves the house: webhooks, and deliveries that could not be made. For administrators. */
@Controller()
export class PostController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listEndpoints)
  async endpoints(@Asks() asking: Asking): Answer<(typeof listEndpoints.answers)[200]> {
    const items = forAdministrators(await this.#office.deliveries.endpoints(this.#office.viewer(asking.person)));
    return { items: items.map((e) => ({ ...e, kinds: e.kinds === null ? null : [...e.kinds], at: e.at.toISOString(), endedAt: e.endedAt?.toISOString() ?? null })) };
  }

  @Operate(registering)
  async register(@Asks() asking: Asking, @Body({ schema: registering.body }) body: BodyOf<typeof registering>): Answer<(typeof registering.answers)[201]> {
    const { name, url, kinds, withTitles } = body;
    const { act, made, secret, status } = accepted(await registerEndpoint(this.#office.desk, { name: clean('name', name), url, kinds: kinds ?? null, withTitles }, this.#office.outside, actRequest(asking, { body })));
    void asking.reply.status(status).header('cache-control', 'no-store');
    return { act, endpoint: made.endpoint, secret };
  }

  @Operate(operations.endEndpoint)
  async end(@Asks() asking: Asking, @Param({ schema: operations.endEndpoint.params }) params: ParamsOf<typeof operations.endEndpoint>): Answer<(typeof operations.endEndpoint.answers)[200]> {
    const { act, made } = accepted(await endEndpoint(this.#office.desk, params.id, actRequest(asking, { params })));
    return { act, ...made };
  }

  @Operate(listDeliveries)
  async deliveries(@Asks() asking: Asking, @Query({ schema: listDeliveries.query }) query: z.infer<typeof listDeliveries.query>): Answer<(typeof listDeliveries.answers)[200]> {
    const page = forAdministrators(await this.#office.deliveries.page(this.#office.viewer(asking.person), query.state, { limit: query.limit, after: keyOf(query.cursor, deliveryKey) }));
    return { items: page.items.map((d) => ({ ...d, at: d.at.toISOString(), sentAt: d.sentAt?.toISOString() ?? null, nextTry: d.nextTry?.toISOString() ?? null })), next: cursorOf(page.next) };
  }

  @Operate(operations.resendDelivery)
  async resend(@Asks() asking: Asking, @Param({ schema: operations.resendDelivery.params }) params: ParamsOf<typeof operations.resendDelivery>): Answer<(typeof operations.resendDelivery.answers)[200]> {
    const { act, made } = accepted(await resendDelivery(this.#office.desk, params.id, actRequest(asking, { params })));
    return { act, ...made };
  }
}

function forAdministrators<T>(value: T | null): T {
  if (value === null) throw new Refused('NOT_ALLOWED', { because: 'notAdministrator' });
  return value;
}
