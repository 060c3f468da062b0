import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { readNotice, setPreferences } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted, found } from '../http/refused.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
const { countNotices, listNotices, listTold, readPreferences } = operations;
const noticeKey = z.object({ at: z.iso.datetime(), id: z.uuid() });
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;

/** What a person is told, and how they want to be told; who was told what of a dossier. */
@Controller()
export class NoticesController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(countNotices)
  async counts(@Asks() asking: Asking): Answer<(typeof countNotices.answers)[200]> {
    const byKind = await this.#office.notices.unreadByKind(this.#office.viewer(asking.person));
    return { unread: Object.values(byKind).reduce((n, each) => n + each, 0), byKind };
  }

  @Operate(listNotices)
  async notices(@Asks() asking: Asking, @Query({ schema: listNotices.query }) query: z.infer<typeof listNotices.query>): Answer<(typeof listNotices.answers)[200]> {
    const viewer = this.#office.viewer(asking.person);
    const page = await this.#office.notices.page(viewer, { limit: query.limit, after: keyOf(query.cursor, noticeKey) }, query.unread === 'true');
    const items = page.items.map((n) => ({ ...n, at: n.at.toISOString(), readAt: n.readAt?.toISOString() ?? null, data: { ...n.data } }));
    return { items, next: cursorOf(page.next), unread: await this.#office.notices.unread(viewer) };
  }

  @Operate(operations.readNotice)
  async readNotice(@Asks() asking: Asking, @Param({ schema: operations.readNotice.params }) params: ParamsOf<typeof operations.readNotice>): Promise<{ unread: number }> {
    accepted(await readNotice(this.#office.desk, params.id, asking.person));
    return { unread: await this.#office.notices.unread(this.#office.viewer(asking.person)) };
  }

  @Operate(listTold)
  async told(@Asks() asking: Asking, @Param({ schema: listTold.params }) { id }: ParamsOf<typeof listTold>, @Query({ schema: listTold.query }) query: z.infer<typeof listTold.query>): Answer<(typeof listTold.answers)[200]> {
    const page = found(await this.#office.deliveries.told(this.#office.viewer(asking.person), id, { limit: query.limit, after: keyOf(query.cursor, noticeKey) }), 'DOSSIER_NOT_FOUND', id);
    const items = page.items.map((n) => ({ ...n, at: n.at.toISOString(), readAt: n.readAt?.toISOString() ?? null, outside: [...n.outside] }));
    return { items, next: cursorOf(page.next) };
  }

  @Operate(readPreferences)
  async preferences(@Asks() asking: Asking): Answer<(typeof readPreferences.answers)[200]> {
    const { quiet, ...rest } = await this.#office.notices.preferences(this.#office.viewer(asking.person));
    return { ...rest, quiet: [...quiet] };
  }

  @Operate(operations.setPreferences)
  async setPreferences(@Asks() asking: Asking, @Body({ schema: operations.setPreferences.body }) body: BodyOf<typeof operations.setPreferences>): Promise<{ act: string }> {
    return { act: accepted(await setPreferences(this.#office.desk, body, actRequest(asking, { body }))).act };
  }
}
