import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { publishRoute } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
const { listRoutes, readRouteVersion } = operations;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Published routes, and publishing. */
@Controller()
export class RoutesController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listRoutes)
  async list(@Query({ schema: listRoutes.query }) query: z.infer<typeof listRoutes.query>): Answer<(typeof listRoutes.answers)[200]> {
    const page = await this.#office.routes.page({ limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: page.items.map((r) => ({ ...r, publishedAt: r.publishedAt.toISOString() })), next: cursorOf(page.next) };
  }

  @Operate(readRouteVersion)
  async read(@Param({ schema: readRouteVersion.params }) { id, n }: z.infer<typeof readRouteVersion.params>): Answer<(typeof readRouteVersion.answers)[200]> {
    const version = found(await this.#office.routes.find(id, n), 'ROUTE_NOT_FOUND', id);
    return { ...version, rules: { ...version.rules }, publishedAt: version.publishedAt.toISOString() };
  }

  @Operate(operations.publishRoute)
  async publish(@Asks() asking: Asking, @Body({ schema: operations.publishRoute.body }) body: z.infer<typeof operations.publishRoute.body>): Answer<(typeof operations.publishRoute.answers)[201]> {
    const { act, route, version, status } = accepted(await publishRoute(this.#office.desk, body.source, actRequest(asking, { body })));
    void asking.reply.status(status);
    return { act, route, version };
  }
}
