import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort, requirePort, RunRecord, startProcess, type DemoPerson, type Part, type RunningMailbox, type RunningPostgres, type RunningProcess, type RunningTemporal } from '@totrinh/embedded';
import { businessClock, formatClockSetting, isLoopback, StartError, type CliConfig, type ClockSetting } from '@totrinh/platform';
import { houseClock } from './house/house-clock.ts';
import { clearData } from './house/house-data.ts';
import { removeHouseFile, writeHouseFile } from './house/house-file.ts';
import { preferredPorts, rememberPorts } from './house/house-ports.ts';
import { startServices, type DataServices, type Seed } from './house/house-services.ts';
import { StartLines, type StartedPart } from './house/start-lines.ts';
import { buildWeb, hasWebSources } from './web/build-web.ts';

/** The parts of a house that can be left out, killed and started again. PostgreSQL and the schema are always there. */
export type PartName = 'postgres' | 'temporal' | 'provider' | 'mailbox' | 'web' | 'api' | 'worker';

export type HouseOptions = {
  readonly dataDir: string;
  /** The API's port; taken: one sentence. Without it last time's or the usual one where free, else any. 0: any, for the sign-in too. */
  readonly port?: number;
  /** Begin the data folder anew. */
  readonly fresh?: boolean;
  /** All parts by default. API and worker need the others. */
  readonly parts?: readonly PartName[];
  /** `START,SPEED` or `START,SPEED,ANCHOR`; by default the sample's, anchored at the first start. */
  readonly clock?: string;
  /** Services that already run elsewhere (from the environment); none by default. */
  readonly services?: CliConfig;
  /** Who fills an empty database; the demo's people and routes by default. */
  readonly seed?: Seed;
  readonly onLine?: (line: string) => void;
  /** Cuts a start off: everything that was started ends. */
  readonly signal?: AbortSignal;
};

/** A house that serves. Addresses of databases carry passwords. */
export type House = {
  readonly dataDir: string;
  readonly apiUrl: string;
  readonly issuer: string;
  /** Where caught letters are read; undefined where none are caught. */
  readonly mailboxUrl?: string;
  readonly people: readonly DemoPerson[];
  readonly dbUrl: string;
  readonly dbOwnerUrl: string;
  /** Only of the embedded PostgreSQL. */
  readonly dbSuperUrl?: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** `START,SPEED,ANCHOR`; undefined on the real clock. */
  readonly clock?: string;
  readonly started: readonly StartedPart[];
  /** A part that runs as a process; throws when the house has none of that name. */
  part(name: PartName): Part;
  parts(): readonly Part[];
  /** Bytes per process, those that are known; `runner` is this process with the sign-in in it. */
  rss(): Readonly<Record<string, number>>;
  stop(): Promise<void>;
};

const ALL: readonly PartName[] = ['postgres', 'temporal', 'provider', 'mailbox', 'web', 'api', 'worker'];
const demoSeed: Seed = async (options) => (await import('./demo/seed.ts')).seedDemo(options);

