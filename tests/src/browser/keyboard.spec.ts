import { must } from '@totrinh/api-client';
import type { Locator, Page } from 'playwright-core';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const LONG = 180_000;
/** More presses of Tab than any screen has stops. */
const STOPS = 150;
const AGREE = 'Đồng ý';
const RETURN = 'Chuyển lại để hoàn thiện';
const REASON = 'Lý do, nội dung ý kiến';
let browser: TestBrowser;
let office: ApiOffice;
// Routes are listed by their names: by this one among the first.
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('aa-ban-phim', 4)]);
}, LONG);
afterAll(async () => browser.close());

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
/** Waits until this has the focus. */
const focused = (what: Locator, page: Page): Promise<void> => what.and(page.locator(':focus')).waitFor();
const onHeading = (page: Page, title: string): Promise<void> => focused(page.getByRole('heading', { level: 1, name: title }), page);
const typed = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.first().waitFor();
  for (let i = 0; i < STOPS; i++) {
    if ((await what.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${what.toString()}`);
}

/** Tab to it, then this key. */
async function press(page: Page, what: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

/** Goes down a list of choices until this one is chosen. */
async function downTo(page: Page, what: Locator): Promise<void> {
  for (let i = 0; i < STOPS; i++) {
    if ((await what.and(page.locator(':focus')).count()) > 0) return page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not lead to ${what.toString()}`);
}

const dialogOf = ({ page }: Visitor, name: string): Locator => page.getByRole('dialog', { name });
/** Nobody may touch the mouse from here on. */
const withoutMouse = ({ page }: Visitor): Promise<unknown> => page.addInitScript(() => { for (const kind of ['pointerdown', 'mousedown'] as const) addEventListener(kind, () => { throw new Error('a mouse was used'); }, { capture: true }); });

describe('chỉ dùng bàn phím · by keyboard alone', () => {
  test('việc của tôi: j k, Enter, a, r, c; điền, gửi, việc kế tiếp mở ra; tiêu điểm luôn ở đúng chỗ · the desk is worked through, and the focus is always where it belongs', async () => {
    const dossiers: string[] = [];
    for (let i = 0; i < 3; i++) dossiers.push(await office.standingAt('duyet'));
    const head = await browser.person(PEOPLE.head, '/notices');
    const { page } = head;
    await withoutMouse(head);
    await head.go(`/tasks?search=${office.name}&sort=code`);
    await page.getByText('3 dòng', { exact: true }).waitFor();
    const row = (i: number): Locator => page.getByRole('article').getByRole('link', { name: titleOf(i) });
    await page.keyboard.press('j');
    await focused(row(0), page);
    await page.keyboard.press('j');
    await focused(row(1), page);
    await page.keyboard.press('k');
    await focused(row(0), page);
    await page.keyboard.press('Enter');
    await onHeading(page, titleOf(0));

    // A dialog that is put away gives the focus back to the button of its act.
    await page.locator('[data-act="decide.approved"]:not([disabled])').waitFor();
    await page.keyboard.press('c');
    await focused(dialogOf(head, 'Trao đổi').getByLabel('Nội dung'), page);
    await page.keyboard.press('Escape');
    await dialogOf(head, 'Trao đổi').waitFor({ state: 'detached' });
    await focused(page.locator('[data-act="comment"]'), page);

    await page.keyboard.press('a');
    await focused(dialogOf(head, AGREE).getByLabel(REASON), page);
    await typed(page, 'Đồng ý bằng bàn phím (MẪU)');
    await press(page, dialogOf(head, AGREE).getByRole('button', { name: AGREE, exact: true }), 'Enter');
    await page.getByText(`Đã ghi nhận: ${AGREE}. Đây là việc tiếp theo.`).waitFor();
    await onHeading(page, titleOf(1));

    // A reason that is missing gets the focus.
    await page.locator('[data-act="return.returned"]:not([disabled])').waitFor();
    await page.keyboard.press('r');
    await focused(dialogOf(head, RETURN).getByLabel(REASON), page);
    await press(page, dialogOf(head, RETURN).getByRole('button', { name: RETURN, exact: true }), 'Enter');
    await focused(dialogOf(head, RETURN).getByLabel(REASON), page);
    await typed(page, 'Chuyển lại bằng bàn phím (MẪU)');
    await press(page, dialogOf(head, RETURN).getByRole('button', { name: RETURN, exact: true }), 'Enter');
    await onHeading(page, titleOf(2));

    await page.locator('[data-act="decide.approved"]:not([disabled])').waitFor();
    await page.keyboard.press('a');
    await focused(dialogOf(head, AGREE).getByLabel(REASON), page);
    await press(page, dialogOf(head, AGREE).getByRole('button', { name: AGREE, exact: true }), 'Enter');
    await onHeading(page, 'Việc của tôi');
    expect(new URL(page.url()).searchParams.get('search')).toBe(office.name);
    await page.getByText('Không có dòng nào khớp').waitFor();
    const admin = await office.as(PEOPLE.admin);
    const last = await Promise.all(dossiers.map(async (id) => (await must(admin.GET('/api/v1/dossiers/{id}', { params: { path: { id } } }))).decisions.at(-1)));
    expect(last.map((d) => [d?.outcome, d?.reason])).toEqual([['approved', 'Đồng ý bằng bàn phím (MẪU)'], ['returned', 'Chuyển lại bằng bàn phím (MẪU)'], ['approved', null]]);
  }, LONG);

  test('lập hồ sơ, đính kèm và trình không cần chuột · a dossier is begun, given its paper and submitted without a mouse', async () => {
    const drafter = await browser.person(PEOPLE.drafter, '/notices');
    const { page } = drafter;
    await withoutMouse(drafter);
    await drafter.go('/compose');
    await press(page, page.getByRole('radio', { name: 'Thường' }), 'Space');
    await press(page, page.getByRole('radio', { name: 'Nội dung của chương trình' }), 'Space');
    await tabTo(page, page.getByRole('searchbox', { name: 'Tìm theo mã hoặc tên nội dung' }));
    await typed(page, office.items[3]!);
    await press(page, page.getByRole('radio', { name: titleOf(3) }), 'Space');
    await tabTo(page, page.locator('.compose-route input:not([disabled])'));
    await downTo(page, page.locator(`.compose-route input[value="${office.name}"]`));
    await press(page, page.getByRole('button', { name: 'Mở hồ sơ' }), 'Enter');
    await page.waitForURL(/\/compose\/[0-9a-f-]{36}$/);
    await focused(page.locator('#page-title'), page);
    const dossier = page.url().split('/').at(-1)!;

    // What is missing leads to where it is added.
    await press(page, page.getByRole('button', { name: 'Đính kèm' }), 'Enter');
    await focused(page.getByRole('group', { name: 'Tệp sắp gửi thuộc độ mật nào?' }).getByRole('radio').first(), page);
    await page.keyboard.press('Space');
    const choose = page.getByRole('button', { name: 'Chọn tệp …' });
    await tabTo(page, choose);
    // A browser that is busy may answer a key with no dialog of files: whoever sees none presses it again.
    const chooser = await eventually('the dialog of files opens', async () => {
      const opened = page.waitForEvent('filechooser', { timeout: 8_000 });
      await press(page, choose, 'Enter');
      return opened;
    }, { withinMs: 60_000 });
    await chooser.setFiles({ name: 'du-thao MẪU.txt', mimeType: 'text/plain', buffer: Buffer.from('Dự thảo MẪU') });
    await page.getByRole('heading', { name: 'Đã đủ để trình' }).waitFor();
    const submit = page.getByRole('button', { name: 'Trình', exact: true });
    await press(page, submit, 'Enter');
    const dialog = dialogOf(drafter, 'Trình hồ sơ này?');
    await dialog.waitFor();
    // Put away, it gives the focus back; then it is meant.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focused(submit, page);
    await page.keyboard.press('Enter');
    await press(page, dialog.getByRole('button', { name: 'Trình', exact: true }), 'Enter');
    await page.locator('.state-title').getByText(/^Đã trình hồ sơ HS-\d+$/).waitFor();
    await focused(page.locator('.compose-elsewhere'), page);
    await press(page, page.getByRole('button', { name: 'Xem hồ sơ' }), 'Enter');
    await onHeading(page, titleOf(3));
    expect(new URL(page.url()).pathname).toBe(`/dossiers/${dossier}`);
  }, LONG);
});
