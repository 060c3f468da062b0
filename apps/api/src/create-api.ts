import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { checkOperations } from '@totrinh/api-schema';
import { createDesk } from '@totrinh/casework';
import { FileStore } from '@totrinh/documents';
import { checkVerbs, officeDay } from '@totrinh/domain';
import { LiveReadModel, OutboxReadModel, transactions } from '@totrinh/persistence';
import { AddressGuard, businessClock, createLogger, freshWebhookSecret, type ApiConfig, type JudgedAddress, type Logger } from '@totrinh/platform';
import { CallNudge } from './acts/call-nudge.ts';
import { MoveWatch } from './acts/move-watch.ts';
import { SignalLine } from './acts/signal-line.ts';
import { AppModule } from './app.module.ts';
import { connectDatabase } from './connect-database.ts';
import { fastifyAdapter, outfit } from './http/fastify.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { RequestPipe } from './http/request-pipe.ts';
import { silentConnections } from './http/silent-connections.ts';
import { serveWeb } from './http/serve-web.ts';
import { LiveHub } from './live/live-hub.ts';
import { Live } from './live/live.ts';
import { Office } from './office.ts';
import { BrowserSignIn } from './sign-in/browser-sign-in.ts';
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
 * nor Temporal is needed to start. `realNow` is the clock that sessions live by.
 */
export async function createApi(config: ApiConfig, logger: Logger = createLogger('api', config.logLevel), realNow: () => Date = () => new Date()): Promise<Api> {
  checkVerbs();
  checkOperations();
  const source = await connectDatabase(config.dbUrl);
  const clock = businessClock(config.clock);
  const moves = new MoveWatch(new OutboxReadModel(source), logger);
  const live = new Live(new LiveHub({ changes: new LiveReadModel(source), outbox: new OutboxReadModel(source), today: () => officeDay(clock.now()), logger }));
  const moved = (dossier: string): void => { moves.heard(dossier); live.hub.moved(dossier); };
  const line = new SignalLine(config.dbUrl, MOVED_CHANNEL, moved, logger);
  const nudge = new CallNudge((dossier) => line.send(CALLED_CHANNEL, dossier));
  const desk = createDesk(transactions(source), () => clock.now(), (dossier) => nudge.called(dossier));
  const guard = new AddressGuard(config.webhookAllow ?? []);
  const office = new Office(desk, source, new FileStore(config.files), moves, { refusedBecause: async (url) => refusalOf(await guard.judge(url)), freshSecret: freshWebhookSecret });
  const verifier = new TokenVerifier(config.oidc, (person) => office.directory.knows(person));

  let listening = '';
  const signIn = new BrowserSignIn({ config, desk, stored: office.sessions, knows: (person) => office.directory.knows(person), listening: () => listening, now: realNow, logger });

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(office, signIn, live), fastifyAdapter(), { logger: false, abortOnError: false, bodyParser: false });
  await outfit(app, logger);
  await serveWeb(app, config.web ?? null);
  signIn.serve(app.getHttpAdapter().getInstance());
  // A demo's business clock is years away: how long ago somebody signed in is measured in real time.
  const inBusinessTime = (real: string): string => new Date(clock.now().getTime() - Math.max(0, realNow().getTime() - Date.parse(real))).toISOString();
  const doorkeeper = new SignInGuard(verifier, signIn.sessions, inBusinessTime);
  live.guardedBy(doorkeeper);
  live.hearAnswers(app.getHttpAdapter().getInstance());
  app.useGlobalGuards(doorkeeper);
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const letSilentGo = silentConnections(app.getHttpServer());
  await line.open();

  return {
    app,
    listen: async () => {
      await app.listen(config.port, config.host);
      const address = app.getHttpServer().address() as { port: number };
      listening = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${address.port}`;
      return listening;
    },
    close: async () => {
      live.hub.end();
      letSilentGo();
      await app.close();
      await line.close();
      await source.destroy();
    },
  };
}

const refusalOf = (judged: JudgedAddress): string | null => (judged.ok ? null : judged.because);
