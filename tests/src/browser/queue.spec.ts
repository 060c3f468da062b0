import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const MINUTE = 60_000;

let browser: TestBrowser;
let office: ApiOffice;
let dossiers: string[];
let head: Visitor;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('viec-cua-toi', 3)]);
  dossiers = [];
  for (let i = 0; i < 3; i++) dossiers.push(await office.standingAt('duyet'));
  head = await browser.person(PEOPLE.head);
  head.page.setDefaultTimeout(20_000);
}, 180_000);
afterAll(async () => browser.close());

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
const rows = (v: Visitor): ReturnType<Visitor['page']['locator']> => v.page.locator('[data-row]');
const found = async (v: Visitor, n: number): Promise<void> => { await v.page.getByText(`${n} dòng`, { exact: true }).waitFor(); };

describe('việc của tôi · the desk of a head', () => {
  test('what is searched for without accents stands in the address and comes back by reload; nothing on the screen is a barrier', async () => {
    const { page } = head;
    await page.getByRole('searchbox').fill(`de an mau ${office.name}`);
    await page.waitForURL((url) => url.searchParams.get('search') === `de an mau ${office.name}`);
    await found(head, 3);
    await page.getByLabel('Thứ tự').selectOption('code');
    await page.reload();
    await head.settled();
    await found(head, 3);
    expect(await page.getByLabel('Thứ tự').inputValue()).toBe('code');
    expect(await rows(head).first().textContent()).toMatch(/HS-\d+.*Ban Tổ chức.*còn \d+ ngày làm việc.*hạn \d+\/\d+\/\d{4}/s);
    expect(await head.barriers()).toEqual([]);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
  }, 2 * MINUTE);

  test('a view is kept under a name, picked again, renamed and removed', async () => {
    const { page } = head;
    await head.go(`/tasks?search=${office.name}`);
    await page.getByRole('button', { name: 'Lưu chế độ xem này' }).click();
    await page.getByLabel('Tên chế độ xem').fill(`Chờ duyệt ${office.name}`);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const view = page.getByRole('link', { name: `Chờ duyệt ${office.name}` });
    await view.waitFor();
    await head.go('/tasks');
    await view.click();
    await found(head, 3);
    expect(await view.getAttribute('aria-current')).toBe('true');
    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Đổi tên Chờ duyệt ${office.name}` }) });
    await line.getByRole('textbox').fill(`Đã đổi ${office.name}`);
    await line.getByRole('button', { name: 'Đổi tên' }).click();
    const renamed = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Xóa Đã đổi ${office.name}` }) });
    await renamed.getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('button', { name: `Xóa thật Đã đổi ${office.name}` }).click();
    await page.getByRole('button', { name: `Xóa thật Đã đổi ${office.name}` }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Đóng', exact: true }).last().click();
  }, 2 * MINUTE);

  test('two reviews at once answer line by line and leave; the third stays, and what I did myself is not told as a change', async () => {
    const { page } = head;
    await head.go(`/tasks?search=${office.name}&sort=code`);
    await found(head, 3);
    await rows(head).getByRole('checkbox').nth(0).check();
    await rows(head).getByRole('checkbox').nth(1).check();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Đồng ý 2 việc' }).click();
    await dialog.getByText('2 việc đã xử lý, 0 việc không thực hiện được.').waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await found(head, 1);
    expect(await rows(head).getByRole('link').textContent()).toContain(titleOf(2));
    expect(await page.getByText('việc đã có thay đổi').count()).toBe(0);
    const left = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossiers[0]! } } }));
    expect(left.decisions.map((d) => d.outcome)).toContain('approved');
  }, 2 * MINUTE);

  test('Enter opens the current row, and Back leads to the same list', async () => {
    const { page } = head;
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: titleOf(2) }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/tasks\/[0-9a-f-]{36}$/);
    await page.goBack();
    await found(head, 1);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('code');
  }, 2 * MINUTE);

  test('another office finds none of it, in its lists, its search or its dossiers, and each says so', async () => {
    const stranger = await browser.person(PEOPLE.stranger, `/tasks?search=${office.name}`, { size: 'phone', scheme: 'dark' });
    await stranger.page.getByText('Không có dòng nào khớp').waitFor();
    expect(await stranger.barriers()).toEqual([]);
    await stranger.go(`/dossiers?search=${office.name}`);
    await stranger.page.getByText('Không có hồ sơ nào khớp').waitFor();
    expect(await stranger.barriers()).toEqual([]);
    await stranger.go('/tasks?list=troubled');
    await stranger.page.getByText('Không có vướng mắc nào').waitFor();
  }, 2 * MINUTE);

  test('a list that the server refuses says what to do', async () => {
    const drafter = await browser.person(PEOPLE.drafter, '/notices');
    drafter.allow(/500/);
    await drafter.page.route(/\/api\/v1\/desk\/todo/, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', json: { type: 'urn:totrinh:error:INTERNAL', title: 'x', status: 500, detail: 'Máy chủ gặp lỗi.', detailEn: 'x', code: 'INTERNAL', correlationId: 'kiem-thu' } }));
    await drafter.go('/tasks');
    await drafter.page.getByRole('button', { name: 'Thử lại' }).waitFor({ timeout: 30_000 });
    expect(await drafter.barriers()).toEqual([]);
  }, 2 * MINUTE);

  test('dossiers are found by the words of their title, and each leads to its page', async () => {
    await head.go(`/dossiers?search=${office.name}`);
    await head.page.getByText('3 hồ sơ', { exact: true }).waitFor();
    expect(await head.barriers()).toEqual([]);
    await head.page.getByRole('link', { name: titleOf(1) }).click();
    await head.page.getByRole('heading', { level: 1, name: titleOf(1) }).waitFor();
  }, 2 * MINUTE);
});
