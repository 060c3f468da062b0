import { Controller, Inject, Param, Query } from '@nestjs/common';
import { allowedActions, HISTORY_ROUTE } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type ParamsOf } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { words } from '../http/words.ts';
import { Office } from '../office.ts';
import { presentComposeRoute, presentNeeds, presentRules, ROUTES_NOTE } from '../present/compose.ts';

const { listComposeItems, listComposeRoutes, readComposeRules, readSubmissionNeeds } = OPERATIONS;
const itemKey = z.object({ on: z.iso.date(), id: z.uuid() });
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** What a drafter is told before and while a dossier is written. */
@Controller()
export class ComposeController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listComposeItems)
  async items(@Asks() asking: Asking, @Query({ schema: listComposeItems.query }) query: z.infer<typeof listComposeItems.query>): Answer<(typeof listComposeItems.answers)[200]> {
    const page = await this.#office.compose.items(this.#office.viewer(asking.person), words(query.search), { limit: query.limit, after: keyOf(query.cursor, itemKey) });
    return { items: page.items.map((i) => ({ ...i, cooperating: [...i.cooperating] })), next: cursorOf(page.next) };
  }

  @Operate(listComposeRoutes)
  async routes(@Asks() asking: Asking, @Query({ schema: listComposeRoutes.query }) query: z.infer<typeof listComposeRoutes.query>): Answer<(typeof listComposeRoutes.answers)[200]> {
    const { item = null, kind = null, leadUnit = null, authority = null } = query;
    const viewer = { ...this.#office.viewer(asking.person), now: this.#office.desk.now() };
    const routes = found(await this.#office.compose.routes(viewer, { item, kind, leadUnit, authority }), 'ITEM_NOT_FOUND', item ?? '');
    return { items: routes.map(presentComposeRoute), note: ROUTES_NOTE };
  }

  @Operate(readComposeRules)
  async rules(@Asks() asking: Asking): Answer<(typeof readComposeRules.answers)[200]> {
    return presentRules(await this.#office.compose.places(this.#office.viewer(asking.person)));
  }

  @Operate(readSubmissionNeeds)
  async needs(@Asks() asking: Asking, @Param({ schema: readSubmissionNeeds.params }) { id }: ParamsOf<typeof readSubmissionNeeds>): Answer<(typeof readSubmissionNeeds.answers)[200]> {
    const { loaded, route, actor, at } = found(await this.#office.cases.ofDossier(this.#office.viewer(asking.person), id), 'DOSSIER_NOT_FOUND', id);
    const rules = route ?? HISTORY_ROUTE;
    return presentNeeds(loaded.case, rules, allowedActions(loaded.case, rules, actor, at).find((a) => a.verb === 'submit'));
  }
}
