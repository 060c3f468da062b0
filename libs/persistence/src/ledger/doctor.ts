import type { Row, Tx } from '../tx.ts';
import type { StoredEvent, StoredWord } from '../chain/verify-chain.ts';

/** An outbox row that nobody has moved for too long. */
export interface StaleCall extends Row { readonly dossier: string; readonly version: number; readonly attempts: number; readonly ageSeconds: number }

/** Outbox rows raised more than `seconds` ago, the oldest first. */
export function staleCalls(tx: Tx, seconds: number): Promise<StaleCall[]> {
  return tx.read<StaleCall>(
    `select dossier_id as dossier, version, attempts, extract(epoch from now() - raised_at)::int as "ageSeconds" from totrinh.outbox
     where raised_at < now() - $1::int * interval '1 second' order by raised_at`, [seconds]);
}

/** Open dossiers that the ledger has called on for a move, without the outbox row that says so. */
export async function uncalledDossiers(tx: Tx): Promise<string[]> {
  const rows = await tx.read<{ id: string }>(
    `select d.id from totrinh.dossier d where d.status = 'open' and jsonb_array_length(d.pending) > 0
       and not exists (select 1 from totrinh.outbox o where o.dossier_id = d.id) order by d.id`);
  return rows.map((r) => r.id);
}

/** Open dossiers with nothing to come: no open task, nothing pending, no outbox row, no rung that lapses or resumes, no automatic step at work. `among` null: of all. */
export async function idleDossiers(tx: Tx, among: readonly string[] | null = null): Promise<string[]> {
  const rows = await tx.read<{ id: string }>(
    `select d.id from totrinh.dossier d where d.status = 'open' and ($1::uuid[] is null or d.id = any($1)) and jsonb_array_length(d.pending) = 0
       and not exists (select 1 from totrinh.outbox o where o.dossier_id = d.id)
       and not exists (select 1 from totrinh.task t where t.dossier_id = d.id and t.state = 'open')
       and not exists (select 1 from totrinh.rung r where r.dossier_id = d.id and r.kind in ('lapse', 'resume') and r.fired_at is null and r.void_at is null)
       and not exists (select 1 from totrinh.step s where s.dossier_id = d.id and s.state = 'open' and s.kind in ('notify', 'webhook', 'wait')) order by d.id`, [among]);
  return rows.map((r) => r.id);
}

export interface OwnerlessTask extends Row { readonly dossier: string; readonly task: string }

/** Open tasks of open dossiers (`among` null: of all) that nobody may do on `day`: no candidate, or none whose appointment still holds. A helper counts while holding the task. */
export function ownerlessTasks(tx: Tx, day: string, among: readonly string[] | null = null): Promise<OwnerlessTask[]> {
  return tx.read<OwnerlessTask>(
    `select t.dossier_id as dossier, t.id as task from totrinh.task t join totrinh.dossier d on d.id = t.dossier_id and d.status = 'open'
     where t.state = 'open' and ($2::uuid[] is null or d.id = any($2)) and not exists (select 1 from totrinh.outbox o where o.dossier_id = d.id)
       and not exists (select 1 from totrinh.task_candidate c join totrinh.appointment a on a.id = c.appointment_id
         where c.task_id = t.id and (t.holder = c.person_id or (t.holder is null and not c.helper)) and a.valid_from <= $1 and (a.valid_to is null or a.valid_to > $1))
     order by t.dossier_id, t.opened`, [day, among]);
}

/** How many rungs were due at `instant` and still wait. */
export async function rungsDueBefore(tx: Tx, instant: Date): Promise<number> {
  const rows = await tx.read<{ n: number }>('select count(*)::int as n from totrinh.rung where fired_at is null and void_at is null and due_at <= $1', [instant]);
  return rows[0]?.n ?? 0;
}

/** Ids of dossiers after `after`, in their order; `openOnly`: those that a workflow leads now and that wait for no call. */
export async function dossiersAfter(tx: Tx, after: string, limit: number, openOnly: boolean): Promise<string[]> {
  const rows = await tx.read<{ id: string }>(
    `select d.id from totrinh.dossier d where d.id > $1::uuid
       and (not $3::boolean or (d.status = 'open' and not exists (select 1 from totrinh.outbox o where o.dossier_id = d.id))) order by d.id limit $2`, [after, limit, openOnly]);
  return rows.map((r) => r.id);
}

/** Sweeps of an hour; each looks at its share of the open dossiers. */
export const SWEEPS = 60;

/** Which sweep of an hour looks at a dossier, from 0: by the last digits of its id, which are random. */
export function sweepOf(dossier: string): number {
  return Number.parseInt(dossier.replaceAll('-', '').slice(-8), 16) % SWEEPS;
}

/** The open dossiers that this sweep of the hour looks at, in the order of ids. */
export async function dossiersOfSweep(tx: Tx, sweep: number): Promise<string[]> {
  const rows = await tx.read<{ id: string }>(`select id from totrinh.dossier where status = 'open' and ('x' || right(replace(id::text, '-', ''), 8))::bit(32)::bigint % $2::int = $1::int order by id`, [sweep, SWEEPS]);
  return rows.map((r) => r.id);
}

/** Those of these dossiers that a workflow has to lead now and that wait for no call already. */
export async function uncalledOf(tx: Tx, dossiers: readonly string[]): Promise<string[]> {
  const rows = await tx.read<{ id: string }>(
    `select d.id from totrinh.dossier d where d.id = any($1) and d.status = 'open' and not exists (select 1 from totrinh.outbox o where o.dossier_id = d.id) order by d.id`, [dossiers]);
  return rows.map((r) => r.id);
}

/** A dossier's events and erasable words as they are stored; call it under the dossier's lock. */
export async function storedChain(tx: Tx, dossier: string): Promise<{ events: StoredEvent[]; words: StoredWord[] }> {
  const events = await tx.read<Row & StoredEvent>('select seq, type, at, act_id as act, body, hash from totrinh.event where dossier_id = $1 order by seq', [dossier]);
  const words = await tx.read<Row & StoredWord>('select seq, field, salt, value from totrinh.event_private where dossier_id = $1 order by seq, field', [dossier]);
  return { events, words };
}
