import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { hearBriefing } from '@totrinh/casework';
import type { StandingName } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import type { UnitCount } from '@totrinh/persistence';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentBriefing } from '../present/briefing.ts';
import { presentLeadersLine, presentLine } from '../present/deadlines.ts';

const { readBoard, readLeadersBoard, readBriefing, hearBriefing: hearing } = OPERATIONS;
const key = z.object({ at: z.iso.datetime(), id: z.uuid() });
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;
type Counts = Record<Exclude<StandingName, 'beforeLeaders'>, number>;

/** The boards: what is late and with whom, what lies before leaders, what the leadership hears of. */
@Controller()
export class BoardController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(readBoard)
  async deadlines(@Asks() asking: Asking, @Query({ schema: readBoard.query }) query: z.infer<typeof readBoard.query>): Answer<(typeof readBoard.answers)[200]> {
    const now = this.#office.desk.now();
    const wish = { unit: query.unit ?? null, route: query.route ?? null, standing: query.standing ?? null };
    const { items, next, counts, reckoning } = await this.#office.board.deadlines(this.#office.viewer(asking.person), now, wish, { limit: query.limit, after: keyOf(query.cursor, key) });
    const units = [...Map.groupBy(counts, (c) => c.unit.id).values()].flatMap((of) => (of[0] ? [{ unit: of[0].unit, ...summed(of) }] : []));
    return { items: items.map((t) => presentLine(t, reckoning, now)), next: cursorOf(next), counts: summed(counts), units, soon: reckoning.soon };
  }

  @Operate(readLeadersBoard)
  async leaders(@Asks() asking: Asking, @Query({ schema: readLeadersBoard.query }) query: z.infer<typeof readLeadersBoard.query>): Answer<(typeof readLeadersBoard.answers)[200]> {
    const now = this.#office.desk.now();
    const { items, next, reckoning } = await this.#office.board.leaders(this.#office.viewer(asking.person), now, { unit: query.unit ?? null, route: query.route ?? null }, { limit: query.limit, after: keyOf(query.cursor, key) });
    return { items: items.map((t) => presentLeadersLine(t, reckoning, now)), next: cursorOf(next) };
  }

  @Operate(readBriefing)
  async briefing(@Asks() asking: Asking, @Query({ schema: readBriefing.query }) query: z.infer<typeof readBriefing.query>): Answer<(typeof readBriefing.answers)[200]> {
    const now = this.#office.desk.now();
    const { items, next, reckoning } = await this.#office.briefing.page(this.#office.viewer(asking.person), query.heard === 'true', { limit: query.limit, after: keyOf(query.cursor, key) });
    return { items: items.map((e) => presentBriefing(e, reckoning, now)), next: cursorOf(next) };
  }

  @Operate(hearing)
  async heard(@Asks() asking: Asking, @Param({ schema: hearing.params }) params: ParamsOf<typeof hearing>, @Body({ schema: hearing.body }) body: BodyOf<typeof hearing>): Answer<(typeof hearing.answers)[200]> {
    const { act, made } = accepted(await hearBriefing(this.#office.desk, params.id, body.on ?? null, actRequest(asking, { params, body })));
    return { act, ...made };
  }
}

function summed(counts: readonly UnitCount[]): Counts {
  const sum: Counts = { onTime: 0, soon: 0, due: 0, late: 0, paused: 0 };
  for (const { standing, count } of counts) if (standing !== 'beforeLeaders') sum[standing] += count;
  return sum;
}
