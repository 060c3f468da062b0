import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const PAPER = '<h1>Tờ trình MẪU</h1><p>Kính trình Ban Thường vụ xem xét.</p><p style="page-break-before: always">Trang thứ hai của tờ trình.</p>';

let browser: TestBrowser;
let office: ApiOffice;
let dossier: string;

beforeAll(async () => {
  browser = await TestBrowser.open();
  office = await ApiOffice.open('doc-ho-so', 2);
  dossier = await laid();
});
afterAll(async () => browser.close());

/** A dossier with a text in two drafts, a PDF and a picture, that its head has returned: it is drafted a second time. */
async function laid(): Promise<string> {
  const { page } = await browser.nobody();
  await page.setContent(PAPER);
  const drafter = await office.as(PEOPLE.drafter);
  const { dossier: id, etag } = await office.draft();
  const files = [['du-thao', 'du-thao-lan-2.txt', 'Dự thảo MẪU lần hai'], ['to-trinh', 'to-trinh.pdf', await page.pdf({ format: 'A4' })], ['ghi-chep', 'ghi-chep.png', await page.screenshot()]] as const;
  let tag = etag;
  for (const [role, name, bytes] of files) tag = (await must(drafter.attach(id, { role, name, bytes, ifMatch: tag }))).etag;
  await must(drafter.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id }, header: { 'If-Match': tag, Prefer: 'wait=10' } } }));
  const task = await office.task(id, 'duyet', PEOPLE.head);
  await must((await office.as(task.person)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag, Prefer: 'wait=10' } }, body: { outcome: 'returned', reason: 'Đề nghị bổ sung phụ lục MẪU' } }));
  return id;
}

const pathOf = (id: string): string => `/dossiers/${id}`;
const section = ({ page }: Visitor, name: string): ReturnType<Visitor['page']['getByRole']> => page.getByRole('region', { name, exact: true });

describe('đọc hồ sơ · reading a dossier', () => {
  test('the head of the page tells in whose hands it lies, and “Căn cứ” how the term was reckoned', async () => {
    const drafter = await browser.person(PEOPLE.drafter, pathOf(dossier));
    const where = drafter.page.getByRole('list', { name: 'Hồ sơ đang ở đâu' });
    await where.getByText(/từ ngày \d+\/\d+\/\d{4}/).waitFor();
    const why = where.getByRole('button', { name: /^Căn cứ tính hạn/ });
    await why.click();
    await where.getByRole('note').getByText(/ngày làm việc kể từ|ngày kể từ/).waitFor();
    expect(await drafter.barriers()).toEqual([]);
    await drafter.page.keyboard.press('Escape');
    expect(await where.getByRole('note').count()).toBe(0);
    await why.and(drafter.page.locator(':focus')).waitFor();
  });

  test('a PDF opens page by page under the policy that admits scripts of this site only, a picture and a text open too, and the focus goes back', async () => {
    const drafter = await browser.person(PEOPLE.drafter, pathOf(dossier));
    const { page } = drafter;
    const open = page.getByRole('button', { name: 'Xem Tờ trình, lần 1' });
    await open.click();
    const first = page.getByRole('group', { name: 'Trang 1 / 2' });
    await first.getByText('Kính trình Ban Thường vụ xem xét.').waitFor();
    const dark = await page.evaluate("(() => { const c = document.querySelector('canvas'); return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v, i) => i % 4 === 0 && v < 100); })()");
    expect(dark).toBe(true);
    expect(await drafter.barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Xem Tờ trình, lần 1');
    await page.getByRole('button', { name: 'Xem Ghi chép ý kiến, lần 1' }).click();
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('img[alt="ghi-chep.png"]')?.naturalWidth ?? 0) > 0);
    await page.keyboard.press('Escape');
    await page.getByText('Các lần trước (1)').click();
    await page.getByRole('button', { name: 'Xem Dự thảo văn bản, lần 2' }).click();
    await page.getByText('Dự thảo MẪU lần hai').waitFor();
  });

  test('each part loads as it comes near: the route as a picture and in words, who held it, the record whole to its mark', async () => {
    const drafter = await browser.person(PEOPLE.drafter, pathOf(dossier), { scheme: 'dark' });
    const { page } = drafter;
    await page.getByRole('link', { name: 'Quy trình', exact: true }).last().click();
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('#route img')?.naturalWidth ?? 0) > 0);
    await page.getByText('Quy trình bằng chữ').click();
    await page.getByText('Ước tính, không phải cam kết.').waitFor();
    await section(drafter, 'Diễn biến').getByText('Vòng 1').click();
    await section(drafter, 'Diễn biến').getByText('Đề nghị bổ sung phụ lục MẪU').waitFor();
    await page.getByRole('link', { name: 'Theo dõi trách nhiệm xử lý' }).click();
    await section(drafter, 'Theo dõi trách nhiệm xử lý').getByText('đến nay').first().waitFor();
    await page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await section(drafter, 'Nhật ký').getByText(/Nhật ký xác thực: nguyên vẹn, \d+ mục/).waitFor();
    expect(await page.evaluate('document.scrollingElement.scrollTop')).toBe(0);
    expect(await drafter.barriers()).toEqual([]);
  });

  test('on a phone the parts fold, nothing scrolls sideways, and what somebody else says comes by itself', async () => {
    const drafter = await browser.person(PEOPLE.drafter, pathOf(dossier), { size: 'phone' });
    const { page } = drafter;
    expect(await page.getByRole('link', { name: 'Nhật ký', exact: true }).isVisible()).toBe(false);
    await must((await office.as(PEOPLE.head)).POST('/api/v1/dossiers/{id}/comments', { params: { path: { id: dossier } }, body: { text: 'Đề nghị rà lại phụ lục MẪU' } }));
    await section(drafter, 'Trao đổi 1').getByText('Đề nghị rà lại phụ lục MẪU').waitFor();
    expect(await page.evaluate("document.getElementById('scroll').scrollWidth <= document.getElementById('scroll').clientWidth")).toBe(true);
    expect(await drafter.barriers()).toEqual([]);
  });

  test('whoever may not see it is told that there is none, as for an address that was guessed', async () => {
    const stranger = await browser.person('hu-m-drafter');
    stranger.allow(/404/);
    for (const id of [dossier, '01a20a5c-0000-7000-8000-000000000000']) {
      await stranger.go(pathOf(id));
      await stranger.page.locator('[data-state=not-found]').waitFor();
    }
    expect(await stranger.barriers()).toEqual([]);
  });
});