/**
 * Opens a house on a data folder: PostgreSQL, schema, Temporal, sign-in and sample, API and worker, each as its own process, and
 * returns when all serve. What crashed before is cleared first. Throws StartError (one sentence) and leaves nothing running.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const dataDir = resolve(options.dataDir);
  const lines = new StartLines(options.onLine ?? (() => undefined));
  if (options.port) await requirePort(options.port, 'API');
  const record = await RunRecord.claim(dataDir, (name) => lines.say(`dọn ${name} còn lại của lượt chạy trước`, `ended ${name}, left over from the run before`));
  try {
    removeHouseFile(dataDir);
    if (options.fresh) clearData(dataDir);
    return await Promise.race([assemble({ ...options, dataDir }, record, lines), cutOff(options.signal)]);
  } catch (error) {
    await record.endParts();
    record.release();
    throw error;
  } finally {
    lines.end();
  }
}

function cutOff(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new StartError({ vi: 'Đã dừng khi đang khởi động', en: 'stopped while starting' })), { once: true });
  });
}

function clockOf({ dataDir, clock, services }: HouseOptions): ClockSetting | undefined {
  // A set clock is for sample data on this machine only; API and worker refuse it elsewhere.
  const isSample = !services?.issuer && (!services?.dbUrl || isLoopback(new URL(services.dbUrl).hostname));
  return isSample ? houseClock(dataDir, clock ?? services?.clock, new Date()) : undefined;
}

async function assemble(options: HouseOptions, record: RunRecord, lines: StartLines): Promise<House> {
  const { dataDir, services = {} } = options;
  const wanted = new Set(options.parts ?? ALL);
  const setting = clockOf(options);
  const ports = options.port === 0 ? {} : preferredPorts(dataDir);
  const apiPort = options.port || (await freePort(ports.api));
  if (options.port === undefined && ports.api && apiPort !== ports.api) {
    lines.say(`Cổng ${ports.api} đang có chương trình khác dùng, API dùng cổng ${apiPort}`, `port ${ports.api} is taken by another program, the API takes ${apiPort}`);
  }
  const starting = startServices({
    ...{ dataDir, record, lines, ports, services, clock: businessClock(setting), seed: options.seed ?? demoSeed },
    // Letters of sample people are caught here; an office that runs this names its own mail server.
    ...{ wantsTemporal: wanted.has('temporal'), wantsProvider: wanted.has('provider'), wantsMailbox: wanted.has('mailbox') && wanted.has('worker') && !services.smtpUrl && !services.issuer },
  });
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  // The API records acts without Temporal, so it does not wait for it to start either.
  const web = wanted.has('api') && wanted.has('web') && hasWebSources() ? lines.part('Giao diện', buildWeb, () => ({ address: apiUrl, vi: 'màn hình cho mọi người', en: 'web application' })) : Promise.resolve('');
  const api = async (): Promise<RunningProcess | undefined> => {
    const [folder, data] = await Promise.all([web, starting.data]);
    const env = { ...processEnv(dataDir, data, setting), TOTRINH_HOST: '127.0.0.1', TOTRINH_PORT: String(apiPort), TOTRINH_WEB: folder, ...browserEnv(apiUrl) };
    return wanted.has('api') ? processPart('api', 'API', apiUrl, env) : undefined;
  };
  const worker = async (): Promise<RunningProcess | undefined> => {
    const [data, temporal, mailbox] = await Promise.all([starting.data, starting.temporal, starting.mailbox]);
    const env = { ...processEnv(dataDir, data, setting), ...temporalEnv(temporal, services), ...mailEnv(mailbox, apiUrl) };
    return wanted.has('worker') ? processPart('worker', 'Worker', '', env) : undefined;
  };
  const [postgres, temporal, data, mailbox, ...processes] = await Promise.all([starting.postgres, starting.temporal, starting.data, starting.mailbox, api(), worker()]);
  if (!mailbox && wanted.has('worker') && !services.smtpUrl) lines.say('Thư điện tử đang tắt: chưa có TOTRINH_SMTP_URL', 'e-mail is off: TOTRINH_SMTP_URL is not set');

  function processPart(name: 'api' | 'worker', title: string, address: string, settings: Readonly<Record<string, string>>): Promise<RunningProcess> {
    return lines.part(
      title,
      () => startProcess({ name, entry: `apps/${name}/src/main.ts`, dataDir, record, env: settings }),
      (part) => ({ address: address || part.ready(), vi: name === 'api' ? 'giao diện lập trình' : 'chạy quy trình và hạn xử lý', en: name === 'api' ? 'HTTP API' : 'workflows and deadlines' }),
    );
  }

  rememberPorts(dataDir, { api: apiPort, ...(postgres && { postgres: postgres.port }), ...(data.provider && { provider: data.provider.port }), ...(mailbox && { mailbox: mailbox.port }) });
  const part = (each: RunningProcess | undefined): RunningProcess[] => (each ? [each] : []);
  return house({ dataDir, apiUrl, data, postgres, temporal, mailbox, processes: processes.flatMap(part), record, setting, started: lines.started });
}

function processEnv(dataDir: string, { db, issuer }: DataServices, clock: ClockSetting | undefined): Record<string, string> {
  const files = join(dataDir, 'files');
  mkdirSync(files, { recursive: true, mode: 0o700 });
  return { TOTRINH_DB_URL: db.appUrl, TOTRINH_FILES: files, OIDC_ISSUER: issuer, TOTRINH_CLOCK: clock ? formatClockSetting(clock) : '' };
}

/** A house serves browsers of this machine over plain http, unless its environment tells another address. */
function browserEnv(apiUrl: string): Record<string, string> {
  const given = process.env['TOTRINH_PUBLIC_URL'];
  return { TOTRINH_PUBLIC_URL: given || apiUrl, TOTRINH_COOKIE_INSECURE: given?.startsWith('https:') ? 'no' : 'yes' };
}

