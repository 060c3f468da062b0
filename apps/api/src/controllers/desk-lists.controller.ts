import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { changeView, orderViews, removeView, saveView } from '@totrinh/casework';
import { DESK_SORTS, type DeskList, type DeskSort, type View } from '@totrinh/domain';
import { OPERATIONS, type DeskAnswer } from '@totrinh/api-schema';
import type { DeskFilter, DeskListKey } from '@totrinh/persistence';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { clean } from '../http/clean.ts';
import { keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { accepted } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentDesk } from '../present/desk-lists.ts';

const operations = OPERATIONS;
const { countDesk, listDesk, listViews } = operations;
type Answer<S extends z.ZodType> = Promise<z.infer<S>>;
type DeskQuery = z.infer<typeof listDesk.query>;
type ViewId = ParamsOf<typeof operations.changeView>;
const sorts = z.enum(DESK_SORTS);

/** A person's desk: its five lists, their counts, and the views that the person keeps of them. */
@Controller()
export class DeskListsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(countDesk)
  async counts(@Asks() asking: Asking): Answer<(typeof countDesk.answers)[200]> {
    const { todo, ...others } = await this.#office.deskLists.counts(this.#office.viewer(asking.person));
    return { todo: { ...todo, inSteadOf: todo.inSteadOf.map((p) => ({ ...p })) }, ...others };
  }

  @Operate(listDesk)
  async list(@Asks() asking: Asking, @Param({ schema: listDesk.params }) { list }: ParamsOf<typeof listDesk>, @Query({ schema: listDesk.query }) query: DeskQuery): Promise<DeskAnswer> {
    const sort = sortOf(list, query.sort);
    const after = keyOf<DeskListKey>(query.cursor, z.object({ sort: sorts.extract([sort]), due: z.iso.datetime().nullable(), code: z.string().regex(/^\P{C}*$/u), at: z.iso.datetime(), id: z.uuid() }));
    return presentDesk(await this.#office.deskLists.page(this.#office.viewer(asking.person), { list, sort, filter: filterOf(query) }, { limit: query.limit, after }), this.#office.desk.now());
  }

  @Operate(listViews)
  async views(@Asks() asking: Asking): Answer<(typeof listViews.answers)[200]> {
    return { items: (await this.#office.views.all(this.#office.viewer(asking.person))).map((v) => ({ ...v, filter: filterWords.parse(v.filter) })) };
  }

  @Operate(operations.saveView)
  async saveView(@Asks() asking: Asking, @Body({ schema: operations.saveView.body }) body: BodyOf<typeof operations.saveView>): Answer<(typeof operations.saveView.answers)[201]> {
    const { act, made } = accepted(await saveView(this.#office.desk, viewOf(body), actRequest(asking, { body })));
    return { act, ...made };
  }

  @Operate(operations.orderViews)
  async orderViews(@Asks() asking: Asking, @Body({ schema: operations.orderViews.body }) body: BodyOf<typeof operations.orderViews>): Answer<(typeof operations.orderViews.answers)[200]> {
    const { act, made } = accepted(await orderViews(this.#office.desk, body.views, actRequest(asking, { body })));
    return { act, ...made };
  }

  @Operate(operations.changeView)
  async changeView(@Asks() asking: Asking, @Param({ schema: operations.changeView.params }) params: ViewId, @Body({ schema: operations.changeView.body }) body: BodyOf<typeof operations.changeView>): Answer<(typeof operations.changeView.answers)[200]> {
    const { act, made } = accepted(await changeView(this.#office.desk, params.id, { ...viewOf(body), version: body.version }, actRequest(asking, { params, body })));
    return { act, ...made };
  }

  @Operate(operations.removeView)
  async removeView(@Asks() asking: Asking, @Param({ schema: operations.removeView.params }) params: ViewId): Answer<(typeof operations.removeView.answers)[200]> {
    const { act, made } = accepted(await removeView(this.#office.desk, params.id, actRequest(asking, { params })));
    return { act, ...made };
  }
}

const filterWords = operations.saveView.body.shape.filter;

/** What one was told of and what one has done have no term: they come newest first. */
function sortOf(list: DeskList, wanted: DeskSort | undefined): DeskSort {
  if (list === 'informed' || list === 'done') return wanted === 'code' ? 'code' : 'newest';
  return wanted ?? 'due';
}

function filterOf(q: DeskQuery): DeskFilter {
  const { kind = null, dossierKind = null, leadUnit = null, urgency = null, due = null, inSteadOf = null, search = null } = q;
  return { kind, dossierKind, leadUnit, urgency, due, inSteadOf, search, offered: q.offered === undefined ? null : q.offered === 'true', bulk: q.bulk === 'true' };
}

function viewOf(body: BodyOf<typeof operations.saveView>): View {
  const words = Object.entries(body.filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { name: clean('name', body.name), list: body.list, filter: Object.fromEntries(words), sort: body.sort ?? null };
}
