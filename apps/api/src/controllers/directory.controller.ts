import { Controller, Inject } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { Operate } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';

const { me, live, ready } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Who asks, and whether the process lives and can serve. */
@Controller()
export class DirectoryController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(me)
  async me(@Asks() asking: Asking): Answer<(typeof me.answers)[200]> {
    const viewer = this.#office.viewer(asking.person);
    const person = found(await this.#office.directory.find(viewer), 'PERSON_UNKNOWN', asking.person);
    const { substitutesFor, authorities, screens, ...day } = await this.#office.myDay.find(viewer);
    const copied = <T extends { readonly routes: readonly string[] | null }>(of: T): Omit<T, 'routes'> & { routes: string[] | null } => ({ ...of, routes: of.routes === null ? null : [...of.routes] });
    return {
      ...person, ...day, posts: [...person.posts], today: viewer.day, now: this.#office.desk.now().toISOString(), screens: [...screens], substitutesFor: substitutesFor.map(copied),
      authorities: authorities.map((a) => ({ ...copied(a), verbs: [...a.verbs] })),
    };
  }

  @Operate(live)
  live(): z.infer<(typeof live.answers)[200]> {
    return { status: 'live' };
  }

  /** Temporal is not asked for: acts are accepted while it is away. */
  @Operate(ready)
  async ready(): Answer<(typeof ready.answers)[200]> {
    await this.#office.directory.answers();
    return { status: 'ready' };
  }
}