function temporalEnv(temporal: RunningTemporal | undefined, { temporal: given }: CliConfig): Record<string, string> {
  const address = temporal?.address ?? given?.address;
  return { TEMPORAL_NAMESPACE: temporal?.namespace ?? given?.namespace ?? 'totrinh', ...(address && { TEMPORAL_ADDRESS: address }) };
}

function mailEnv(mailbox: RunningMailbox | undefined, publicUrl: string): Record<string, string> {
  return mailbox ? { TOTRINH_SMTP_URL: mailbox.smtpUrl, TOTRINH_MAIL_FROM: 'Tờ Trình (MẪU) <to-trinh@mau.invalid>', TOTRINH_PUBLIC_URL: publicUrl } : {};
}

function known(parts: readonly Part[], ask: (part: Part) => number | undefined): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const part of parts) {
    const answer = ask(part);
    if (answer !== undefined) answers[part.name] = answer;
  }
  return answers;
}

type Assembled = {
  readonly dataDir: string;
  readonly apiUrl: string;
  readonly data: DataServices;
  readonly postgres: RunningPostgres | undefined;
  readonly temporal: RunningTemporal | undefined;
  readonly mailbox: RunningMailbox | undefined;
  readonly processes: readonly RunningProcess[];
  readonly record: RunRecord;
  readonly setting: ClockSetting | undefined;
  readonly started: readonly StartedPart[];
};

function house({ dataDir, apiUrl, data, postgres, temporal, mailbox, processes, record, setting, started }: Assembled): House {
  const { db, issuer, people, provider } = data;
  const parts: readonly Part[] = [...(postgres ? [postgres] : []), ...(temporal ? [temporal] : []), ...processes];
  const temporalAddress = temporal?.address ?? '';
  const namespace = temporal?.namespace ?? 'totrinh';
  const clock = setting && formatClockSetting(setting);
  const pids = known(parts, (part) => part.pid());
  writeHouseFile(dataDir, { apiUrl, issuer, temporalAddress, namespace, pids, ...(clock && { clock }), ...(postgres && { postgresPort: postgres.port }) });
  return {
    ...{ dataDir, apiUrl, issuer, people, temporalAddress, namespace, started },
    ...{ dbUrl: db.appUrl, dbOwnerUrl: db.ownerUrl, ...(postgres && { dbSuperUrl: postgres.superUrl }), ...(clock && { clock }), ...(mailbox && { mailboxUrl: mailbox.url }) },
    parts: () => parts,
    part(name) {
      const found = parts.find((part) => part.name === name);
      if (!found) throw new Error(`this house has no process called ${name}`);
      return found;
    },
    rss: () => ({ runner: process.memoryUsage.rss(), ...known(parts, (part) => part.rss()) }),
    async stop() {
      record.announceStop();
      removeHouseFile(dataDir);
      await Promise.all(processes.map((part) => part.stop()));
      await mailbox?.stop();
      await provider?.stop();
      await temporal?.stop();
      await postgres?.stop();
      record.release();
    },
  };
}
