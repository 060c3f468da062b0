import { onSource, type Source, type SourcedDesk } from '../house/sourced-desk.ts';

type Runner = ReturnType<Source['createQueryRunner']>;
interface Statement { readonly name?: string; readonly text: string }
interface Client { readonly processID: number; query(statement: Statement): Promise<unknown> }

/** The points of a transaction at which others may come between: before a lock, before its writes, before its commit. */
export type Gate = 'key' | 'lock' | 'share' | 'write' | 'commit';

/** Which gate a statement stands behind; null for what cannot wait and changes nothing that others see. */
export function gateOf(text: string): Gate | null {
  if (/pg_advisory_xact_lock/.test(text)) return 'key';
  if (/\bfor update\b/.test(text)) return 'lock';
  if (/\bfor share\b/.test(text)) return 'share';
  if (/^\s*with w0 as/.test(text)) return 'write';
  return /^commit$/.test(text) ? 'commit' : null;
}

/**
 * Told before a statement behind a gate is sent, with the number of the session's server process; it goes on when that resolves.
 * `onSession` hears which session a transaction runs in, and 0 once it has left it.
 */
export type Keeper = (gate: Gate, pid: number) => Promise<void>;

/** The same desk, whose transactions ask the keeper at each of these gates. */
export function gatedDesk(desk: SourcedDesk, gates: ReadonlySet<Gate>, keeper: Keeper, onSession: (pid: number) => void = () => undefined): SourcedDesk {
  return atClients(desk, async (client, statement, query) => {
    if (statement.text === 'begin') onSession(client.processID);
    const gate = gateOf(statement.text);
    if (gate !== null && gates.has(gate)) await keeper(gate, client.processID);
    if (gate === 'commit' || statement.text === 'rollback') onSession(0);
    return query(statement);
  });
}

/** The same desk with other statements: for proofs that a test would see what is wrong. */
export function withStatements(desk: SourcedDesk, rewrite: (text: string) => string): SourcedDesk {
  return atClients(desk, async (_client, statement, query) => {
    const text = rewrite(statement.text);
    return query(text === statement.text ? statement : { ...statement, name: '', text });
  });
}

type Ask = (client: Client, statement: Statement, query: (statement: Statement) => Promise<unknown>) => Promise<unknown>;

function atClients(desk: SourcedDesk, ask: Ask): SourcedDesk {
  const source = changed(desk.source, 'createQueryRunner', (create) => () => changed(create() as Runner, 'connect', (connect) => async () => {
    const client = (await connect()) as Client;
    return changed(client, 'query', (query) => (statement: Statement) => ask(client, statement, query as (statement: Statement) => Promise<unknown>));
  }));
  return onSource(desk, source);
}

type Method = (...args: never[]) => unknown;

/** An object that behaves as before but for one method, which is made from the old one. */
function changed<T extends object>(object: T, name: keyof T & string, make: (old: (...args: unknown[]) => unknown) => Method): T {
  const old = (object[name] as Method).bind(object) as (...args: unknown[]) => unknown;
  const method = make(old);
  return new Proxy(object, {
    get(target, key): unknown {
      if (key === name) return method;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? (value as Method).bind(target) : value;
    },
  });
}
