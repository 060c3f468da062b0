import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { enterOrganisation, importProgramme, publishRoute, type ActRequest, type ImportItem } from '@totrinh/casework';
import { RunRecord, startPostgres, type RunningPostgres } from '@totrinh/embedded';
import { createDataSource, migrate } from '@totrinh/persistence';
import type { Result } from '@totrinh/domain';
import { sourcedDesk, type SourcedDesk } from './sourced-desk.ts';
import { LEDGER_OFFICE, LEDGER_ROUTE } from './ledger-office.ts';

type Source = ReturnType<typeof createDataSource>;

/** The business clock of a ledger house: it stands still until a test sets it. */
export class StandingClock {
  at = new Date('2022-07-13T02:00:00.000Z');
  readonly now = (): Date => new Date(this.at);

  /** Puts the clock on by so many milliseconds. */
  pass(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

/** The value of a result that must have gone through; a refusal is told with its code. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${JSON.stringify(result.error.details)}`);
  return result.value;
}

/** The code of a refusal; null for what went through. */
export function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.error.code;
}

/**
 * A real PostgreSQL with the schema, a small office and a published route, for tests that act through casework and call `advance`
 * in place of the workflow. Each suite opens its own, on a folder and port of its own: `const house = await LedgerHouse.open()`.
 */
export class LedgerHouse {
  readonly clock = new StandingClock();
  readonly source: Source;
  readonly desk: SourcedDesk;
  readonly postgres: RunningPostgres;
  /** Superuser in database `totrinh`: looks at everything, and tampers. */
  readonly superuser: pg.Client;
  readonly #record: RunRecord;
  readonly #dataDir: string;
  #keys = 0;
  #items = 0;

  private constructor(postgres: RunningPostgres, source: Source, superuser: pg.Client, record: RunRecord, dataDir: string) {
    this.postgres = postgres;
    this.source = source;
    this.superuser = superuser;
    this.#record = record;
    this.#dataDir = dataDir;
    this.desk = sourcedDesk(source, this.clock.now);
  }

  static async open(): Promise<LedgerHouse> {
    const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-ledger-'));
    const record = await RunRecord.claim(dataDir);
    const postgres = await startPostgres({ dataDir, record });
    await migrate(postgres.ownerUrl);
    const superuser = new pg.Client({ connectionString: postgres.superUrl.replace(/\/postgres$/, '/totrinh') });
    await superuser.connect();
    const house = new LedgerHouse(postgres, await createDataSource(postgres.appUrl).initialize(), superuser, record, dataDir);
    await enterOrganisation(house.desk, LEDGER_OFFICE);
    await house.publish(LEDGER_ROUTE);
    return house;
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.superuser.end();
    await this.postgres.stop();
    this.#record.release();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** Publishes a route as its next version. */
  async publish(route: string): Promise<void> {
    must(await publishRoute(this.desk, route, this.request('quan-tri')));
  }

  /** A fresh request of this person; `given` replaces what a test is about. */
  request(actor: string, given: Partial<ActRequest> = {}): ActRequest {
    const n = ++this.#keys;
    return { actor, key: `key-${n}`, request: `digest-${n}`, correlationId: 'ledger-house', ...given };
  }

  /** A programme item of BTCTU that nobody carries yet; answers its code. */
  async item(given: Partial<ImportItem> = {}): Promise<string> {
    const no = ++this.#items;
    const code = given.code ?? `MẪU-${no}`;
    must(await importProgramme(this.desk, { programme: PROGRAMME, items: [{ ...ITEM, no, ...given, code }] }, this.request('quan-tri')));
    return code;
  }

  /** Rows as the superuser sees them. */
  async look<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.superuser.query<T>(sql, [...values])).rows;
  }
}

const PROGRAMME = { id: 'mau', code: 'MẪU-CTr', title: 'Chương trình MẪU', issuer: 'btv', issuedOn: '2021-01-01', term: 'XVII', yearFrom: 2021, yearTo: 2025 };

const ITEM: Omit<ImportItem, 'code' | 'no'> = {
  kind: 'de-an', title: 'Đề án MẪU', leadUnit: 'btctu', authority: 'btv', cooperating: ['stc', 'btgtu'], appraisingUnit: 'vptu', issuingUnit: 'vptu',
  registerIssuer: 'vptu', registerType: 'de-an', directing: 'MẪU', deadlineText: 'Quý III/2022', deadlinePrecision: 'quarter', deadlineOn: '2022-09-30', history: null,
};
