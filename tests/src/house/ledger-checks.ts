import { fold, type Case } from '@totrinh/domain';
import { factsOf, inTransaction, loadCase, verifyChain, type StoredEvent, type StoredWord } from '@totrinh/persistence';
import type { LedgerHouse } from './ledger-house.ts';

export interface StoredChain { readonly events: StoredEvent[]; readonly words: StoredWord[]; readonly head: { seq: number; hash: string } }

/** A dossier's chain as it lies in the tables. */
export async function chainOf(house: LedgerHouse, dossier: string): Promise<StoredChain> {
  const events = await house.look<StoredEvent>('select seq, type, at, act_id as act, body, hash from totrinh.event where dossier_id = $1 order by seq', [dossier]);
  const words = await house.look<StoredWord>('select seq, field, salt, value from totrinh.event_private where dossier_id = $1 order by seq, field', [dossier]);
  const [head] = await house.look<{ seq: number; hash: string }>('select seq, head_hash as hash from totrinh.dossier where id = $1', [dossier]);
  return { events, words, head: head ?? { seq: 0, hash: '' } };
}

/** What is wrong with a dossier: the engine's invariants on its tables and its chain. Nothing: an empty list. */
export async function faultsOf(house: LedgerHouse, dossier: string): Promise<string[]> {
  const chain = await chainOf(house, dossier);
  const loaded = await inTransaction(house.source, (tx) => loadCase(tx, dossier));
  if (!loaded) return [`no dossier ${dossier}`];
  const c = loaded.case;
  const faults = verifyChain(dossier, chain.events, chain.head, chain.words).map((f) => `chain ${f.seq}: ${f.fault}`);
  const folded = fold(dossier, factsOf(chain.events));
  if (plain(folded) !== plain(c)) faults.push(`tables differ from the fold: ${plain(c)} ≠ ${plain(folded)}`);
  const [called] = await house.look<{ version: number }>('select version from totrinh.outbox where dossier_id = $1', [dossier]);
  return [...faults, ...zombies(c), ...(await rowFaults(house, c)), ...(c.pending.length > 0 && !called ? ['a move is pending and no outbox row calls for it'] : [])];
}

/** Every open step has an open task, a dossier stands at most at one place, and what has ended has nothing open. */
function zombies(c: Case): string[] {
  const open = c.steps.filter((s) => s.state === 'open');
  const tasks = c.tasks.filter((t) => t.state === 'open');
  const faults = open.filter((s) => !tasks.some((t) => t.step === s.id)).map((s) => `open step ${s.path} has no open task`);
  faults.push(...tasks.filter((t) => !open.some((s) => s.id === t.step)).map((t) => `open task ${t.id} in a step that has ended`));
  if (c.status !== 'open' && open.length + c.pending.length > 0) faults.push(`closed as ${c.status} with something open`);
  if (c.status === 'open' && open.length + c.pending.length !== 1) faults.push(`stands at ${open.length} steps with ${c.pending.length} to come`);
  return faults;
}

async function rowFaults(house: LedgerHouse, c: Case): Promise<string[]> {
  const count = async (what: string, sql: string): Promise<string[]> => ((await house.look(sql, [c.id])).length > 0 ? [what] : []);
  return [
    ...(await count('a candidate of a closed task is still in a queue', 'select 1 from totrinh.task_candidate k join totrinh.task t on t.id = k.task_id where t.dossier_id = $1 and k.open <> (t.state = \'open\')')),
    ...(await count('an instant of closing does not fit the state', `select 1 from totrinh.task where dossier_id = $1 and (closed_at is null) <> (state = 'open') union all select 1 from totrinh.step where dossier_id = $1 and (settled_at is null) <> (state = 'open')`)),
    ...(await count('a rung waits at a step that has ended', `select 1 from totrinh.rung r join totrinh.step s on s.id = r.step_id where s.dossier_id = $1 and s.state <> 'open' and r.fired_at is null and r.void_at is null`)),
    ...(await count('a chain event without its act', `select 1 from totrinh.event e where dossier_id = $1 and (act_id is null) <> (body::jsonb ->> 'by' = 'system')`)),
  ];
}

/** JSON with keys in order, so that two states can be compared as texts. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) => (v !== null && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v));
}
