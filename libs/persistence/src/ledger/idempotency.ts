import type { Row, Tx } from '../tx.ts';

/** What makes a changing request the same one: who, which verb, on what, with which key. */
export interface RequestKey { readonly person: string; readonly verb: string; readonly target: string; readonly key: string }
export interface StoredAnswer extends Row { readonly request: string; readonly status: number; readonly answer: Record<string, unknown> }

/** Waits for a running request with the same key (at most the pool's lock_timeout). */
export async function lockKey(tx: Tx, k: RequestKey): Promise<void> {
  await tx.read('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${k.person} ${k.verb} ${k.target} ${k.key}`]);
}

export async function findAnswer(tx: Tx, k: RequestKey): Promise<StoredAnswer | null> {
  const rows = await tx.read<StoredAnswer>('select request, status, answer from totrinh.idempotency_key where person = $1 and verb = $2 and target = $3 and key = $4', [k.person, k.verb, k.target, k.key]);
  return rows[0] ?? null;
}

export function saveAnswer(tx: Tx, k: RequestKey, request: string, status: number, answer: Record<string, unknown>): void {
  tx.write('insert into totrinh.idempotency_key (person, verb, target, key, request, status, answer) values ($1, $2, $3, $4, $5, $6::int, $7::jsonb)', [k.person, k.verb, k.target, k.key, request, status, JSON.stringify(answer)]);
}

/** Writes the act: one row for each changing request that was accepted. */
export function saveAct(tx: Tx, act: { id: string; verb: string; target: string; dossier: string | null; actor: string; correlationId: string; at: Date }): void {
  tx.write('insert into totrinh.act (id, verb, target, dossier_id, actor, correlation_id, at) values ($1::uuid, $2, $3, $4::uuid, $5, $6, $7::timestamptz)', [act.id, act.verb, act.target, act.dossier, act.actor, act.correlationId, act.at]);
}
