import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { OPERATIONS } from '@totrinh/api-schema';
import { changeCalendar } from '@totrinh/casework';
import { officeDay, reckonSpan } from '@totrinh/domain';
import type { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentCalendar, presentRow, presentSpan, presentVersions } from '../present/calendars.ts';

const { changeCalendar: changing, listCalendars, listCalendarVersions, readCalendar, readCalendarDue } = OPERATIONS;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** Calendars, their history, terms by them, and changing them. */
@Controller()
export class CalendarsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listCalendars)
  async list(): Answer<(typeof listCalendars.answers)[200]> {
    return { items: (await this.#office.calendars.latest()).map(presentRow) };
  }

  @Operate(readCalendar)
  async read(@Param({ schema: readCalendar.params }) { id }: ParamsOf<typeof readCalendar>, @Query({ schema: readCalendar.query }) query: z.infer<typeof readCalendar.query>): Answer<(typeof readCalendar.answers)[200]> {
    const seen = found(await this.#office.calendars.find(id), 'CALENDAR_NOT_FOUND', id);
    return presentCalendar(seen, query.year ?? Number(officeDay(this.#office.desk.now()).slice(0, 4)));
  }

  @Operate(listCalendarVersions)
  async versions(@Param({ schema: listCalendarVersions.params }) { id }: ParamsOf<typeof listCalendarVersions>): Answer<(typeof listCalendarVersions.answers)[200]> {
    found(await this.#office.calendars.find(id), 'CALENDAR_NOT_FOUND', id);
    return { items: presentVersions(await this.#office.calendars.versions(id)) };
  }

  @Operate(readCalendarDue)
  async due(@Param({ schema: readCalendarDue.params }) { id }: ParamsOf<typeof readCalendarDue>, @Query({ schema: readCalendarDue.query }) query: z.infer<typeof readCalendarDue.query>): Answer<(typeof readCalendarDue.answers)[200]> {
    const { calendars } = this.#office;
    const { calendar } = found(query.version === undefined ? await calendars.find(id) : await calendars.at(id, query.version), 'CALENDAR_NOT_FOUND', id);
    const { version: _, before, ...asked } = query;
    return presentSpan(accepted(reckonSpan(calendar, { ...asked, before: before === 'true' })));
  }

  @Operate(changing)
  async change(@Asks() asking: Asking, @Param({ schema: changing.params }) params: ParamsOf<typeof changing>, @Body({ schema: changing.body }) body: BodyOf<typeof changing>): Answer<(typeof changing.answers)[201]> {
    const { act, made, status } = accepted(await changeCalendar(this.#office.desk, params.id, body, actRequest(asking, { params, body })));
    void asking.reply.status(status);
    return { act, ...made };
  }
}
