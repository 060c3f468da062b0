import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { create, enterOrganisation, importProgramme, publishRoute, type ActRequest } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { RunRecord, startPostgres, type RunningPostgres } from '@totrinh/embedded';
import { createDataSource, migrate } from '@totrinh/persistence';
import { sourcedDesk, type SourcedDesk } from '../house/sourced-desk.ts';
import { ADMIN, DRAFTER, OFFICE, programmeOf, ROUTE, ROUTE_SOURCE } from './sample-office.ts';

/** A real ledger on a PostgreSQL of its own, with the sample's office and route, and a business clock that tests set. */
export interface Ledger {
  readonly desk: SourcedDesk;
  /** Connection string of the app role. */
  readonly url: string;
  /** Connection string of the superuser, for what the app role may not do. */
  readonly superUrl: string;
  /** The business clock; it stands still until it is set. */
  clock: { now: Date };
  /** The server itself, for a Temporal beside it. */
  readonly postgres: RunningPostgres;
  /** A new dossier in the drafter's hands; its first step waits to be opened. */
  newDossier(): Promise<string>;
  rows<T>(text: string, ...values: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export const START = new Date('2022-07-13T01:00:00Z');

/** A fresh request of this person. */
export function requestOf(actor: string): ActRequest {
  return { actor, key: randomUUID(), request: 'test', correlationId: randomUUID() };
}

/** The value of an act that must go through. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`);
  return result.value;
}

/** Opens a ledger in a folder of its own; `items` dossiers can be made. */
export async function openLedger(items = 100): Promise<Ledger> {
  const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-ledger-'));
  const record = await RunRecord.claim(dataDir);
  const postgres = await startPostgres({ dataDir, record });
  await migrate(postgres.ownerUrl);
  const source = await createDataSource(postgres.appUrl).initialize();
  const clock = { now: START };
  const desk = sourcedDesk(source, () => clock.now);
  await enterOrganisation(desk, OFFICE);
  must(await publishRoute(desk, ROUTE_SOURCE, requestOf(ADMIN)));
  must(await importProgramme(desk, programmeOf('CT', items), requestOf(ADMIN)));
  let next = 0;
  return {
    desk,
    url: postgres.appUrl,
    superUrl: postgres.superUrl.replace(/\/postgres$/, '/totrinh'),
    clock,
    postgres,
    newDossier: async () => must(await create(desk, { route: ROUTE, version: null, item: `CT-${++next}`, title: null, dueOn: null }, requestOf(DRAFTER))).dossier,
    rows: <T>(text: string, ...values: unknown[]) => source.query<T[]>(text, values),
    async close() {
      await source.destroy();
      await postgres.stop();
      record.release();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
