import { PatternOffice, WHO, draftTo, type PatternDossier } from '../patterns/pattern-office.ts';
import { TestBrowser } from './browser.ts';

const MINUTE = 60_000;
const TITLE = `Phiên họp MẪU ${Date.now()}`;
const ROUTE = `${draftTo('bieu-quyet')}  bieu-quyet: { kind: vote, mode: meeting, title: { vi: Biểu quyết, en: Vote }, roster: { body: authority }, rule: { base: members, approve: "> 1/2" }, record: { post: form-checker, of: issuing }, next: { approved: xong, rejected: khong, lapsed: khong } }
  xong: { kind: end, status: done }
  khong: { kind: end, status: rejected }
`;
let browser: TestBrowser;
let office: PatternOffice;
let d: PatternDossier;
let code: string;

beforeAll(async () => {
  browser = await TestBrowser.open();
  office = await PatternOffice.open('office-web');
  d = await office.dossier('soan-thao', ROUTE);
  await d.submit();
  await d.standsAt('bieu-quyet');
  ({ code } = await d.read());
}, 2 * MINUTE);
afterAll(async () => browser.close());

describe('văn phòng trên trình duyệt · the office in a browser', () => {
  test('a meeting is planned, the desk says đủ or thiếu and puts the dossier on its agenda; one enters the result, another confirms it', async () => {
    const checker = await browser.person(WHO.checker, '/meetings');
    const { page } = checker;
    await page.getByRole('button', { name: 'Lập hội nghị' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tập thể').selectOption('ban-thuong-vu');
    await dialog.getByLabel('Ngày họp').fill('13/7/2022');
    await dialog.getByLabel('Ngày họp').press('Enter');
    await dialog.getByLabel('Tên hội nghị').fill(TITLE);
    await dialog.getByRole('button', { name: 'Lập hội nghị' }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    const address = new URL(page.url()).pathname;

    await checker.go(`/office?search=${code}`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('tbody tr').innerText()).toMatch(/Đủ[\s\S]*Thiếu/);
    expect(await checker.barriers()).toEqual([]);
    await page.getByRole('button', { name: `Đưa ${code} vào hội nghị` }).click();
    await page.getByRole('radio', { name: TITLE }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Đưa vào hội nghị' }).click();
    await page.getByText(`${code} đã có trong chương trình`).first().waitFor();

    await checker.go(address);
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 10)) await box.check();
    await page.reload();
    await page.getByText('Có mặt 10/17 · chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('Đã lưu điểm danh').waitFor();
    await page.getByRole('button', { name: 'Nhập kết quả' }).click();
    await page.getByRole('dialog').getByLabel('Tán thành', { exact: true }).fill('10');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả' }).click();
    await page.getByText('chờ người thứ hai xác nhận').first().waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận kết quả' }).count()).toBe(0);
    expect(await checker.barriers()).toEqual([]);

    const head = await browser.person(WHO.officeHead, address);
    await head.page.getByRole('button', { name: 'Xác nhận kết quả' }).click();
    await head.page.getByRole('dialog').locator('dd', { hasText: '10' }).first().waitFor();
    expect(await head.barriers()).toEqual([]);
    await head.page.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await head.page.getByText('Đã có kết quả: thông qua').waitFor({ timeout: 20_000 });
  }, 3 * MINUTE);

  test('whoever keeps a register voids its next number with a reason, and the book shows it', async () => {
    const clerk = await browser.person(WHO.clerk, '/registers');
    const { page } = clerk;
    expect(await clerk.barriers()).toEqual([]);
    await page.locator('tr', { hasText: 'cấp số tự động · tôi giữ sổ' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Hủy số kế tiếp' }).click();
    await page.getByLabel('Lý do hủy').fill('Đánh máy nhầm (MẪU)');
    await page.getByRole('button', { name: 'Hủy số', exact: true }).click();
    await page.getByRole('button', { name: 'Xác nhận hủy số' }).click();
    await page.getByRole('cell', { name: 'đã hủy Đánh máy nhầm (MẪU)' }).first().waitFor();
    expect(await clerk.barriers()).toEqual([]);
  }, MINUTE);

  test('nothing found, a meeting that there is not and a desk that is not one’s own are each told', async () => {
    const checker = await browser.person(WHO.checker, '/office?search=khong-co-ho-so-nay');
    expect(await checker.page.locator('[data-state=empty]').count()).toBe(1);
    checker.allow(/404/);
    await checker.go('/meetings/01a20a5c-ac89-71ca-a84c-fd99d5c95cd4');
    expect(await checker.page.locator('[data-state=not-found]').count()).toBe(1);
    const drafter = await browser.person(WHO.drafter, '/tasks');
    drafter.allow(/403/);
    await drafter.go('/office');
    expect(await drafter.page.locator('[data-state=forbidden]').count()).toBe(1);
  }, MINUTE);
});
