import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const MINUTE = 60_000;
const PROGRAM = Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0xff, 0xfe, 0x00]);

let browser: TestBrowser;
let office: ApiOffice;
beforeAll(async () => {
  browser = await TestBrowser.open();
  office = await ApiOffice.open('lap-ho-so', 3);
}, MINUTE);
afterAll(async () => browser.close());

/** A person whose waits end before the test does, so that the test tells what was waited for. */
async function person(login: string, to: string): Promise<Visitor> {
  const visitor = await browser.person(login, to);
  visitor.page.setDefaultTimeout(15_000);
  return visitor;
}

/** What the browser sends from here on, but for the live line. */
function sent({ page }: Visitor): string[] {
  const requests: string[] = [];
  page.on('request', (r) => (r.url().includes('/api/') && !r.url().endsWith('/live') ? requests.push(`${r.method()} ${new URL(r.url()).pathname}`) : undefined));
  return requests;
}

const file = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'application/octet-stream', buffer });

describe('lập hồ sơ trình · preparing a dossier', () => {
  test('Mật is refused in words before anything is chosen or sent, and what was typed leaves the machine', async () => {
    const drafter = await person(PEOPLE.drafter, '/compose');
    const { page } = drafter;
    await page.getByRole('radio', { name: 'Thường' }).check();
    await page.getByRole('radio', { name: 'Nội dung của chương trình' }).check();
    await page.getByLabel('Tìm theo mã').fill('điều không ai được biết');
    await page.getByText('Không có nội dung nào khớp').waitFor();
    const requests = sent(drafter);
    for (const level of ['Mật', 'Tối mật', 'Tuyệt mật']) {
      await page.getByRole('radio', { name: level, exact: true }).check();
      await page.getByText(`Không nhận văn bản ${level}`).waitFor();
      expect([await page.locator('input[type=file], textarea, input[type=search]').count(), (await page.getByRole('heading', { level: 2 }).allTextContents()).filter((heading) => heading !== 'Đang soạn dở')]).toEqual([0, ['1Độ mật']]);
    }
    expect(requests).toEqual([]);
    expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('.draft.')).map(([, text]) => text))).toEqual([expect.stringMatching(/"secrecy":"tuyet-mat".*"item":""/)]);
    expect(await drafter.barriers()).toEqual([]);
  }, MINUTE);

  test('from an item to submitted: the route with its estimated day, a reload in mid-form, drafts by number, a wrong type refused by its content, what is missing, and where it lies then', async () => {
    const drafter = await person(PEOPLE.drafter, '/compose');
    drafter.allow(/415/);
    const { page } = drafter;
    await page.getByRole('radio', { name: 'Thường' }).check();
    await page.getByRole('radio', { name: 'Nội dung của chương trình' }).check();
    await page.getByLabel('Tìm theo mã').fill(office.items[2]!.toUpperCase());
    await page.getByRole('radio', { name: new RegExp(`^${office.items[2]!} `) }).check();
    const card = page.getByRole('listitem').filter({ has: page.locator(`input[value="${office.name}"]`) });
    await card.getByText(/Dự kiến ban hành \d+\/\d+\/\d{4}, ước tính/).waitFor();
    await card.getByRole('radio').check();
    await card.getByText('6 bước').waitFor();
    await page.getByLabel('Tên hồ sơ').fill('Đề án MẪU: lập trên trình duyệt');
    await page.reload();
    await drafter.settled();
    await page.getByLabel('Tên hồ sơ').waitFor();
    expect(await page.getByLabel('Tên hồ sơ').inputValue()).toBe('Đề án MẪU: lập trên trình duyệt');
    expect(await drafter.barriers()).toEqual([]);

    await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Còn thiếu 1 mục' }).waitFor();
    expect(await page.getByRole('button', { name: 'Trình', exact: true }).isDisabled()).toBe(true);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await page.getByRole('button', { name: 'Đính kèm' }).click();
    await page.getByRole('radio', { name: 'Mật', exact: true }).check();
    await page.getByText('Không nhận văn bản Mật').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await page.getByRole('radio', { name: 'Thường' }).check();
    await page.locator('input[type=file]').setInputFiles([file('lan-1.txt', Buffer.from('Dự thảo MẪU lần một')), file('gia-pdf.pdf', PROGRAM), file('phan-mem.exe', PROGRAM), file('lan-2.txt', Buffer.from('Dự thảo MẪU lần hai'))]);
    const lines = page.getByRole('list', { name: 'Các tệp đang gửi' }).getByRole('listitem');
    await lines.filter({ hasText: 'lan-2.txt' }).getByText('Đã nhận: Dự thảo lần 2').waitFor();
    expect(await lines.getByRole('alert').allTextContents()).toEqual([expect.stringMatching(/^Loại tệp này \(.+\) không được nhận\. Gửi tệp PDF/), 'Loại tệp của “phan-mem.exe” không được nhận; chưa gửi đi.']);
    await page.getByRole('heading', { name: 'Đã đủ để trình' }).waitFor();

    await page.getByLabel('Tên hồ sơ').fill('Đề án MẪU: tên sửa lần cuối');
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    await page.getByRole('button', { name: 'Trình', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Trình hồ sơ này?' });
    await dialog.getByText('Dự thảo lần 2').waitFor();
    await dialog.getByText('Trưởng Ban, Ban Tổ chức Thành ủy').waitFor();
    expect([await dialog.getByText('Đề án MẪU: tên sửa lần cuối').count(), await dialog.getByText(/^[0-9a-f]{64}$/).count()]).toEqual([1, 1]);
    expect(await drafter.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Trình', exact: true }).click();
    await page.locator('.state-title').getByText(/^Đã trình hồ sơ HS-\d+$/).waitFor();
    await page.getByText(/^Đang ở: duyet/).waitFor();
  }, 3 * MINUTE);

  test('a draft that was returned says why on top; what is typed while the server is away waits in the browser, through a reload too, and is saved when it is back', async () => {
    const { dossier, etag } = await office.draft();
    const author = await office.as(PEOPLE.drafter);
    await must(author.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id: dossier }, header: { 'If-Match': etag, Prefer: 'wait=10' } } }));
    const task = await office.task(dossier, 'duyet', PEOPLE.head);
    await must((await office.as(task.person)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag, Prefer: 'wait=10' } }, body: { outcome: 'returned', reason: 'Bổ sung đánh giá tác động (MẪU)' } }));
    const drafter = await person(PEOPLE.drafter, `/compose/${dossier}`);
    drafter.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
    const { page } = drafter;
    await page.getByText('Bổ sung đánh giá tác động (MẪU)').waitFor();
    expect(await drafter.barriers()).toEqual([]);
    await page.route('**/api/v1/dossiers/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.fallback()));
    await page.getByLabel('Tên hồ sơ').fill('Đề án MẪU: gõ khi mất máy chủ');
    await page.getByText('Chưa lưu được lên máy chủ').waitFor();
    await page.reload();
    await drafter.settled();
    expect(await page.getByLabel('Tên hồ sơ').inputValue()).toBe('Đề án MẪU: gõ khi mất máy chủ');
    await page.unroute('**/api/v1/dossiers/*');
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
    expect((await must(author.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }))).title).toBe('Đề án MẪU: gõ khi mất máy chủ');
  }, MINUTE);

  test('what another wrote meanwhile is never written over in silence', async () => {
    const { dossier } = await office.draft();
    const drafter = await person(PEOPLE.drafter, `/compose/${dossier}`);
    drafter.allow(/412/);
    const { page } = drafter;
    let others = 0;
    await page.route((url) => url.pathname.endsWith(dossier), async (route) => {
      if (route.request().method() !== 'PATCH' || others++ > 0) return route.fallback();
      const author = await office.as(PEOPLE.drafter);
      const { etag } = await must(author.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
      await must(author.PATCH('/api/v1/dossiers/{id}', { params: { path: { id: dossier }, header: { 'If-Match': etag } }, body: { title: 'Đề án MẪU: của người khác' } }));
      return route.fallback();
    });
    await page.getByLabel('Tên hồ sơ').fill('Đề án MẪU: của tôi');
    await page.getByText('Trên hệ thống: “Đề án MẪU: của người khác”').waitFor();
    expect(await page.getByLabel('Tên hồ sơ').inputValue()).toBe('Đề án MẪU: của tôi');
    await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
  }, MINUTE);

  test('an address of nobody’s dossier says that it is not found, and whoever may open none is told so', async () => {
    const drafter = await person(PEOPLE.drafter, '/compose');
    drafter.allow(/404/);
    await drafter.go('/compose/01a20a5c-0000-7000-8000-000000000000');
    expect(await drafter.page.locator('[data-state=not-found]').count()).toBe(1);
    const clerk = await person(PEOPLE.stranger, '/compose');
    expect(await clerk.page.locator('[data-state=forbidden]').count()).toBe(1);
    expect(await clerk.barriers()).toEqual([]);
  }, MINUTE);
});
