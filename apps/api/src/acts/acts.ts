import { Inject, Injectable } from '@nestjs/common';
import { isMoving, openSteps, type Result } from '@totrinh/domain';
import { dossierTag, taskTag, type ActAnswer, type ActRequest, type Aftermath } from '@totrinh/casework';
import type { ActAnswerBody } from '@totrinh/api-schema';
import { actRequest, type Asking } from '../http/asking.ts';
import { accepted, Refused } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentActions } from '../present/actions.ts';

/** What was asked, for the request's digest. */
export interface Asked { readonly params?: unknown; readonly body?: unknown; readonly file?: string }

/** Carries an act to casework and its answer back: waits for the move as the request prefers, and reads `allowedActions` anew. */
@Injectable()
export class Acts {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  /** `task`: the act's target where it is a task, whose tag the answer then carries. */
  async answer(asking: Asking, asked: Asked, act: (request: ActRequest) => Promise<Result<ActAnswer>>, task?: string): Promise<ActAnswerBody> {
    const done = accepted(await act(actRequest(asking, asked)));
    const made = done.moving && asking.waitMs > 0 ? await this.#office.moves.made(done.dossier, asking.waitMs) : false;
    const now = (made || done.replayed ? await this.#anew(asking, done.dossier) : null) ?? done.after ?? (await this.#anew(asking, done.dossier));
    // An act repeated by somebody who may no longer see the dossier.
    if (now === null) throw new Refused('DOSSIER_NOT_FOUND', { id: done.dossier });
    const c = now.case;
    const etag = dossierTag(c);
    void asking.reply.status(done.status).header('etag', (task === undefined ? null : taskTag(c, task)) ?? etag);
    // A client that repeats a request must be able to tell its own act from one that was recorded before it asked.
    if (done.replayed) void asking.reply.header('idempotency-replayed', 'true');
    return {
      act: done.act, dossier: done.dossier, version: done.version, ids: { ...done.ids }, etag, status: c.status, at: openSteps(c).map((s) => s.path),
      moving: made || done.replayed ? isMoving(c) : done.moving, allowedActions: presentActions(c, now.route, now.actor, await this.#office.cases.circumstances(this.#office.viewer(asking.person), done.dossier)),
    };
  }

  async #anew(asking: Asking, dossier: string): Promise<Omit<Aftermath, 'route'> & { route: Aftermath['route'] | null } | null> {
    const seen = await this.#office.cases.ofDossier(this.#office.viewer(asking.person), dossier);
    return seen && { case: seen.loaded.case, route: seen.route, actor: seen.actor };
  }
}
