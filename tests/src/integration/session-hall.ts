import { createApi, type Api } from '@totrinh/api';
import { startProvider, type RunningProvider } from '@totrinh/embedded';
import { createLogger, type BrowserConfig } from '@totrinh/platform';
import { type Browser, type Shown } from '../house/browser.ts';
import { dataFolder, type DataFolder } from '../embedded/data-folder.ts';
import { StoreHouse } from './store-house.ts';

export const HOST = '127.0.0.1';
export const PEOPLE = ['btctu-cv', 'btctu-truong', 'nguoi-la'].map((login) => ({ login, name: `MẪU ${login}`, post: `MẪU ${login}` }));
const LIMITS = { idleMinutes: 120, longestMinutes: 720 };

interface Session { readonly signedIn: boolean; readonly demo: boolean; readonly person?: string; readonly csrf?: string; readonly idleUntil?: string; readonly until?: string; readonly signedInAt?: string }

/** A real PostgreSQL, the real demo sign-in and an API before browsers; the clock that sessions live by is the test's. */
export class SessionHall {
  readonly house: StoreHouse;
  readonly provider: RunningProvider;
  readonly api: Api;
  readonly url: string;
  readonly #folder: DataFolder;
  readonly #clock: { ahead: number };

  private constructor(house: StoreHouse, provider: RunningProvider, api: Api, url: string, folder: DataFolder, clock: { ahead: number }) {
    this.house = house;
    this.provider = provider;
    this.api = api;
    this.url = url;
    this.#folder = folder;
    this.#clock = clock;
  }

  static async open(browsers: Partial<BrowserConfig> = {}): Promise<SessionHall> {
    const [house, folder] = [await StoreHouse.open(), await dataFolder()];
    const provider = await startProvider({ dataDir: folder.dataDir, people: PEOPLE });
    const clock = { ahead: 0 };
    const config = {
      dbUrl: house.postgres.appUrl, oidc: { issuer: provider.issuer, audience: provider.audience }, host: HOST, port: 0, files: folder.dataDir, logLevel: 'silent',
      browsers: { clientId: 'totrinh-web', insecureCookie: true, ...LIMITS, ...browsers },
    };
    const api = await createApi(config, createLogger('api', process.env['TOTRINH_LOG'] ?? 'silent'), () => new Date(Date.now() + clock.ahead));
    return new SessionHall(house, provider, api, await api.listen(), folder, clock);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.provider.stop();
    await this.#folder.clear();
    await this.house.close();
  }

  /** Lets real time pass for the sessions, in minutes. */
  pass(minutes: number): void {
    this.#clock.ahead += minutes * 60_000;
  }

  /** Opens the way in and stands before the provider's page. */
  before(browser: Browser, query = ''): Promise<Shown> {
    return browser.open(`${this.url}/sign-in${query}`);
  }

  /** Signs in by one click, and stops at the address that the browser is led to in the end. */
  async signIn(browser: Browser, login: string, query = ''): Promise<Shown> {
    return browser.send(await this.before(browser, query), { login }, (url) => url.startsWith(this.url) && !url.includes('/sign-in/callback'));
  }

  /** Signs in up to the provider's answer, which is not delivered. */
  async answerFor(browser: Browser, login: string, query = ''): Promise<string> {
    return (await browser.send(await this.before(browser, query), { login }, (url) => url.includes('/sign-in/callback'))).url;
  }

  async session(browser: Browser): Promise<Session> {
    return (await (await browser.request(`${this.url}/api/v1/session`)).json()) as Session;
  }

  /** A request of a page of the application: with what its session told it, unless headers say otherwise. */
  async ask(browser: Browser, method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; code: string | undefined; body: Record<string, unknown> }> {
    const body = method === 'GET' ? {} : { body: '{}' };
    const response = await browser.request(`${this.url}/api/v1${path}`, { method, ...body, headers: { ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers } });
    const answer = (await response.json()) as Record<string, unknown> & { code?: string };
    return { status: response.status, code: answer.code, body: answer };
  }

  /** The same with the session's own CSRF token. */
  async act(browser: Browser, path: string, headers: Readonly<Record<string, string>> = {}): ReturnType<SessionHall['ask']> {
    return this.ask(browser, 'POST', path, { 'x-totrinh-csrf': (await this.session(browser)).csrf ?? '', ...headers });
  }
}
