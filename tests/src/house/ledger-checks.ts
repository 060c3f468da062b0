import { fold, openSteps, type Case, type CaseStep, type StepKind, type Within } from '@totrinh/domain';
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

/** Steps that nobody works in. A vote that everybody has cast in waits for its day. */
const WITHOUT_TASKS: ReadonlySet<StepKind> = new Set(['parallel', 'route', 'notify', 'webhook', 'wait', 'vote']);

/** Every open step that people work in has an open task or one to come, a dossier stands at one place on each of its levels, and what has ended has nothing open. */
function zombies(c: Case): string[] {
  const open = openSteps(c);
  const tasks = c.tasks.filter((t) => t.state === 'open');
  const worked = (s: CaseStep): boolean => WITHOUT_TASKS.has(s.kind) || tasks.some((t) => t.step === s.id) || c.pending.some((p) => p.step === s.id);
  const faults = open.filter((s) => !worked(s)).map((s) => `open step ${s.path} has no open task`);
  faults.push(...tasks.filter((t) => !open.some((s) => s.id === t.step)).map((t) => `open task ${t.id} in a step that has ended`));
  if (c.status !== 'open') return open.length + c.pending.length > 0 ? [...faults, `closed as ${c.status} with something open`] : faults;
  return [...faults, ...levels(c).flatMap(({ name, wanted, region, branch }) => {
    const here = (within: Within | null | undefined): boolean => (region === null ? within == null : within?.step === region && within.branch === branch);
    const count = open.filter((s) => here(s.within)).length + c.pending.filter((p) => p.step === undefined && here(p.within)).length;
    return count === wanted ? [] : [`stands at ${count} places of ${name}, not ${wanted}`];
  })];
}

interface Level { readonly name: string; readonly wanted: number; readonly region: string | null; readonly branch: string }

/** The top level, and the branches of regions that are open or were left behind. Branches that go on behind a finished region are their own business. */
function levels(c: Case): Level[] {
  const inner = c.steps.flatMap((s) => (s.state === 'settled' ? [] : (s.branches ?? []).map((b): Level => ({ name: `${s.path} ${b.name}`, wanted: s.state === 'open' && !b.joined ? 1 : 0, region: s.id, branch: b.name }))));
  return [{ name: 'the top level', wanted: 1, region: null, branch: '' }, ...inner];
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
