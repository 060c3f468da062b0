import type { QueryResult } from 'pg';
import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';

export interface Row { readonly [column: string]: unknown }
/** The part of node-postgres' client that a transaction uses: named statements are parsed once per connection. */
interface PgClient {
  query(statement: { name?: string; text: string; values?: readonly unknown[] }): Promise<QueryResult<Record<string, unknown>>>;
  end(): Promise<void>;
}
interface Write { readonly text: string; readonly values: readonly unknown[] }

/** Thrown inside a transaction to roll it back and answer a value (a refusal); nothing is changed. */
export class Rollback<T> extends Error {
  readonly answer: T;
  constructor(answer: T) {
    super('rolled back');
    this.answer = answer;
  }
}

/**
 * One act's transaction (READ COMMITTED). Lock first, then read. Writes are queued and sent together by `flush`, as one
 * statement of data-modifying CTEs: they see the state before them, so no write may depend on another of the same flush,
 * nor touch the same row twice.
 */
export class Tx {
  readonly #client: PgClient;
  #writes: Write[] = [];

  constructor(client: PgClient) {
    this.#client = client;
  }

  async read<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const name = statementName(text);
    const result = await this.#client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] });
    return result.rows as T[];
  }

  write(text: string, values: readonly unknown[]): void {
    this.#writes.push({ text, values });
  }

  async flush(): Promise<void> {
    const writes = this.#writes;
    this.#writes = [];
    if (writes.length === 0) return;
    const values: unknown[] = [];
    const parts = writes.map((w, i) => {
      const shift = values.length;
      values.push(...w.values);
      return `w${i} as (${w.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`)})`;
    });
    await this.read(`with ${parts.join(',\n')} select 1`, values);
  }
}

/** A session keeps every statement that has a name, so there are only so many; acts need about a hundred. */
const MOST_NAMES = 256;
const names = new Map<string, string>();

function statementName(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_NAMES) {
    name = `q_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return name;
}

/** Opens transactions: all that casework gets to see of the pool. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export function transactions(source: DataSource): Transact {
  return (work) => inTransaction(source, work);
}

/** Runs `work` in one transaction: commits what it answers, rolls back what it throws; a Rollback's answer is answered. */
export async function inTransaction<T>(source: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner: QueryRunner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PgClient;
    const tx = new Tx(client);
    await client.query({ text: 'begin' });
    try {
      const answer = await work(tx);
      await tx.flush();
      await commit(client);
      return answer;
    } catch (fault) {
      await rollBack(client);
      if (fault instanceof Rollback) return fault.answer as T;
      throw fault;
    }
  } finally {
    await runner.release();
  }
}

/** PostgreSQL answers a commit after a failed statement with a rollback and no error; that must not pass for accepted. */
async function commit(client: PgClient): Promise<void> {
  const { command } = await client.query({ text: 'commit' });
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it had failed');
}

/** A session that cannot even roll back is not used again; the server rolls back what it leaves. */
async function rollBack(client: PgClient): Promise<void> {
  try {
    await client.query({ text: 'rollback' });
  } catch {
    void client.end();
  }
}
