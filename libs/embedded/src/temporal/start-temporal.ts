import { connectTemporal, reasonOf, StartError, type Sentence, type TemporalConfig } from '@totrinh/platform';
import type { RunningPostgres } from '../postgres/start-postgres.ts';
import { findOnPath } from '../processes/death-signal.ts';
import type { RunRecord } from '../processes/run-record.ts';
import { ensureServer, type Say } from './build-server.ts';
import { startBuiltServer } from './built-server.ts';
import { startDownloadedServer } from './downloaded-server.ts';
import { startPathServer } from './path-server.ts';
import type { RunningTemporal } from './running-temporal.ts';

export type TemporalOptions = {
  readonly dataDir: string;
  readonly record: RunRecord;
  /** The house's PostgreSQL, asked for only when the real server is run; absent means that this way is closed. */
  readonly postgres?: () => Promise<RunningPostgres>;
  /** A Temporal that already runs elsewhere (TEMPORAL_ADDRESS): nothing is started then. */
  readonly external?: TemporalConfig;
  /** `totrinh` by default. */
  readonly namespace?: string;
  readonly say?: Say;
};

async function useExternal(config: TemporalConfig): Promise<RunningTemporal> {
  const connection = await connectTemporal(config);
  await connection.close();
  const refuse = async (): Promise<void> => {
    throw new StartError({ vi: `Temporal tại ${config.address} không do lượt chạy này khởi động`, en: `Temporal at ${config.address} was not started by this run` });
  };
  return {
    name: 'temporal',
    address: config.address,
    namespace: config.namespace,
    way: 'address',
    note: { vi: 'theo TEMPORAL_ADDRESS', en: 'from TEMPORAL_ADDRESS' },
    pid: () => undefined,
    rss: () => undefined,
    kill: refuse,
    restart: refuse,
    stop: async () => undefined,
    onDown: () => undefined,
  };
}

/**
 * A Temporal for the house, by the first way that works: TEMPORAL_ADDRESS; the real server, built once from its Go module; a
 * `temporal` on PATH; the SDK's download. Throws StartError that names every way, and why each could not be gone.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { dataDir, record, namespace = 'totrinh', say = () => undefined } = options;
  if (options.external) return useExternal(options.external);
  const faults: Sentence[] = [];

  const { postgres } = options;
  if (postgres) {
    // A server that was had but does not start is a fault to show, not a reason to go on with another, emptier store.
    const build = await ensureServer(say).catch((error: unknown) => void faults.push(sentenceOf(error)));
    // A start that was cut off ends its build too: that is no reason to look for another server.
    record.requireHeld();
    if (build) return startBuiltServer({ dataDir, record, postgres: await postgres(), namespace, build });
  }
  const program = findOnPath('temporal');
  if (program) return startPathServer({ dataDir, record, namespace, program });
  faults.push({ vi: 'không thấy lệnh temporal', en: 'no temporal command on PATH' });
  try {
    say('Tải máy chủ Temporal bằng SDK', 'downloading a Temporal server with the SDK');
    return await startDownloadedServer(dataDir, namespace);
  } catch (error) {
    faults.push({ vi: `SDK không tải được (${reasonOf(error)})`, en: `the SDK cannot download one (${reasonOf(error)})` });
  }
  throw new StartError({
    vi: `Chưa có máy chủ Temporal: ${faults.map(({ vi }) => vi).join('; ')}; hãy cài Go từ 1.26.8, hoặc cài lệnh temporal, hoặc cho phép SDK tải về, hoặc đặt TEMPORAL_ADDRESS`,
    en: `no Temporal server: ${faults.map(({ en }) => en).join('; ')}; install Go 1.26.8 or newer, or the temporal command, or let the SDK download one, or set TEMPORAL_ADDRESS`,
  });
}

function sentenceOf(error: unknown): Sentence {
  return error instanceof StartError ? error : { vi: reasonOf(error), en: reasonOf(error) };
}
