import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { theHouse } from '../house/house-address.ts';
import { findChromium } from './find-chromium.ts';

// Debian's Chromium as root, without the traffic that it begins by itself.
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Look {
  readonly size?: keyof typeof SIZES;
  readonly scheme?: 'light' | 'dark';
}

/** A person at a browser of their own. What the page says on its console is kept; what a test expects there (a refusal of the server) it allows beforehand. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly login: string;
  readonly #base: string;
  readonly #said: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(login: string, context: BrowserContext, page: Page, base: string) {
    this.login = login;
    this.context = context;
    this.page = page;
    this.#base = base;
    this.watch(page);
  }

  /** Keeps what another tab of this person says, too. */
  watch(page: Page): void {
    page.on('console', (m) => (m.type() === 'error' || m.type() === 'warning' ? this.#said.push(`${m.type()}: ${m.text()} (${m.location().url})`) : undefined));
    page.on('pageerror', (fault) => this.#said.push(`pageerror: ${fault.message}`));
  }

  /** From here on the console may say what matches: a status that a test provokes (`/409/`), a server that it stops. */
  allow(...expected: readonly RegExp[]): void {
    this.#allowed.push(...expected);
  }

  /** Enters an address of the application and waits for its heading or its state. */
  async go(path: string): Promise<void> {
    await this.page.goto(this.#base + path);
    await this.settled();
  }

  /** Waits until the screen shows something: its heading and no loading. */
  async settled(): Promise<void> {
    await this.page.locator('#main h1, #main [data-state]:not([data-state=loading])').first().waitFor({ timeout: 20_000 });
    await this.page.locator('#main [data-state=loading]').first().waitFor({ state: 'detached', timeout: 20_000 });
  }

  /** What the console said and nobody expected. */
  faults(): string[] {
    return this.#said.filter((line) => !this.#allowed.some((expected) => expected.test(line)));
  }

  /** What axe finds serious or critical on what is shown now, one line each: rule, what to do, where. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(WCAG).analyze();
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, help, nodes }) => nodes.map((n) => `${id}: ${help}: ${n.target.join(' ')} ${n.failureSummary?.split('\n').slice(1).join(' ') ?? ''}`));
  }
}

/**
 * A real Chromium for a suite: `const browser = await TestBrowser.open()`, people by `person(login)`, and `close()` in afterAll, which fails when a page said an
 * error or a warning that the test had not allowed.
 */
export class TestBrowser {
  readonly base: string;
  readonly #browser: Browser;
  readonly #visitors: Visitor[] = [];

  private constructor(browser: Browser, base: string) {
    this.#browser = browser;
    this.base = base;
  }

  /** `base`: another address than that of the run's own house. */
  static async open(base: string = theHouse().apiUrl): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch({ executablePath: await findChromium(), args: ARGS }), base);
  }

  /** Somebody who is not signed in. */
  async nobody({ size = 'desk', scheme = 'light' }: Look = {}): Promise<Visitor> {
    const context = await this.#browser.newContext({ viewport: SIZES[size], colorScheme: scheme, hasTouch: size === 'phone', isMobile: size === 'phone', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
    const visitor = new Visitor('', context, await context.newPage(), this.base);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** A demo person, signed in by a click on the sign-in page, on the screen of `to`. */
  async person(login: string, to = '/tasks', look: Look = {}): Promise<Visitor> {
    const visitor = await this.nobody(look);
    await visitor.page.goto(`${this.base}/sign-in?to=${encodeURIComponent(to)}&as=${encodeURIComponent(login)}`);
    // Who is asked for stands first; further down they stand once more, in a group that may be folded.
    await visitor.page.locator(`button[value="${login}"]`).first().click();
    await visitor.page.waitForURL((url) => url.origin === this.base && !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });
    await visitor.settled();
    return visitor;
  }

  /** What anybody's console said and no test expected. */
  faults(): string[] {
    return this.#visitors.flatMap((v) => v.faults().map((line) => `${v.login} ${line}`));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const faults = this.faults();
    if (faults.length > 0) throw new Error(`the console said:\n${faults.join('\n')}`);
  }
}
