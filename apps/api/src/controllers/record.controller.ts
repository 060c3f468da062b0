import { Controller, Inject, Param, Query } from '@nestjs/common';
import { OPERATIONS, type EventAnswer } from '@totrinh/api-schema';
import type { ChainFault } from '@totrinh/persistence';
import { z } from 'zod';
import { Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentEvent } from '../present/dossiers.ts';
import { withoutBallot } from '../present/sealed.ts';

const { listEvents, verifyChain, listActs } = OPERATIONS;

interface Verdict { readonly dossier: string; readonly length: number; readonly head: string; readonly ok: boolean; readonly faults: readonly ChainFault[] }
interface ActRow { readonly id: string; readonly verb: string; readonly target: string; readonly dossier: string | null; readonly actor: string; readonly correlationId: string; readonly at: string }

/** The record: events of a dossier, its chain, and the acts. */
@Controller()
export class RecordController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listEvents)
  async events(@Asks() asking: Asking, @Param({ schema: listEvents.params }) { id }: z.infer<typeof listEvents.params>, @Query({ schema: listEvents.query }) query: z.infer<typeof listEvents.query>): Promise<{ items: EventAnswer[]; next: string | null }> {
    const viewer = this.#office.viewer(asking.person);
    const page = found(await this.#office.events.page(viewer, id, { limit: query.limit, after: keyOf(query.cursor, z.int()) }), 'DOSSIER_NOT_FOUND', id);
    const seen = page.items.some((e) => e.type === 'decision.made') ? await this.#office.cases.ofDossier(viewer, id) : null;
    return { items: page.items.map((e) => presentEvent(seen ? withoutBallot(seen.loaded.case, e, asking.person) : e)), next: cursorOf(page.next) };
  }

  @Operate(verifyChain)
  async verify(@Asks() asking: Asking, @Param({ schema: verifyChain.params }) { id }: z.infer<typeof verifyChain.params>): Promise<Verdict> {
    const verdict = found(await this.#office.chains.verify(this.#office.viewer(asking.person), id), 'DOSSIER_NOT_FOUND', id);
    return { ...verdict, ok: verdict.faults.length === 0 };
  }

  @Operate(listActs)
  async acts(@Asks() asking: Asking, @Query({ schema: listActs.query }) query: z.infer<typeof listActs.query>): Promise<{ count: number; items: ActRow[]; next: string | null }> {
    const page = await this.#office.acts.page(this.#office.viewer(asking.person), query.correlationId ?? null, { limit: query.limit, after: keyOf(query.cursor, z.uuid()) });
    return { count: page.count, items: page.items.map((a) => ({ ...a, at: a.at.toISOString() })), next: cursorOf(page.next) };
  }
}
