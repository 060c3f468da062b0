import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { explainLateness, handBack, reassign, tagOfTask, takeOver } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import { z } from 'zod';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { cleanOrNull } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';

const { explainLateness: explaining, handBackTask, listOwnerlessTasks, reassignTask, takeOverTask } = OPERATIONS;
const ownerlessKey = z.object({ openedAt: z.iso.datetime(), id: z.uuid() });
type Id = ParamsOf<typeof handBackTask>;

/** Tasks that are late or have lost their people, and how they change hands. */
@Controller()
export class LateTasksController {
  readonly #office: Office;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#office = office;
    this.#acts = acts;
  }

  @Operate(listOwnerlessTasks)
  async ownerless(@Asks() asking: Asking, @Query({ schema: listOwnerlessTasks.query }) query: z.infer<typeof listOwnerlessTasks.query>): Promise<z.infer<(typeof listOwnerlessTasks.answers)[200]>> {
    const page = await this.#office.ownerless.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, ownerlessKey) });
    const items = page.items.map(({ cause, manifest, holder, openedAt, dueAt, left, ...t }) => ({
      ...t, left: [...left], openedAt: openedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null, etag: tagOfTask({ state: 'open', cause, path: t.step.path, holder, manifest }),
    }));
    return { items, next: cursorOf(page.next) };
  }

  @Operate(reassignTask)
  reassign(@Asks() asking: Asking, @Param({ schema: reassignTask.params }) params: Id, @Body({ schema: reassignTask.body }) body: BodyOf<typeof reassignTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, person: body.person, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => reassign(this.#office.desk, command, request), params.id);
  }

  @Operate(takeOverTask)
  takeOver(@Asks() asking: Asking, @Param({ schema: takeOverTask.params }) params: Id, @Body({ schema: takeOverTask.body }) body: BodyOf<typeof takeOverTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => takeOver(this.#office.desk, command, request), params.id);
  }

  @Operate(handBackTask)
  handBack(@Asks() asking: Asking, @Param({ schema: handBackTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => handBack(this.#office.desk, { task: params.id }, request), params.id);
  }

  @Operate(explaining)
  explain(@Asks() asking: Asking, @Param({ schema: explaining.params }) params: Id, @Body({ schema: explaining.body }) body: BodyOf<typeof explaining>): Promise<ActAnswerBody> {
    const command = { task: params.id, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => explainLateness(this.#office.desk, command, request), params.id);
  }
}
