import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { claim, decide, issue, release, returnTo, seen } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody, type QueueAnswer, type TaskAnswer } from '@totrinh/api-schema';
import { endOfDay } from '@totrinh/domain';
import type { QueueFilter } from '@totrinh/persistence';
import { z } from 'zod';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { cleanAll, cleanOrNull } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentQueuedTask, presentTask } from '../present/tasks.ts';

const { listTasks, readTask, seeTask, claimTask, releaseTask, decideTask, returnTask, issueTask } = OPERATIONS;
const queueKey = z.object({ dueAt: z.iso.datetime().nullable(), openedAt: z.iso.datetime(), id: z.uuid() });
type Id = z.infer<typeof readTask.params>;

/** My queue, one task, and what people do with tasks. */
@Controller()
export class TasksController {
  readonly #office: Office;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#office = office;
    this.#acts = acts;
  }

  @Operate(listTasks)
  async list(@Asks() asking: Asking, @Query({ schema: listTasks.query }) query: z.infer<typeof listTasks.query>): Promise<QueueAnswer> {
    const page = await this.#office.queue.page(this.#office.viewer(asking.person), { limit: query.limit, after: keyOf(query.cursor, queueKey) }, filterOf(query));
    return { items: page.items.map((t) => presentQueuedTask(t, page.reckoning, this.#office.desk.now())), next: cursorOf(page.next) };
  }

  @Operate(readTask)
  async read(@Asks() asking: Asking, @Param({ schema: readTask.params }) { id }: Id): Promise<TaskAnswer> {
    const dossier = found(await this.#office.dossiers.findOfTask(this.#office.viewer(asking.person), id), 'TASK_NOT_FOUND', id);
    const task = presentTask(dossier, id, this.#office.desk.now(), await this.#office.settings.value('ballots.phones'));
    void asking.reply.header('etag', task.etag);
    return task;
  }

  @Operate(seeTask)
  see(@Asks() asking: Asking, @Param({ schema: seeTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => seen(this.#office.desk, params.id, request), params.id);
  }

  @Operate(claimTask)
  claim(@Asks() asking: Asking, @Param({ schema: claimTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => claim(this.#office.desk, params.id, request), params.id);
  }

  @Operate(releaseTask)
  release(@Asks() asking: Asking, @Param({ schema: releaseTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => release(this.#office.desk, params.id, request), params.id);
  }

  @Operate(decideTask)
  decide(@Asks() asking: Asking, @Param({ schema: decideTask.params }) params: Id, @Body({ schema: decideTask.body }) body: z.infer<typeof decideTask.body>): Promise<ActAnswerBody> {
    const command = { task: params.id, outcome: body.outcome, reason: cleanOrNull('reason', body.reason), to: body.to ?? null, ...(body.demands ? { demands: cleanAll('reason', body.demands) } : {}) };
    return this.#acts.answer(asking, { params, body }, (request) => decide(this.#office.desk, command, request), params.id);
  }

  @Operate(returnTask)
  return(@Asks() asking: Asking, @Param({ schema: returnTask.params }) params: Id, @Body({ schema: returnTask.body }) body: z.infer<typeof returnTask.body>): Promise<ActAnswerBody> {
    const command = { task: params.id, to: body.to ?? null, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => returnTo(this.#office.desk, command, request), params.id);
  }

  @Operate(issueTask)
  issue(@Asks() asking: Asking, @Param({ schema: issueTask.params }) params: Id, @Body({ schema: issueTask.body }) body: z.infer<typeof issueTask.body>): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params, body }, (request) => issue(this.#office.desk, { task: params.id, number: body.number ?? null }, request), params.id);
  }
}

/** Due by the end of that day of the office. */
function filterOf(q: z.infer<typeof listTasks.query>): QueueFilter {
  return { kind: q.kind ?? null, dossierKind: q.dossierKind ?? null, leadUnit: q.leadUnit ?? null, offered: q.offered === undefined ? null : q.offered === 'true', dueBefore: q.dueBy === undefined ? null : endOfDay(q.dueBy) };
}
