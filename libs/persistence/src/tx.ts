import type { QueryResult } from 'pg';
import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';

export interface Row { readonly [column: string]: unknown }
/** The part of node-postgres' client that a transaction uses: named statements are parsed once per connection. */
interface PgClient {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<QueryResult<Record<string, unknown>>>;
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
    const result = await this.#client.query({ name: statementName(text), text, values: [...values] });
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

const names = new Map<string, string>();

function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `q_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
  }
  return name;
}

/** Runs `work` in one transaction: commits what it answers, rolls back what it throws; a Rollback's answer is answered. */
export async function inTransaction<T>(source: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner: QueryRunner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PgClient;
    const tx = new Tx(client);
    await tx.read('begin');
    try {
      const answer = await work(tx);
      await tx.flush();
      await tx.read('commit');
      return answer;
    } catch (fault) {
      await tx.read('rollback');
      if (fault instanceof Rollback) return fault.answer as T;
      throw fault;
    }
  } finally {
    await runner.release();
  }
}
