import { eventually } from '../house/eventually.ts';
import type { Visitor } from './browser.ts';

/** Lập hồ sơ trình: from an item of the programme, on this route; answers the dossier's id, whose draft is open then. */
export async function composes(drafter: Visitor, item: string, title: string, route: string): Promise<string> {
  const { page } = drafter;
  await drafter.go('/compose');
  await page.getByRole('group', { name: 'Nội dung hồ sơ và văn bản kèm theo thuộc độ mật nào?' }).getByRole('radio').first().check();
  await page.getByRole('radio', { name: 'Nội dung của chương trình' }).check();
  await page.getByRole('searchbox', { name: 'Tìm theo mã hoặc tên nội dung' }).fill(item);
  await page.getByRole('radio', { name: title }).check();
  await page.getByRole('listitem').filter({ hasText: route }).getByRole('radio').check();
  await page.getByRole('button', { name: 'Mở hồ sơ' }).click();
  await page.waitForURL(/\/compose\/[0-9a-f-]{36}$/);
  await drafter.settled();
  return page.url().split('/').at(-1)!;
}

/** The drafter opens, from Lập hồ sơ trình, what they have in hand. */
export async function takesUp(drafter: Visitor, title: string): Promise<void> {
  await eventually(`“${title}” is in hand`, async () => {
    await drafter.go('/compose');
    return (await drafter.page.getByRole('link', { name: title }).count()) > 0;
  }, { withinMs: 60_000, everyMs: 500 });
  await drafter.page.getByRole('link', { name: title }).first().click();
  await drafter.page.getByRole('button', { name: 'Trình', exact: true }).waitFor();
}

/** Attaches a file in this role, by its code, to the draft that is open. */
export async function attaches(drafter: Visitor, role: string, text: string): Promise<void> {
  const { page } = drafter;
  const name = `${role} MẪU.txt`;
  await page.getByRole('group', { name: 'Tệp sắp gửi thuộc độ mật nào?' }).getByRole('radio').first().check();
  await page.getByLabel('Loại văn bản').selectOption(role);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('list', { name: 'Các tệp đang gửi' }).getByRole('listitem').filter({ hasText: name }).getByText('Đã nhận').waitFor();
}

/** Trình: what is frozen is shown once more, and then it goes. */
export async function submits(drafter: Visitor): Promise<void> {
  const { page } = drafter;
  await page.getByRole('button', { name: 'Trình', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Trình hồ sơ này?' });
  await dialog.getByText('mã đối chiếu').first().waitFor();
  await dialog.getByRole('button', { name: 'Trình', exact: true }).click();
  await page.getByText(/^Đã trình hồ sơ /).first().waitFor();
}
