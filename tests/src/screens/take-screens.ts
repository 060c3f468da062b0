import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { openHouse, type House } from '@totrinh/cli';
import { runDemo } from '../../../apps/cli/src/demo/run-demo.ts';
import { TestBrowser, type Look, type Visitor } from '../browser/browser.ts';
import { findPlaces } from './places.ts';
import { LOOKS, pictureOf, SCREENS, STATES, type Places, type ShownScreen } from './screens.ts';

// Makes the pictures of docs/screens: a house of its own, first without any work (the empty states), then with the sample programme. The states that only a
// server in trouble shows are made by answering in its stead. What the console says and what axe finds is printed; exit 1 when there is any of it.

const OUT = fileURLToPath(new URL('../../../docs/screens/', import.meta.url));
const only = process.argv[2]?.split(',');
const shown = SCREENS.filter(({ name }) => only?.includes(name) !== false);
const ASKED_BY_FRAME = /\/api\/v1\/(session|me|live|notices\/counts|desk\/counts)(\?|$)/;
const found: string[] = [];

async function picture(visitor: Visitor, file: string): Promise<void> {
  await visitor.page.evaluate('document.fonts.ready');
  await visitor.page.screenshot({ path: join(OUT, file), animations: 'disabled', caret: 'hide' });
  found.push(...(await visitor.barriers()).map((line) => `${file}: ${line}`));
  process.stdout.write(`  ${file}\n`);
}

/** Somebody who has seen the first-run card already. */
async function comes(browser: TestBrowser, { login }: ShownScreen, look: Look = {}): Promise<Visitor> {
  const visitor = await browser.person(login, '/notices', look);
  await visitor.page.evaluate("localStorage.setItem('totrinh.first-run', 'closed')");
  return visitor;
}

async function answered(page: Page, state: (typeof STATES)[number]): Promise<void> {
  await page.route(/\/api\/v1\//, async (route: Route) => {
    if (ASKED_BY_FRAME.test(route.request().url()) || route.request().method() !== 'GET') return route.fallback();
    if (state === 'loading') return undefined;
    const [status, code] = state === 'failed' ? [500, 'INTERNAL'] : state === 'forbidden' ? [403, 'NOT_ALLOWED'] : [404, 'DOSSIER_NOT_FOUND'];
    const [vi, en] = state === 'failed' ? ['Có lỗi trong hệ thống. Thử lại sau ít phút.', 'Something went wrong. Try again in a few minutes.'] : state === 'forbidden' ? ['Việc này không thuộc quyền của bạn.', 'This is not yours to see.'] : ['Không tìm thấy. Kiểm tra lại đường dẫn.', 'There is no such thing. Check the address.'];
    return route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: `urn:totrinh:error:${code}`, title: vi, status, detail: vi, detailEn: en, code, correlationId: '00000000-0000-4000-8000-000000000000' }) });
  });
}

async function states(browser: TestBrowser, screen: ShownScreen, places: Places): Promise<void> {
  const visitor = await comes(browser, screen);
  visitor.allow(/the server responded with a status of (500|403|404)/);
  await visitor.page.setViewportSize({ width: 900, height: 560 });
  for (const state of STATES) {
    await answered(visitor.page, state);
    await visitor.page.goto(browser.base + screen.at(places));
    await visitor.page.locator(`#main [data-state=${state}]`).first().waitFor({ timeout: 20_000 }).catch(() => found.push(`${screen.name}: does not show its state ${state}`));
    await visitor.page.locator('#nav').waitFor({ state: 'attached' });
    await picture(visitor, pictureOf(screen.name, state));
    await visitor.page.unroute(/\/api\/v1\//);
  }
  await visitor.context.close();
}

async function full(browser: TestBrowser, screen: ShownScreen, places: Places): Promise<void> {
  for (const look of LOOKS) {
    const visitor = await comes(browser, screen, look);
    await visitor.go(screen.at(places));
    await visitor.page.waitForLoadState('networkidle', { timeout: 3_000 }).catch((fault: unknown) => { if (!(fault instanceof Error && fault.name === 'TimeoutError')) throw fault; });
    const count = (what: string): Promise<number> => visitor.page.locator(`#main :is(${what})`).count();
    if ((await count('[data-state=empty]')) > 0 && (await count('article, li, tbody tr')) === 0) found.push(`${screen.name}: has nothing to show`);
    await picture(visitor, pictureOf(screen.name, `${look.size}-${look.scheme}`));
    await visitor.context.close();
  }
}

async function empty(browser: TestBrowser, screen: ShownScreen): Promise<void> {
  const visitor = await comes(browser, screen);
  await visitor.page.setViewportSize({ width: 900, height: 560 });
  await visitor.go(screen.path);
  await picture(visitor, pictureOf(screen.name, 'empty'));
  await visitor.context.close();
}

const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-screens-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const house: House = await openHouse({ dataDir, port: 0, onLine: say });
try {
  mkdirSync(OUT, { recursive: true });
  const browser = await TestBrowser.open(house.apiUrl);
  for (const screen of shown.filter(({ empties }) => empties)) await empty(browser, screen);
  await runDemo({ house, run: 'screens', finish: false, say });
  const places = await findPlaces(house);
  for (const screen of shown) {
    await full(browser, screen, places);
    await states(browser, screen, places);
  }
  found.push(...browser.faults());
  await browser.close().catch((fault: unknown) => say(fault instanceof Error ? fault.message : String(fault)));
} finally {
  await house.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
say(found.length === 0 ? `✓ ${shown.length} màn hình, không có lỗi / screens, no fault` : `${found.map((line) => `✗ ${line}`).join('\n')}\n${found.length} lỗi / faults`);
process.exit(found.length === 0 ? 0 : 1);
