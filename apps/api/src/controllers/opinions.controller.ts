import { Body, Controller, Inject, Param } from '@nestjs/common';
import { addParticipant, answerDemand, ask, closeConsult, removeParticipant, respond, type Desk } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { clean, cleanOrNull } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
type Id = ParamsOf<typeof operations.respondOpinion>;

/** Opinions: who is asked, and how each one is answered. */
@Controller()
export class OpinionsController {
  readonly #desk: Desk;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#desk = office.desk;
    this.#acts = acts;
  }

  @Operate(operations.respondOpinion)
  respond(@Asks() asking: Asking, @Param({ schema: operations.respondOpinion.params }) params: Id, @Body({ schema: operations.respondOpinion.body }) body: BodyOf<typeof operations.respondOpinion>): Promise<ActAnswerBody> {
    const command = { decision: body.decision, verdict: body.verdict, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => respond(this.#desk, params.id, command, request));
  }

  @Operate(operations.answerDemand)
  answerDemand(@Asks() asking: Asking, @Param({ schema: operations.answerDemand.params }) params: Id, @Body({ schema: operations.answerDemand.body }) body: BodyOf<typeof operations.answerDemand>): Promise<ActAnswerBody> {
    const command = { demand: body.demand, text: clean('reason', body.text), document: body.document ?? null };
    return this.#acts.answer(asking, { params, body }, (request) => answerDemand(this.#desk, params.id, command, request));
  }

  @Operate(operations.askOpinion)
  ask(@Asks() asking: Asking, @Param({ schema: operations.askOpinion.params }) params: Id, @Body({ schema: operations.askOpinion.body }) body: BodyOf<typeof operations.askOpinion>): Promise<ActAnswerBody> {
    const command = { person: body.person, step: body.step ?? null, text: clean('reason', body.text) };
    return this.#acts.answer(asking, { params, body }, (request) => ask(this.#desk, params.id, command, request));
  }

  @Operate(operations.addParticipant)
  addParticipant(@Asks() asking: Asking, @Param({ schema: operations.addParticipant.params }) params: Id, @Body({ schema: operations.addParticipant.body }) body: BodyOf<typeof operations.addParticipant>): Promise<ActAnswerBody> {
    const reason = cleanOrNull('reason', body.reason);
    // The shape lets exactly one of the two through.
    const command = body.unit == null ? { step: body.step, reason, person: body.person ?? '' } : { step: body.step, reason, unit: body.unit };
    return this.#acts.answer(asking, { params, body }, (request) => addParticipant(this.#desk, params.id, command, request));
  }

  @Operate(operations.removeParticipant)
  removeParticipant(@Asks() asking: Asking, @Param({ schema: operations.removeParticipant.params }) params: Id, @Body({ schema: operations.removeParticipant.body }) body: BodyOf<typeof operations.removeParticipant>): Promise<ActAnswerBody> {
    const command = { task: body.task, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => removeParticipant(this.#desk, params.id, command, request));
  }

  @Operate(operations.closeConsult)
  closeConsult(@Asks() asking: Asking, @Param({ schema: operations.closeConsult.params }) params: Id, @Body({ schema: operations.closeConsult.body }) body: BodyOf<typeof operations.closeConsult>): Promise<ActAnswerBody> {
    const command = { step: body.step, reason: cleanOrNull('reason', body.reason) };
    return this.#acts.answer(asking, { params, body }, (request) => closeConsult(this.#desk, params.id, command, request));
  }
}
