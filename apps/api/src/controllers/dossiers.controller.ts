import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { cancel, comment, create, edit, recall, submit } from '@totrinh/casework';
import { OPERATIONS, type ActAnswerBody, type DossierAnswer } from '@totrinh/api-schema';
import { z } from 'zod';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { clean, cleanOrNull, composed } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate } from '../http/operate.ts';
import { found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentDossier, presentDossierRow } from '../present/dossiers.ts';

const { createDossier, listDossiers, readDossier, editDossier, submitDossier, recallDossier, cancelDossier, commentDossier } = OPERATIONS;
type Id = z.infer<typeof readDossier.params>;

/** Dossiers, and what people do with them. */
@Controller()
export class DossiersController {
  readonly #office: Office;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#office = office;
    this.#acts = acts;
  }

  @Operate(createDossier)
  create(@Asks() asking: Asking, @Body({ schema: createDossier.body }) body: z.infer<typeof createDossier.body>): Promise<ActAnswerBody> {
    const { free, secrecy = 'thuong' } = body;
    const without = free == null ? null : { ...free, appraisingUnit: free.appraisingUnit ?? null, cooperating: free.cooperating ?? [], register: free.register ?? null };
    const input = { route: body.route, version: body.version ?? null, item: body.item ?? null, free: without, secrecy, title: cleanOrNull('title', body.title), dueOn: body.dueOn ?? null, ...(body.fields ? { fields: composed(body.fields) } : {}), ...(body.roles ? { roles: body.roles } : {}) };
    return this.#acts.answer(asking, { body }, (request) => create(this.#office.desk, input, request));
  }

  @Operate(listDossiers)
  async list(@Asks() asking: Asking, @Query({ schema: listDossiers.query }) query: z.infer<typeof listDossiers.query>): Promise<{ items: ReturnType<typeof presentDossierRow>[]; next: string | null }> {
    const page = await this.#office.dossierList.page(this.#office.viewer(asking.person), { status: query.status ?? null, route: query.route ?? null, version: query.routeVersion ?? null, search: query.search ?? null }, { limit: query.limit, after: keyOf(query.cursor, z.uuid()) });
    return { items: page.items.map(presentDossierRow), next: cursorOf(page.next) };
  }

  @Operate(readDossier)
  async read(@Asks() asking: Asking, @Param({ schema: readDossier.params }) { id }: Id): Promise<DossierAnswer> {
    const dossier = presentDossier(found(await this.#office.dossiers.find(this.#office.viewer(asking.person), id), 'DOSSIER_NOT_FOUND', id), this.#office.desk.now());
    void asking.reply.header('etag', dossier.etag);
    return dossier;
  }

  @Operate(editDossier)
  edit(@Asks() asking: Asking, @Param({ schema: editDossier.params }) params: Id, @Body({ schema: editDossier.body }) body: z.infer<typeof editDossier.body>): Promise<ActAnswerBody> {
    const command = { ...(body.title === undefined ? {} : { title: clean('title', body.title) }), ...(body.dueOn === undefined ? {} : { dueOn: body.dueOn }), ...(body.fields === undefined ? {} : { fields: composed(body.fields) }) };
    return this.#acts.answer(asking, { params, body }, (request) => edit(this.#office.desk, params.id, command, request));
  }

  @Operate(submitDossier)
  submit(@Asks() asking: Asking, @Param({ schema: submitDossier.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => submit(this.#office.desk, params.id, request));
  }

  @Operate(recallDossier)
  recall(@Asks() asking: Asking, @Param({ schema: recallDossier.params }) params: Id): Promise<ActAnswerBody> {
    return this.#acts.answer(asking, { params }, (request) => recall(this.#office.desk, params.id, request));
  }

  @Operate(cancelDossier)
  cancel(@Asks() asking: Asking, @Param({ schema: cancelDossier.params }) params: Id, @Body({ schema: cancelDossier.body }) body: z.infer<typeof cancelDossier.body>): Promise<ActAnswerBody> {
    const reason = cleanOrNull('reason', body.reason);
    return this.#acts.answer(asking, { params, body }, (request) => cancel(this.#office.desk, params.id, reason, request));
  }

  @Operate(commentDossier)
  comment(@Asks() asking: Asking, @Param({ schema: commentDossier.params }) params: Id, @Body({ schema: commentDossier.body }) body: z.infer<typeof commentDossier.body>): Promise<ActAnswerBody> {
    const command = { text: clean('comment', body.text), ...(body.mentions ? { mentions: body.mentions } : {}) };
    return this.#acts.answer(asking, { params, body }, (request) => comment(this.#office.desk, params.id, command, request));
  }
}
