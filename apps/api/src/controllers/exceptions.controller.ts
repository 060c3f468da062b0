import { Body, Controller, Inject, Param } from '@nestjs/common';
import { arrive, confirmProposal, declineProposal, migrate, redo, reopen, repair, resume, skip, suspend, withdraw, type ActAnswer, type ActRequest, type Desk } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { cleanOrNull } from '../http/clean.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { Office } from '../office.ts';

const operations = OPERATIONS;
type Id = ParamsOf<typeof operations.suspendDossier>;
type ProposalId = ParamsOf<typeof operations.confirmProposal>;

/** What does not go the usual way: pauses, skips, repairs, migrations, and the second person's word. */
@Controller()
export class ExceptionsController {
  readonly #desk: Desk;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#desk = office.desk;
    this.#acts = acts;
  }

  @Operate(operations.suspendDossier)
  suspend(@Asks() asking: Asking, @Param({ schema: operations.suspendDossier.params }) params: Id, @Body({ schema: operations.suspendDossier.body }) body: BodyOf<typeof operations.suspendDossier>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => suspend(this.#desk, { dossier: params.id, until: body.until, reason }, request));
  }

  @Operate(operations.resumeDossier)
  resume(@Asks() asking: Asking, @Param({ schema: operations.resumeDossier.params }) params: Id, @Body({ schema: operations.resumeDossier.body }) body: BodyOf<typeof operations.resumeDossier>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => resume(this.#desk, { dossier: params.id, reason }, request));
  }

  @Operate(operations.skipStep)
  skip(@Asks() asking: Asking, @Param({ schema: operations.skipStep.params }) params: Id, @Body({ schema: operations.skipStep.body }) body: BodyOf<typeof operations.skipStep>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => skip(this.#desk, { dossier: params.id, step: body.step, outcome: body.outcome ?? null, reason }, request));
  }

  @Operate(operations.redoStep)
  redo(@Asks() asking: Asking, @Param({ schema: operations.redoStep.params }) params: Id, @Body({ schema: operations.redoStep.body }) body: BodyOf<typeof operations.redoStep>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => redo(this.#desk, { dossier: params.id, step: body.step, to: body.to, reason }, request));
  }

  @Operate(operations.repairDossier)
  repair(@Asks() asking: Asking, @Param({ schema: operations.repairDossier.params }) params: Id, @Body({ schema: operations.repairDossier.body }) body: BodyOf<typeof operations.repairDossier>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => repair(this.#desk, { dossier: params.id, to: body.to, reason }, request));
  }

  @Operate(operations.reopenDossier)
  reopen(@Asks() asking: Asking, @Param({ schema: operations.reopenDossier.params }) params: Id, @Body({ schema: operations.reopenDossier.body }) body: BodyOf<typeof operations.reopenDossier>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => reopen(this.#desk, { dossier: params.id, to: body.to ?? null, reason }, request));
  }

  @Operate(operations.migrateDossier)
  migrate(@Asks() asking: Asking, @Param({ schema: operations.migrateDossier.params }) params: Id, @Body({ schema: operations.migrateDossier.body }) body: BodyOf<typeof operations.migrateDossier>): Promise<ActAnswerBody> {
    const { version, mapping } = body;
    return this.#act(asking, params, body, (request, reason) => migrate(this.#desk, { dossier: params.id, version, reason, ...(mapping ? { mapping } : {}) }, request));
  }

  @Operate(operations.arriveEvent)
  arrive(@Asks() asking: Asking, @Param({ schema: operations.arriveEvent.params }) params: Id, @Body({ schema: operations.arriveEvent.body }) body: BodyOf<typeof operations.arriveEvent>): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params, body }, (request) => arrive(this.#desk, params.id, body, request));
  }

  @Operate(operations.withdrawDocument)
  withdraw(@Asks() asking: Asking, @Param({ schema: operations.withdrawDocument.params }) params: Id, @Body({ schema: operations.withdrawDocument.body }) body: BodyOf<typeof operations.withdrawDocument>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => withdraw(this.#desk, { dossier: params.id, how: body.how, reason, replacedBy: body.replacedBy ?? null }, request));
  }

  @Operate(operations.confirmProposal)
  confirm(@Asks() asking: Asking, @Param({ schema: operations.confirmProposal.params }) params: ProposalId, @Body({ schema: operations.confirmProposal.body }) body: BodyOf<typeof operations.confirmProposal>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => confirmProposal(this.#desk, { dossier: params.id, proposal: params.proposal, reason }, request));
  }

  @Operate(operations.declineProposal)
  decline(@Asks() asking: Asking, @Param({ schema: operations.declineProposal.params }) params: ProposalId, @Body({ schema: operations.declineProposal.body }) body: BodyOf<typeof operations.declineProposal>): Promise<ActAnswerBody> {
    return this.#act(asking, params, body, (request, reason) => declineProposal(this.#desk, { dossier: params.id, proposal: params.proposal, reason }, request));
  }

  #act(asking: Asking, params: Id, body: { readonly reason?: string | null | undefined }, act: (request: ActRequest, reason: string | null) => Promise<Result<ActAnswer>>): Promise<ActAnswerBody> {
    const reason = cleanOrNull('reason', body.reason);
    return this.#acts.answer(asking, { params, body }, (request) => act(request, reason));
  }
}
