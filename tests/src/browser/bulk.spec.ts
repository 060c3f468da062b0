import { must, type components } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { choose, Stage } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const MINUTE = 60_000;
const DEPUTY = 'btctu-deputy';
let browser: TestBrowser;
let stage: Stage;
beforeAll(async () => {
  browser = await TestBrowser.open();
  stage = new Stage(browser);
}, MINUTE);
afterAll(async () => browser.close());

/** Two dossiers that lie before the head, both marked on the head's desk. */
async function twoMarked(name: string): Promise<{ office: ApiOffice; dossiers: string[]; head: Visitor }> {
  const office = await ApiOffice.open(name, 2);
  const dossiers = [await office.standingAt('duyet'), await office.standingAt('duyet')];
  const head = await stage.person(PEOPLE.head);
  await head.go(`/tasks?search=${office.name}&sort=code`);
  await head.page.getByText('2 dòng', { exact: true }).waitFor();
  for (const i of [0, 1]) await head.page.locator('[data-row]').getByRole('checkbox').nth(i).check();
  return { office, dossiers, head };
}

/** Somebody settles the task of a dossier meanwhile. */
async function settles(office: ApiOffice, dossier: string): Promise<void> {
  const { id, etag } = await office.task(dossier, 'duyet', PEOPLE.head);
  await must((await office.as(PEOPLE.head)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id }, header: { 'If-Match': etag, Prefer: 'wait=10' } }, body: { outcome: 'approved' } }));
}

const readOf = async (office: ApiOffice, id: string): Promise<components['schemas']['Dossier']> => must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id } } }));

describe('nhiều việc một lần · many at once', () => {
  test('returned: one that somebody else settled meanwhile is refused in its line, the other goes back with the reason', async () => {
    const { office, dossiers, head } = await twoMarked('tra-nhieu-viec');
    await head.page.getByRole('button', { name: 'Chuyển lại… (2)' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Thiếu dự toán (MẪU)');
    await settles(office, dossiers[0]!);
    await dialog.getByRole('button', { name: 'Chuyển lại 2 việc' }).click();
    await dialog.getByText('1 việc đã xử lý, 1 việc không thực hiện được.').waitFor();
    expect(await head.barriers()).toEqual([]);
    expect((await readOf(office, dossiers[1]!)).decisions.at(-1)).toMatchObject({ outcome: 'returned', reason: 'Thiếu dự toán (MẪU)' });
  }, 2 * MINUTE);

  test('handed on: each line says what became of it; the settled one names its reason first, the other lies with whom it was handed to', async () => {
    const { office, dossiers, head } = await twoMarked('chuyen-nhieu-viec');
    const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
    await head.page.getByRole('button', { name: 'Chuyển xử lý… (2)' }).click();
    const dialog = head.page.getByRole('dialog');
    await choose(dialog, head.page, 'Chuyển cho', /Phó Trưởng Ban/, 'pho truong ban');
    expect(await head.barriers()).toEqual([]);
    await settles(office, dossiers[1]!);
    await dialog.getByRole('button', { name: 'Chuyển 2 việc' }).click();
    await dialog.getByText('1 việc đã xử lý, 1 việc không thực hiện được.').waitFor();

    const lines = await dialog.getByRole('listitem').allInnerTexts();
    expect(lines).toEqual([expect.stringContaining(titleOf(1)), expect.stringContaining(titleOf(0))]);
    expect(lines[0]).toContain('đã xử lý trước');
    expect(lines[1]).toContain('Đã xử lý');
    expect(await head.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    await head.page.getByText('Không có dòng nào khớp').waitFor();
    await stage.opens(DEPUTY, titleOf(0));
    expect((await readOf(office, dossiers[0]!)).tasks.find((t) => t.state === 'open')?.holder?.person).toBe(DEPUTY);
  }, 2 * MINUTE);
});
