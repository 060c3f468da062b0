import { createHash } from 'node:crypto';
import type { LedgerHouse } from '../house/ledger-house.ts';

/** A row as a superuser finds it in one snapshot: its place on disk and the transaction that wrote it beside what it says. */
export interface SeenRow { readonly table: string; readonly place: number; readonly ctid: string; readonly xmin: number; readonly text: string }

/** Everything in the schema at one moment, each table in the order of its rows on disk, system columns included. */
export async function snapshotOf(house: LedgerHouse): Promise<SeenRow[]> {
  const tables = await house.look<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'totrinh' order by 1`);
  const rows: SeenRow[] = [];
  await house.superuser.query('begin isolation level repeatable read');
  for (const { name } of tables) {
    const found = await house.look<{ ctid: string; xmin: string; text: string }>(`select ctid::text as ctid, xmin::text as xmin, to_jsonb(t)::text as text from totrinh.${name} t order by t.ctid`);
    rows.push(...found.map((r, place): SeenRow => ({ table: name, place, ctid: r.ctid, xmin: Number(r.xmin), text: r.text })));
  }
  await house.superuser.query('commit');
  return rows;
}

/** One secret vote as the linker meets it: who voted, the rows that speak of each of them and of nobody else, and the ballots as the chain opened them. What each said is not among it. */
export interface OpenedVote { readonly dossier: string; readonly step: string; readonly taskOf: ReadonlyMap<string, string>; readonly ballots: readonly string[]; readonly own: ReadonlyMap<string, readonly SeenRow[]> }

/** Says of each voter, in the order of `own`, what they said; null for whom it has no guess. */
export interface Linker { readonly name: string; readonly guess: (vote: OpenedVote) => readonly (string | null)[] }

const CHOICES = ['yes', 'no', 'other', 'abstain'] as const;
const KEYS: Readonly<Record<string, (r: SeenRow) => number>> = { 'place on disk': (r) => r.place, 'writing transaction': (r) => r.xmin };
const ENDS: Readonly<Record<string, (keys: readonly number[]) => number>> = { first: (keys) => Math.min(...keys, Number.MAX_SAFE_INTEGER), last: (keys) => Math.max(...keys, -1) };

/** Bodies that a client would have sent, and what somebody may have taken a digest of. */
const digestsOf = (choice: string, task: string): string[] => [choice, JSON.stringify({ choice }), JSON.stringify({ choice, reason: null }), JSON.stringify({ task, choice, reason: null }), `${task}${choice}`, `${task}:${choice}`]
  .map((text) => createHash('sha256').update(text).digest('hex'));

/**
 * Who might link voter and ballot: by the order of the voters' first or last rows in any table (on disk, by transaction, forwards and backwards)
 * laid beside the ballots in theirs, by a digest of what was asked, and by the bare word in a row about the voter.
 */
export function linkers(tables: readonly string[]): Linker[] {
  const byOrder = tables.flatMap((table) => Object.entries(KEYS).flatMap(([order, key]) => Object.entries(ENDS).flatMap(([end, pick]) => [false, true].map((back): Linker => ({
    name: `${end} row in ${table} by ${order}${back ? ' backwards' : ''}`,
    guess: (vote) => beside(vote, (rows) => pick(rows.filter((r) => r.table === table).map(key)), back),
  })))));
  return [...byOrder, { name: 'digests of what was asked', guess: byDigest }, { name: 'words in rows about the voter', guess: byWord }];
}

function beside(vote: OpenedVote, place: (rows: readonly SeenRow[]) => number, back: boolean): (string | null)[] {
  const placed = [...vote.own].map(([voter, rows]) => [voter, place(rows)] as const).sort(([, a], [, b]) => a - b).map(([voter]) => voter);
  const order = new Map((back ? placed.reverse() : placed).map((voter, i) => [voter, i] as const));
  return [...vote.own.keys()].map((voter) => vote.ballots[order.get(voter) ?? -1] ?? null);
}

function byDigest(vote: OpenedVote): (string | null)[] {
  return [...vote.own].map(([voter, rows]) => CHOICES.find((choice) => digestsOf(choice, vote.taskOf.get(voter) ?? '').some((digest) => rows.some((r) => r.text.includes(digest)))) ?? null);
}

function byWord(vote: OpenedVote): (string | null)[] {
  return [...vote.own.values()].map((rows) => CHOICES.find((choice) => rows.some((r) => new RegExp(`"${choice}\\\\?"(?!:)`).test(r.text))) ?? null);
}

/** The rows of a vote that speak of one voter alone, by their name or their task. */
export function ownRows(vote: Pick<OpenedVote, 'dossier' | 'step' | 'taskOf'>, rows: readonly SeenRow[]): Map<string, SeenRow[]> {
  const ids = [vote.dossier, vote.step, ...vote.taskOf.values()];
  const own = new Map<string, SeenRow[]>([...vote.taskOf.keys()].sort().map((voter) => [voter, []]));
  for (const row of rows.filter((r) => ids.some((id) => r.text.includes(id)))) {
    const named = [...vote.taskOf].filter(([voter, task]) => row.text.includes(task) || new RegExp(`"${voter}\\\\?"`).test(row.text));
    const [only] = named;
    if (only && named.length === 1) own.get(only[0])?.push(row);
  }
  return own;
}
