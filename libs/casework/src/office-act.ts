import { officeDay, type Actor, type Result } from '@totrinh/domain';
import { loadActor, Rollback, saveAct, saveAnswer, type RequestKey, type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { guarded, replayOf, type ActRequest } from './perform.ts';

/** What an act on the office itself sees: whoever acts with today's posts, the office's day, the act's id. */
export interface OfficeScene { readonly tx: Tx; readonly actor: Actor; readonly today: string; readonly now: Date; readonly act: string }

/** What an accepted act on the office answers, also when it is asked again; `made` are the ids and numbers that it gave. */
export interface OfficeAnswer<T> { readonly act: string; readonly status: number; readonly replayed: boolean; readonly made: T }

/**
 * One act of the office on no dossier, in one transaction: key, what is stored already, the rule, the act's row and answer. A refusal changes nothing.
 * Errors: those of the rule; IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_RUNNING, BUSY.
 */
export function officeAct<T extends object>(desk: Desk, verb: string, target: string, status: number, request: ActRequest, rule: (scene: OfficeScene) => Promise<Result<T>>): Promise<Result<OfficeAnswer<T>>> {
  const key: RequestKey = { person: request.actor, verb, target, key: request.key };
  return guarded(() => desk.transact<Result<OfficeAnswer<T>>>(async (tx) => {
    const stored = await replayOf(tx, key, request.request);
    if (stored && !stored.ok) return stored;
    if (stored) return { ok: true, value: stored.value as unknown as OfficeAnswer<T> };
    const now = desk.now();
    const today = officeDay(now);
    const act = desk.means.id();
    // The act's row first: what the rule writes may refer to it.
    saveAct(tx, { id: act, verb, target, dossier: null, actor: request.actor, correlationId: request.correlationId, at: now });
    await tx.flush();
    const made = await rule({ tx, actor: await loadActor(tx, request.actor, today), today, now, act });
    if (!made.ok) throw new Rollback(made);
    saveAnswer(tx, key, request.request, status, { act, made: made.value });
    return { ok: true, value: { act, made: made.value, status, replayed: false } };
  }));
}
