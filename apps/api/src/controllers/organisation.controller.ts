import { Controller, Inject, Query } from '@nestjs/common';
import { servesMeetings } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { words } from '../http/words.ts';
import { Office } from '../office.ts';
import { presentOrganisation } from '../present/organisation.ts';

const { readOrganisation, listPeople, listUnits, listBodies } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Units, bodies, posts and people, for everybody who is signed in. */
@Controller()
export class OrganisationController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(readOrganisation)
  async organisation(@Asks() asking: Asking, @Query({ schema: readOrganisation.query }) { on }: z.infer<typeof readOrganisation.query>): Answer<(typeof readOrganisation.answers)[200]> {
    return presentOrganisation(await this.#office.organisation.on(on ?? this.#office.viewer(asking.person).day));
  }

  @Operate(listPeople)
  async people(@Asks() asking: Asking, @Query({ schema: listPeople.query }) query: z.infer<typeof listPeople.query>): Answer<(typeof listPeople.answers)[200]> {
    const wish = { search: words(query.search), unit: query.unit ?? null, body: query.body ?? null };
    const page = await this.#office.organisation.people(this.#office.viewer(asking.person), wish, { limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: page.items.map((p) => ({ ...p, posts: [...p.posts] })), next: cursorOf(page.next) };
  }

  @Operate(listUnits)
  async units(@Asks() asking: Asking, @Query({ schema: listUnits.query }) query: z.infer<typeof listUnits.query>): Answer<(typeof listUnits.answers)[200]> {
    const page = await this.#office.organisation.units(this.#office.viewer(asking.person), words(query.search), query.regime ?? null, { limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: [...page.items], next: cursorOf(page.next) };
  }

  @Operate(listBodies)
  async bodies(@Asks() asking: Asking, @Query({ schema: listBodies.query }) query: z.infer<typeof listBodies.query>): Answer<(typeof listBodies.answers)[200]> {
    const viewer = this.#office.viewer(asking.person);
    const actor = await this.#office.cases.actor(viewer);
    const page = await this.#office.organisation.bodies(viewer, words(query.search), { limit: query.limit, after: keyOf(query.cursor, z.string()) });
    return { items: page.items.map((b) => ({ ...b, mine: servesMeetings(actor, b.id) })), next: cursorOf(page.next) };
  }
}
