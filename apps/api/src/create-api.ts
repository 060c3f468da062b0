import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkOperations } from '@totrinh/api-schema';
import { createDesk } from '@totrinh/casework';
import { FileStore } from '@totrinh/documents';
import { checkVerbs } from '@totrinh/domain';
import { OutboxReadModel, transactions } from '@totrinh/persistence';
import { AddressGuard, businessClock, createLogger, freshWebhookSecret, type ApiConfig, type JudgedAddress, type Logger } from '@totrinh/platform';
import { CallNudge } from './acts/call-nudge.ts';
import { MoveWatch } from './acts/move-watch.ts';
import { SignalLine } from './acts/signal-line.ts';
import { AppModule } from './app.module.ts';
import { connectDatabase } from './connect-database.ts';
import { fastifyAdapter, outfit } from './http/fastify.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { RequestPipe } from './http/request-pipe.ts';
import { serveWeb } from './http/serve-web.ts';
import { Office } from './office.ts';
import { SignInGuard } from './sign-in/sign-in-guard.ts';
import { TokenVerifier } from './sign-in/token-verifier.ts';

/** What the worker says after a move was committed; what the API says after an act that calls for one. */
export const MOVED_CHANNEL = 'totrinh_moved';
export const CALLED_CHANNEL = 'totrinh_called';

/** The API, ready to listen. */
export interface Api {
  readonly app: NestFastifyApplication;
  /** Listens as configured; answers `http://host:port`. */
  listen(): Promise<string>;
  /** Finishes what is being answered and lets go of everything. */
  close(): Promise<void>;
}

/**
 * Builds the API on its settings. Throws where the tables of verbs and of operations differ, and StartError when Postgres stays away or has no schema; neither the sign-in provider
 * nor Temporal is needed to start.
 */
export async function createApi(config: ApiConfig, logger: Logger = createLogger('api', config.logLevel)): Promise<Api> {
  checkVerbs();
  checkOperations();
  const source = await connectDatabase(config.dbUrl);
  const clock = businessClock(config.clock);
  const moves = new MoveWatch(new OutboxReadModel(source), logger);
  const line = new SignalLine(config.dbUrl, MOVED_CHANNEL, (dossier) => moves.heard(dossier), logger);
  const nudge = new CallNudge((dossier) => line.send(CALLED_CHANNEL, dossier));
  const desk = createDesk(transactions(source), () => clock.now(), (dossier) => nudge.called(dossier));
  const guard = new AddressGuard(config.webhookAllow ?? []);
  const office = new Office(desk, source, new FileStore(config.files), moves, { refusedBecause: async (url) => refusalOf(await guard.judge(url)), freshSecret: freshWebhookSecret });
  const verifier = new TokenVerifier(config.oidc, (person) => office.directory.knows(person));

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(office), fastifyAdapter(), { logger: false, abortOnError: false, bodyParser: false });
  await outfit(app, logger);
  await serveWeb(app, config.web ?? null);
  app.useGlobalGuards(new SignInGuard(verifier));
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await line.open();

  return {
    app,
    listen: async () => {
      await app.listen(config.port, config.host);
      const address = app.getHttpServer().address() as { port: number };
      return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${address.port}`;
    },
    close: async () => {
      await app.close();
      await line.close();
      await source.destroy();
    },
  };
}

const refusalOf = (judged: JudgedAddress): string | null => (judged.ok ? null : judged.because);
