import { TestBrowser, type Visitor } from './browser.ts';
import { answerWithRows, madeUpRow } from './many-rows.ts';

const ROWS = 10_000;
const MOST_NODES = 60;
const MINUTE = 60_000;

let browser: TestBrowser;
beforeAll(async () => { browser = await TestBrowser.open(); });
afterAll(async () => browser.close());

const countRows = (v: Visitor): Promise<number> => v.page.locator('[data-row]').count();

/** Opens the desk on made-up rows; what the server really lists is another test's. */
async function deskOf(rows: { list: readonly ReturnType<typeof madeUpRow>[] }, look: Parameters<TestBrowser['person']>[2] = {}): Promise<Visitor> {
  const visitor = await browser.person('vptu-head', '/tasks', look);
  await answerWithRows(visitor.page, rows);
  await visitor.go('/tasks');
  await visitor.page.locator('[data-row]').first().waitFor();
  return visitor;
}

/** Scrolls on for some seconds as a wheel does and answers the time between frames, in milliseconds. */
const scrollOn = (v: Visitor): Promise<{ frames: number[]; most: number }> => v.page.evaluate(async (most) => {
  const scroller = document.getElementById('scroll')!;
  const frames: number[] = [];
  let nodes = 0;
  let last = performance.now();
  for (let i = 0; i < most; i++) {
    scroller.scrollTop += 140;
    await new Promise<void>((seen) => { requestAnimationFrame(() => seen()); });
    const now = performance.now();
    frames.push(now - last);
    last = now;
    nodes = Math.max(nodes, document.querySelectorAll('[data-row]').length);
  }
  return { frames, most: nodes };
}, 240);

describe('mười nghìn dòng · ten thousand rows', () => {
  test('reading to the end keeps few rows in the page, and none is lost', async () => {
    const desk = await deskOf({ list: Array.from({ length: ROWS }, (_, n) => madeUpRow(n)) });
    const { frames, most } = await scrollOn(desk);
    frames.sort((a, b) => a - b);
    const at = (share: number): string => frames[Math.floor(frames.length * share)]!.toFixed(1);
    process.stdout.write(`10,000 rows, scrolling through loaded and loading pages: frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.999)} ms; most rows in the page ${most}\n`);
    expect(most).toBeLessThanOrEqual(MOST_NODES);
    await desk.page.waitForFunction(() => {
      document.getElementById('scroll')!.scrollTo({ top: 1e9 });
      return document.body.textContent!.includes('MAU-09999');
    }, undefined, { polling: 100, timeout: MINUTE });
    expect(await desk.page.getByText('10.000 dòng', { exact: true }).count()).toBe(1);
    const again = await scrollBack(desk);
    process.stdout.write(`10,000 rows, all read: frame p95 ${again.p95} ms\n`);
    expect(await countRows(desk)).toBeLessThanOrEqual(MOST_NODES);
    expect(again.most).toBeLessThanOrEqual(MOST_NODES);
  }, 3 * MINUTE);

  test('j and k go through the rows and keep the current one in sight and in focus', async () => {
    const { page } = await deskOf({ list: Array.from({ length: 300 }, (_, n) => madeUpRow(n)) });
    for (let i = 0; i < 25; i++) await page.keyboard.press('j');
    await page.keyboard.press('k');
    const current = page.locator('[data-row]:has(a[aria-current])');
    await current.getByText('MAU-00023').waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent)).toContain('MAU-00023');
    const box = (await current.boundingBox())!;
    expect(box.y >= 0 && box.y + box.height <= 900).toBe(true);
  }, 2 * MINUTE);

  test('when others settle rows, what is looked at stays where it is, the current row stays current, and it is told', async () => {
    const rows = { list: Array.from({ length: 300 }, (_, n) => madeUpRow(n)) };
    const { page } = await deskOf(rows);
    for (let i = 0; i < 30; i++) await page.keyboard.press('j');
    const current = page.locator('[data-row]:has(a[aria-current])');
    await current.getByText('MAU-00029').waitFor();
    await page.waitForFunction(() => document.getElementById('scroll')!.scrollTop > 500);
    const before = (await current.boundingBox())!.y;
    rows.list = rows.list.filter((_, n) => n !== 1 && n !== 2 && n !== 5);
    // What another tab of this browser hears from the server.
    await page.evaluate(() => new BroadcastChannel('totrinh-live').postMessage(['desk']));
    await page.getByText('3 việc đã có thay đổi').waitFor({ timeout: 20_000 });
    await current.getByText('MAU-00029').waitFor();
    expect(Math.abs((await current.boundingBox())!.y - before)).toBeLessThanOrEqual(80);
  }, 2 * MINUTE);

  test('a range chosen with Shift names only rows that admit it, and nothing on the screen is a barrier', async () => {
    const desk = await deskOf({ list: Array.from({ length: 30 }, (_, n) => madeUpRow(n)) });
    const boxes = desk.page.locator('[data-row] input[type=checkbox]');
    await boxes.nth(0).click();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    await desk.page.getByText('Đã chọn 4 việc').waitFor();
    expect(await desk.barriers()).toEqual([]);
    await desk.page.getByRole('button', { name: 'Chuyển lại… (4)' }).click();
    await desk.page.getByRole('dialog').getByText('MAU-00009').waitFor();
    expect(await desk.page.getByRole('button', { name: 'Chuyển lại 4 việc' }).isDisabled()).toBe(true);
    expect(await desk.barriers()).toEqual([]);
  }, 2 * MINUTE);
});

/** From the end some way back, once everything was read. */
const scrollBack = (v: Visitor): Promise<{ p95: string; most: number }> => v.page.evaluate(async () => {
  const scroller = document.getElementById('scroll')!;
  const frames: number[] = [];
  let nodes = 0;
  let last = performance.now();
  for (let i = 0; i < 180; i++) {
    scroller.scrollTop -= 300;
    await new Promise<void>((seen) => { requestAnimationFrame(() => seen()); });
    frames.push(performance.now() - last);
    last = performance.now();
    nodes = Math.max(nodes, document.querySelectorAll('[data-row]').length);
  }
  frames.sort((a, b) => a - b);
  return { p95: frames[Math.floor(frames.length * 0.95)]!.toFixed(1), most: nodes };
});
