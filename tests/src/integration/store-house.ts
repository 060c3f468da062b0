import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RunRecord, startPostgres, type RunningPostgres } from '@totrinh/embedded';
import { createDataSource, insertItem, insertRoute, inTransaction, loadCase, migrate, record, saveAct, transactions, upsertProgramme, type LoadedCase, type Tx } from '@totrinh/persistence';
import { emptyCase, type Case, type Fact } from '@totrinh/domain';
import { v7 } from 'uuid';
import { enterOrganisation } from '../../../libs/casework/src/organisation.ts';
import { LEDGER_OFFICE } from '../house/ledger-office.ts';

type Source = ReturnType<typeof createDataSource>;
export const GENESIS_END = { headHash: '0'.repeat(64), lastAt: new Date(0) };
const RULES = { semantics: 1, title: { vi: 'MẪU', en: 'Sample' }, start: 'a', steps: {} } as unknown as Parameters<typeof insertRoute>[1]['rules'];

/** A real PostgreSQL with the schema and the sample office, for tests that write facts and rows by hand, without any rule in between. */
export class StoreHouse {
  readonly source: Source;
  readonly postgres: RunningPostgres;
  /** Superuser in database `totrinh`. */
  readonly superuser: pg.Client;
  /** The business instant of what is recorded next. */
  at = new Date('2022-07-13T02:00:00.000Z');
  readonly #record: RunRecord;
  readonly #dataDir: string;
  #items = 0;

  private constructor(postgres: RunningPostgres, source: Source, superuser: pg.Client, record: RunRecord, dataDir: string) {
    this.postgres = postgres;
    this.source = source;
    this.superuser = superuser;
    this.#record = record;
    this.#dataDir = dataDir;
  }

  static async open(): Promise<StoreHouse> {
    const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-store-'));
    const run = await RunRecord.claim(dataDir);
    const postgres = await startPostgres({ dataDir, record: run });
    await migrate(postgres.ownerUrl);
    const superuser = new pg.Client({ connectionString: postgres.superUrl.replace(/\/postgres$/, '/totrinh') });
    await superuser.connect();
    const source = await createDataSource(postgres.appUrl).initialize();
    const house = new StoreHouse(postgres, source, superuser, run, dataDir);
    await enterOrganisation({ transact: transactions(source), now: () => house.at, means: { id: v7, digest: (text) => text }, onCalled: () => undefined }, LEDGER_OFFICE);
    await house.tx(async (tx) => {
      for (const version of [1, 2]) insertRoute(tx, { id: 'mau', version, rules: RULES, source: '', sha256: String(version), at: house.at, by: 'quan-tri' });
      upsertProgramme(tx, { id: 'mau', code: 'MẪU-CTr', title: 'MẪU', issuer: 'btv', issuedOn: '2021-01-01', term: 'XVII', yearFrom: 2021, yearTo: 2025 });
    });
    return house;
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.superuser.end();
    await this.postgres.stop();
    this.#record.release();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  tx<T>(work: (tx: Tx) => Promise<T> | T): Promise<T> {
    return inTransaction(this.source, async (tx) => work(tx));
  }

  /** Rows as the superuser sees them. */
  async look<T extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.superuser.query<T>(sql, [...values])).rows;
  }

  /** An act of nobody's rule, for rows that must name one. */
  async act(actor = 'quan-tri'): Promise<string> {
    const id = v7();
    await this.tx((tx) => saveAct(tx, { id, verb: 'by-hand', target: '', dossier: null, actor, correlationId: 'store-house', at: this.at }));
    return id;
  }

  /** A programme item that nobody carries yet; answers its id. */
  async item(): Promise<string> {
    const [id, no] = [v7(), ++this.#items];
    await this.tx((tx) => insertItem(tx, {
      id, programme: 'mau', code: `MẪU-${no}`, no, kind: 'de-an', title: 'Đề án MẪU', leadUnit: 'btctu', authority: 'btv', cooperating: ['stc', 'btgtu'], appraisingUnit: 'vptu', issuingUnit: 'vptu', registerIssuer: 'vptu',
      registerType: 'de-an', directing: 'MẪU', deadlineText: 'Quý III/2022', deadlinePrecision: 'quarter', deadlineOn: '2022-09-30', state: 'notYetSubmitted', stateOn: null, dossier: null,
    }));
    return id;
  }

  async load(dossier: string): Promise<LoadedCase> {
    const loaded = await this.tx((tx) => loadCase(tx, dossier));
    if (!loaded) throw new Error(`no dossier ${dossier}`);
    return loaded;
  }

  /** Records these facts in one transaction under one act; answers the case as the fold left it. */
  async tell(dossier: string, facts: readonly Fact[], by = 'btctu-cv'): Promise<Case> {
    const act = await this.act(by);
    return this.tx(async (tx) => {
      const loaded = await loadCase(tx, dossier);
      return record(tx, loaded?.case ?? emptyCase(dossier), loaded ?? GENESIS_END, facts, { act, by, at: this.at }).after;
    });
  }
}
