import { Body, Controller, Inject, Param } from '@nestjs/common';
import { callOff, cast, correctRoster, placeOnAgenda, putOff, recordResult, reserve, type Desk } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { clean, cleanAll, cleanOrNull } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
type Id = ParamsOf<typeof operations.castBallot>;

/** Votes of a body: ballots, results of meetings, the roster, the agenda. */
@Controller()
export class VotesController {
  readonly #desk: Desk;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#desk = office.desk;
    this.#acts = acts;
  }

  @Operate(operations.castBallot)
  cast(@Asks() asking: Asking, @Param({ schema: operations.castBallot.params }) params: Id, @Body({ schema: operations.castBallot.body }) body: BodyOf<typeof operations.castBallot>): Promise<ActAnswerBody> {
    const command = { task: params.id, choice: body.choice, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => cast(this.#desk, command, request), params.id);
  }

  @Operate(operations.reserveOpinion)
  reserve(@Asks() asking: Asking, @Param({ schema: operations.reserveOpinion.params }) params: Id, @Body({ schema: operations.reserveOpinion.body }) body: BodyOf<typeof operations.reserveOpinion>): Promise<ActAnswerBody> {
    const command = { task: params.id, text: clean('reason', body.text) };
    return this.#acts.answer(asking, { params, body }, (request) => reserve(this.#desk, command, request), params.id);
  }

  @Operate(operations.recordResult)
  recordResult(@Asks() asking: Asking, @Param({ schema: operations.recordResult.params }) params: Id, @Body({ schema: operations.recordResult.body }) body: BodyOf<typeof operations.recordResult>): Promise<ActAnswerBody> {
    const { present, yes, no, other, abstain, names, demands } = body;
    const command = {
      task: params.id, counts: { present, yes, no, other, abstain }, chair: body.chair ?? null, document: body.document ?? null, meeting: body.meeting ?? null, reason: cleanOrNull('reason', body.reason),
      ...(names ? { names } : {}), ...(demands ? { demands: cleanAll('reason', demands) } : {}),
    };
    return this.#acts.answer(asking, { params, body }, (request) => recordResult(this.#desk, command, request), params.id);
  }

  @Operate(operations.correctRoster)
  correctRoster(@Asks() asking: Asking, @Param({ schema: operations.correctRoster.params }) params: Id, @Body({ schema: operations.correctRoster.body }) body: BodyOf<typeof operations.correctRoster>): Promise<ActAnswerBody> {
    const command = { step: body.step, document: body.document ?? null, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => correctRoster(this.#desk, params.id, command, request));
  }

  @Operate(operations.callOff)
  callOff(@Asks() asking: Asking, @Param({ schema: operations.callOff.params }) params: Id, @Body({ schema: operations.callOff.body }) body: BodyOf<typeof operations.callOff>): Promise<ActAnswerBody> {
    const command = { step: body.step, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => callOff(this.#desk, params.id, command, request));
  }

  @Operate(operations.placeOnAgenda)
  placeOnAgenda(@Asks() asking: Asking, @Param({ schema: operations.placeOnAgenda.params }) params: Id, @Body({ schema: operations.placeOnAgenda.body }) body: BodyOf<typeof operations.placeOnAgenda>): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params, body }, (request) => placeOnAgenda(this.#desk, params.id, body, request));
  }

  @Operate(operations.putOff)
  putOff(@Asks() asking: Asking, @Param({ schema: operations.putOff.params }) params: Id, @Body({ schema: operations.putOff.body }) body: BodyOf<typeof operations.putOff>): Promise<ActAnswerBody> {
    const command = { meeting: body.meeting, step: body.step, reason: cleanOrNull('reason', body.reason), to: body.to ?? null };
    return this.#acts.answer(asking, { params, body }, (request) => putOff(this.#desk, params.id, command, request));
  }
}
