import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { entrust } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { cleanOrNull } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';
import { presentLeaderCard } from '../present/leader-desk.ts';

const { readLeaderDesk, entrustTask } = OPERATIONS;

/** Việc trình đồng chí: what lies before a leader, for them and for their secretary. */
@Controller()
export class LeaderDeskController {
  readonly #office: Office;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#office = office;
    this.#acts = acts;
  }

  @Operate(readLeaderDesk)
  async read(@Asks() asking: Asking, @Query({ schema: readLeaderDesk.query }) query: z.infer<typeof readLeaderDesk.query>): Promise<z.infer<(typeof readLeaderDesk.answers)[200]>> {
    const { leaderDesk: desk } = this.#office;
    const viewer = this.#office.viewer(asking.person);
    const whose = query.for ?? asking.person;
    const own = whose === asking.person;
    const tasks = own ? await desk.own(viewer) : await desk.of(viewer, whose);
    const from = query.after === undefined ? 0 : tasks.findIndex((t) => t.id === query.after) + 1;
    const page = tasks.slice(from, from + query.limit);
    const cards = (await desk.cards(viewer, page)).flatMap((card) => presentLeaderCard(card, this.#office.desk.now()) ?? []);
    return {
      for: { person: whose, name: (await desk.name(whose)) ?? whose }, own, count: tasks.length, cards, next: from + page.length < tasks.length ? (page.at(-1)?.id ?? null) : null,
      people: await desk.people(viewer),
    };
  }

  @Operate(entrustTask)
  entrust(@Asks() asking: Asking, @Param({ schema: entrustTask.params }) params: ParamsOf<typeof entrustTask>, @Body({ schema: entrustTask.body }) body: BodyOf<typeof entrustTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, person: body.person ?? null, text: cleanOrNull('reason', body.text) };
    return this.#acts.answer(asking, { params, body }, (request) => entrust(this.#office.desk, command, request), params.id);
  }
}
