import { Body, Controller, Inject, Param } from '@nestjs/common';
import { answer, assign, confirm, extend, finish, initial, nudge, prepare, reach, recordFor, register, sign, transfer, type ActAnswer, type ActRequest, type Desk } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { clean, cleanAll, cleanOrNull } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';

const { answerTask, assignTask, confirmTask, extendTask, finishTask, initialTask, nudgeTask, prepareTask, reachMilestone, recordTask, registerTask, signTask, transferTask } = OPERATIONS;
type Id = ParamsOf<typeof signTask>;

/** What the trade calls by a name of its own in a task: initials, signatures, answers, a unit's inner life, finishing. */
@Controller()
export class TaskWorkController {
  readonly #desk: Desk;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#desk = office.desk;
    this.#acts = acts;
  }

  @Operate(initialTask)
  initial(@Asks() asking: Asking, @Param({ schema: initialTask.params }) params: Id, @Body({ schema: initialTask.body }) body: BodyOf<typeof initialTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, reason: cleanOrNull('reason', body.reason) };
    return this.#act(asking, params, body, (request) => initial(this.#desk, command, request));
  }

  @Operate(signTask)
  sign(@Asks() asking: Asking, @Param({ schema: signTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#act(asking, params, undefined, (request) => sign(this.#desk, { task: params.id }, request));
  }

  @Operate(answerTask)
  answer(@Asks() asking: Asking, @Param({ schema: answerTask.params }) params: Id, @Body({ schema: answerTask.body }) body: BodyOf<typeof answerTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, outcome: body.outcome, reason: cleanOrNull('reason', body.reason) };
    return this.#act(asking, params, body, (request) => answer(this.#desk, command, request));
  }

  @Operate(registerTask)
  register(@Asks() asking: Asking, @Param({ schema: registerTask.params }) params: Id, @Body({ schema: registerTask.body }) body: BodyOf<typeof registerTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, number: clean('name', body.number) };
    return this.#act(asking, params, body, (request) => register(this.#desk, command, request));
  }

  @Operate(assignTask)
  assign(@Asks() asking: Asking, @Param({ schema: assignTask.params }) params: Id, @Body({ schema: assignTask.body }) body: BodyOf<typeof assignTask>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request) => assign(this.#desk, { task: params.id, ...body }, request));
  }

  @Operate(prepareTask)
  prepare(@Asks() asking: Asking, @Param({ schema: prepareTask.params }) params: Id, @Body({ schema: prepareTask.body }) body: BodyOf<typeof prepareTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, outcome: body.outcome, text: clean('reason', body.text) };
    return this.#act(asking, params, body, (request) => prepare(this.#desk, command, request));
  }

  @Operate(transferTask)
  transfer(@Asks() asking: Asking, @Param({ schema: transferTask.params }) params: Id, @Body({ schema: transferTask.body }) body: BodyOf<typeof transferTask>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request) => transfer(this.#desk, { task: params.id, person: body.person }, request));
  }

  @Operate(nudgeTask)
  nudge(@Asks() asking: Asking, @Param({ schema: nudgeTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#act(asking, params, undefined, (request) => nudge(this.#desk, params.id, request));
  }

  @Operate(extendTask)
  extend(@Asks() asking: Asking, @Param({ schema: extendTask.params }) params: Id, @Body({ schema: extendTask.body }) body: BodyOf<typeof extendTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, until: body.until, reason: cleanOrNull('reason', body.reason) };
    return this.#act(asking, params, body, (request) => extend(this.#desk, command, request));
  }

  @Operate(recordTask)
  record(@Asks() asking: Asking, @Param({ schema: recordTask.params }) params: Id, @Body({ schema: recordTask.body }) body: BodyOf<typeof recordTask>): Promise<ActAnswerBody> {
    const { principal, outcome, document, on, demands } = body;
    const command = {
      task: params.id, principal, outcome, document, on, to: body.to ?? null, reason: cleanOrNull('reason', body.reason), number: cleanOrNull('name', body.number), signatory: clean('name', body.signatory),
      ...(demands ? { demands: cleanAll('reason', demands) } : {}),
    };
    return this.#act(asking, params, body, (request) => recordFor(this.#desk, command, request));
  }

  @Operate(reachMilestone)
  reach(@Asks() asking: Asking, @Param({ schema: reachMilestone.params }) params: Id, @Body({ schema: reachMilestone.body }) body: BodyOf<typeof reachMilestone>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request) => reach(this.#desk, { task: params.id, milestone: body.milestone }, request));
  }

  @Operate(finishTask)
  finish(@Asks() asking: Asking, @Param({ schema: finishTask.params }) params: Id): Promise<ActAnswerBody> {
    return this.#act(asking, params, undefined, (request) => finish(this.#desk, { task: params.id }, request));
  }

  @Operate(confirmTask)
  confirm(@Asks() asking: Asking, @Param({ schema: confirmTask.params }) params: Id, @Body({ schema: confirmTask.body }) body: BodyOf<typeof confirmTask>): Promise<ActAnswerBody> {
    const command = { task: params.id, outcome: body.outcome, reason: cleanOrNull('reason', body.reason) };
    return this.#act(asking, params, body, (request) => confirm(this.#desk, command, request));
  }

  #act(asking: Asking, params: Id, body: unknown, act: (request: ActRequest) => Promise<Result<ActAnswer>>): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params, body }, act, params.id);
  }
}
