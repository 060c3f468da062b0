import { createDesk } from '@totrinh/casework';
import { createDataSource, OutboxReadModel, transactions } from '@totrinh/persistence';
import { businessClock, connectTemporal, loadCliConfig, parseClockSetting, StartError, untilReady, type TemporalConfig } from '@totrinh/platform';
import { awaitHouse } from '../house/await-house.ts';
import type { Patient } from './examine.ts';
import { Lifecycles } from './lifecycles.ts';

interface Services { readonly dbUrl: string; readonly temporal: TemporalConfig; readonly clock?: string }

/** The services of the house on the data folder, or those that the environment names. */
async function servicesOf(dataDir: string): Promise<Services> {
  const { dbUrl, temporal, clock } = loadCliConfig(process.env);
  if (dbUrl && temporal) return { dbUrl, temporal, ...(clock && { clock }) };
  const house = await awaitHouse(dataDir, (line) => void process.stderr.write(`${line}\n`));
  if (house?.dbUrl) return { dbUrl: house.dbUrl, temporal: temporal ?? { address: house.temporalAddress, namespace: house.namespace }, ...(house.clock && { clock: house.clock }) };
  throw new StartError({
    vi: `Không có hệ thống nào đang chạy trên ${dataDir}: chạy "npm start" ở một cửa sổ khác, hoặc đặt TOTRINH_DB_URL, TOTRINH_DB_OWNER_URL và TEMPORAL_ADDRESS`,
    en: `no house runs on ${dataDir}: run "npm start" in another terminal, or set TOTRINH_DB_URL, TOTRINH_DB_OWNER_URL and TEMPORAL_ADDRESS`,
  });
}

/** Opens what the doctor looks at, works on it and closes it. Temporal may be away; PostgreSQL may not (StartError). */
export async function withPatient<T>(dataDir: string, work: (patient: Patient) => Promise<T>): Promise<T> {
  const { dbUrl, temporal, clock } = await servicesOf(dataDir);
  const { host } = new URL(dbUrl);
  const source = await untilReady({ vi: `PostgreSQL ${host}`, en: `PostgreSQL ${host}` }, () => createDataSource(dbUrl, 4).initialize(), { withinMs: 5_000 });
  const connection = await connectTemporal(temporal, { withinMs: 5_000 }).catch((error: unknown) => {
    if (error instanceof StartError) return undefined;
    throw error;
  });
  try {
    const { now } = businessClock(clock);
    return await work({
      outbox: new OutboxReadModel(source),
      desk: createDesk(transactions(source), now),
      clockSpeed: (clock && parseClockSetting(clock)?.speed) || 1,
      lifecycles: connection && new Lifecycles(connection, temporal.namespace),
    });
  } finally {
    await connection?.close();
    await source.destroy();
  }
}
