import { Controller, Inject, Param, Query } from '@nestjs/common';
import { compareStates, forecast, previewMigrationOf } from '@totrinh/casework';
import { toSvg } from '@totrinh/diagrams';
import { openSteps } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import type { SeenCase } from '@totrinh/persistence';
import type { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { Operate, type ParamsOf } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { sendText } from '../http/send-text.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
const { compareDossier, drawDossier, forecastDossier, previewMigration } = operations;
type Id = ParamsOf<typeof drawDossier>;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

const NOTE = { vi: 'Ước tính, không phải cam kết.', en: 'An estimate, not a promise.' };

/** A dossier on its route: drawn, looked ahead, compared; nothing is changed by it. */
@Controller()
export class DossierViewsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(drawDossier)
  async draw(@Asks() asking: Asking, @Param({ schema: drawDossier.params }) { id }: Id, @Query({ schema: drawDossier.query }) { lang }: z.infer<typeof drawDossier.query>): Promise<string> {
    const seen = await this.#seen(asking, id);
    const c = seen.loaded.case;
    const open = openSteps(c).map((s) => s.path);
    const passed = c.steps.filter((s) => s.state === 'settled' && !open.includes(s.path)).map((s) => s.path);
    return sendText(asking, 'image/svg+xml', toSvg(found(seen.route, 'ROUTE_NOT_FOUND', id), lang, { open, passed: [...new Set(passed)] }));
  }

  @Operate(forecastDossier)
  async forecast(@Asks() asking: Asking, @Param({ schema: forecastDossier.params }) { id }: Id): Answer<(typeof forecastDossier.answers)[200]> {
    await this.#seen(asking, id);
    const { steps, earliest, latest, withoutTerm } = accepted(await forecast(this.#office.desk, id));
    return {
      earliest: earliest?.toISOString() ?? null, latest: latest?.toISOString() ?? null, withoutTerm: [...withoutTerm], note: NOTE,
      steps: steps.map((s) => ({ path: s.path, kind: s.kind, earliest: s.earliest.toISOString(), latest: s.latest.toISOString(), due: s.due?.toISOString() ?? null, people: [...s.people], units: [...s.units] })),
    };
  }

  @Operate(compareDossier)
  async compare(@Asks() asking: Asking, @Param({ schema: compareDossier.params }) { id }: Id, @Query({ schema: compareDossier.query }) query: z.infer<typeof compareDossier.query>): Answer<(typeof compareDossier.answers)[200]> {
    await this.#seen(asking, id);
    const { states, from, to, added, removed, changed } = accepted(await compareStates(this.#office.desk, id, query.from ?? null, query.to ?? null));
    return { from, to, added: [...added], removed: [...removed], changed: [...changed], states: states.map(({ seq, manifest, by }) => ({ version: seq, manifest, by })) };
  }

  @Operate(previewMigration)
  async migration(@Asks() asking: Asking, @Param({ schema: previewMigration.params }) { id }: Id, @Query({ schema: previewMigration.query }) { version }: z.infer<typeof previewMigration.query>): Answer<(typeof previewMigration.answers)[200]> {
    await this.#seen(asking, id);
    const { from, to, faults, moved, defaults, added, removed } = accepted(await previewMigrationOf(this.#office.desk, id, version));
    return { from: from?.version ?? null, to: to.version, possible: faults.length === 0, faults: [...faults], moved: [...moved], defaults: { ...defaults }, added: [...added], removed: [...removed] };
  }

  /** A dossier that the asker may see. Errors: DOSSIER_NOT_FOUND. */
  async #seen(asking: Asking, id: string): Promise<SeenCase> {
    return found(await this.#office.cases.ofDossier(this.#office.viewer(asking.person), id), 'DOSSIER_NOT_FOUND', id);
  }
}
