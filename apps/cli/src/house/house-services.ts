import { startMailbox, startPostgres, startProvider, startTemporal, type DemoPerson, type RunRecord, type RunningMailbox, type RunningPostgres, type RunningProvider, type RunningTemporal } from '@totrinh/embedded';
import { migrate } from '@totrinh/persistence';
import type { CliConfig, Clock } from '@totrinh/platform';
import type { HousePorts } from './house-ports.ts';
import type { StartLines } from './start-lines.ts';

/** Fills an empty database with the demo's people and routes, and tells who can sign in; adds nothing the second time. */
export type Seed = (options: { dbUrl: string; clock: Clock }) => Promise<{ people: DemoPerson[] }>;

/** What the house's services need to know; `services` names those that already run elsewhere. */
export type ServicePlan = {
  readonly dataDir: string;
  readonly record: RunRecord;
  readonly lines: StartLines;
  readonly ports: HousePorts;
  readonly services: CliConfig;
  readonly clock: Clock;
  readonly wantsTemporal: boolean;
  readonly wantsProvider: boolean;
  readonly wantsMailbox: boolean;
  readonly seed: Seed;
};

/** Schema, sample and sign-in: what the API needs. */
export type DataServices = {
  readonly db: { readonly appUrl: string; readonly ownerUrl: string };
  readonly issuer: string;
  readonly people: readonly DemoPerson[];
  readonly provider?: RunningProvider;
};

/** The services while they start; each settles when it serves. `postgres` and `temporal` are undefined where none is started. */
export type Services = {
  readonly postgres: Promise<RunningPostgres | undefined>;
  readonly temporal: Promise<RunningTemporal | undefined>;
  readonly data: Promise<DataServices>;
  /** Undefined where letters go to a mail server of the office, or nowhere. */
  readonly mailbox: Promise<RunningMailbox | undefined>;
};

/** Starts the services; PostgreSQL first, then beside each other Temporal on the one hand, schema, sample and sign-in on the other. */
export function startServices(plan: ServicePlan): Services {
  const { services } = plan;
  const wantsPostgres = !services.dbUrl || (plan.wantsTemporal && !services.temporal);
  const postgres = wantsPostgres ? postgresPart(plan) : undefined;
  return {
    postgres: postgres ?? Promise.resolve(undefined),
    temporal: plan.wantsTemporal ? temporalPart(plan, postgres) : Promise.resolve(undefined),
    data: dataParts(plan, postgres),
    mailbox: plan.wantsMailbox ? mailboxPart(plan) : Promise.resolve(undefined),
  };
}

function postgresPart({ dataDir, record, lines, ports }: ServicePlan): Promise<RunningPostgres> {
  const onLeftover = (name: string): void => lines.say(`dọn ${name} còn lại của lượt chạy trước`, `ended ${name}, left over from the run before`);
  return lines.part(
    'PostgreSQL',
    () => startPostgres({ dataDir, record, onLeftover, ...(ports.postgres && { preferredPort: ports.postgres }) }),
    ({ port, version }) => ({ address: `127.0.0.1:${port}`, vi: `bản ${version}, dữ liệu ở ${dataDir}`, en: `version ${version}, data in ${dataDir}` }),
  );
}

function temporalPart({ dataDir, record, lines, services }: ServicePlan, postgres: Promise<RunningPostgres> | undefined): Promise<RunningTemporal> {
  const open = postgres && { postgres: () => postgres };
  return lines.part(
    'Temporal',
    () => startTemporal({ dataDir, record, say: lines.say, ...open, ...(services.temporal && { external: services.temporal }) }),
    ({ address, note }) => ({ address, ...note }),
  );
}

function mailboxPart({ lines, ports }: ServicePlan): Promise<RunningMailbox> {
  return lines.part(
    'Hộp thư',
    () => startMailbox(ports.mailbox === undefined ? {} : { preferredPort: ports.mailbox }),
    ({ url }) => ({ address: url, vi: 'thư gửi đi được giữ ở đây', en: 'mailbox, keeps every letter' }),
  );
}

async function dataParts(plan: ServicePlan, postgres: Promise<RunningPostgres> | undefined): Promise<DataServices> {
  const { dataDir, lines, services, ports, clock } = plan;
  const db = await databaseOf(services, postgres);
  await lines.part(
    'Lược đồ',
    () => migrate(db.ownerUrl),
    (applied) => ({ address: new URL(db.ownerUrl).pathname.slice(1), vi: `${applied.length} bước mới`, en: `schema, ${applied.length} migrations applied` }),
  );
  if (!plan.wantsProvider || services.issuer) return { db, issuer: services.issuer ?? '', people: [] };
  const { people } = await lines.part(
    'Dữ liệu mẫu',
    () => plan.seed({ dbUrl: db.appUrl, clock }),
    (seeded) => ({ address: '', vi: `${seeded.people.length} người`, en: `sample data, ${seeded.people.length} people` }),
  );
  const provider = await lines.part(
    'Đăng nhập',
    () => startProvider({ dataDir, people, ...(ports.provider && { preferredPort: ports.provider }) }),
    ({ issuer }) => ({ address: issuer, vi: 'nguồn đăng nhập mẫu', en: 'demo sign-in' }),
  );
  return { db, issuer: provider.issuer, people, provider };
}

async function databaseOf(services: CliConfig, postgres: Promise<RunningPostgres> | undefined): Promise<DataServices['db']> {
  if (services.dbUrl && services.dbOwnerUrl) return { appUrl: services.dbUrl, ownerUrl: services.dbOwnerUrl };
  const running = await postgres;
  if (!running) throw new Error('neither a database of its own nor one that is given');
  return running;
}
