import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { checkSource, playRoute } from '@totrinh/casework';
import { toBpmn, toMermaid, toSvg } from '@totrinh/diagrams';
import { diffRoutes, routeJsonSchema, type Route } from '@totrinh/domain';
import { OPERATIONS, type Fault } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { composed } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted, found, Refused } from '../http/refused.ts';
import { sendText } from '../http/send-text.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
const { drawRoute } = operations;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Routes looked at, checked, played and drawn; nothing is changed by it. */
@Controller()
export class RouteViewsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(operations.readRouteSchema)
  schema(@Asks() asking: Asking): string {
    return sendText(asking, 'application/schema+json', JSON.stringify(routeJsonSchema()));
  }

  @Operate(operations.checkRoute)
  async check(@Body({ schema: operations.checkRoute.body }) body: BodyOf<typeof operations.checkRoute>): Answer<(typeof operations.checkRoute.answers)[200]> {
    const checked = await checkSource(this.#office.desk, body.source);
    if (checked.ok) return { ok: true, route: checked.value.route, faults: [] };
    if (checked.error.code !== 'ROUTE_INVALID') throw new Refused(checked.error.code, checked.error.details);
    return { ok: false, route: null, faults: (checked.error.details?.['faults'] ?? []) as Fault[] };
  }

  @Operate(operations.simulateRoute)
  async simulate(@Body({ schema: operations.simulateRoute.body }) body: BodyOf<typeof operations.simulateRoute>): Answer<(typeof operations.simulateRoute.answers)[200]> {
    const choice = body.source === undefined ? { route: body.route ?? '', version: body.version ?? null } : { source: body.source };
    const input = { start: body.start === undefined ? null : new Date(body.start), kind: body.kind ?? null, fields: composed(body.fields ?? {}), outcomes: body.outcomes ?? {}, dates: body.dates ?? {}, itemDeadline: body.itemDeadline ?? null };
    const { steps, ended, earliest, latest, withoutTerm } = accepted(await playRoute(this.#office.desk, choice, input));
    return {
      ended, earliest: earliest.toISOString(), latest: latest.toISOString(), withoutTerm: [...withoutTerm],
      steps: steps.map((s) => ({ ...s, earliest: s.earliest.toISOString(), latest: s.latest.toISOString(), due: s.due?.toISOString() ?? null })),
    };
  }

  @Operate(drawRoute)
  async draw(@Asks() asking: Asking, @Param({ schema: drawRoute.params }) { id, n }: ParamsOf<typeof drawRoute>, @Query({ schema: drawRoute.query }) { format, lang }: z.infer<typeof drawRoute.query>): Promise<string> {
    const rules = await this.#rules(id, n);
    switch (format) {
      case 'svg': return sendText(asking, 'image/svg+xml', toSvg(rules, lang));
      case 'mermaid': return sendText(asking, 'text/vnd.mermaid', toMermaid(rules, lang));
      case 'bpmn': return sendText(asking, 'application/xml', await toBpmn(rules));
    }
  }

  @Operate(operations.diffRoutes)
  async diff(@Param({ schema: operations.diffRoutes.params }) { id }: ParamsOf<typeof operations.diffRoutes>, @Query({ schema: operations.diffRoutes.query }) { from, to }: z.infer<typeof operations.diffRoutes.query>): Answer<(typeof operations.diffRoutes.answers)[200]> {
    const { head, steps, approvals } = diffRoutes(await this.#rules(id, from), await this.#rules(id, to));
    return { from, to, head: [...head], steps: steps.map((s) => ({ ...s, fields: [...s.fields] })), approvals: approvals.map((a) => ({ issue: a.issue, before: [...a.before], after: [...a.after] })) };
  }

  async #rules(id: string, version: number): Promise<Route> {
    return found(await this.#office.routes.find(id, version), 'ROUTE_NOT_FOUND', id).rules;
  }
}
