import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { actOn, choose, Stage } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const MINUTE = 60_000;
const DEPUTY = 'btctu-deputy';
let browser: TestBrowser;
let stage: Stage;
let office: ApiOffice;
let dossiers: string[];
let countsBefore: string;
const countsOf = (v: Visitor): Promise<string> => v.page.getByRole('tablist', { name: 'Các danh sách việc' }).innerText();
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('xu-ly-thay', 3)]);
  stage = new Stage(browser);
  countsBefore = await countsOf(await stage.person(PEOPLE.stranger));
  dossiers = [];
  for (let i = 0; i < 3; i += 1) dossiers.push(await office.standingAt('duyet'));
}, 3 * MINUTE);
afterAll(async () => browser.close());

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
const rows = (v: Visitor): ReturnType<Visitor['page']['locator']> => v.page.locator('[data-row]');

describe('xử lý thay, nhiều việc một lần, hai cơ quan · in another’s stead, many at once, two offices', () => {
  test('a head who is away names a substitute; the task says in whose stead, the act is taken, and the record says both', async () => {
    const head = await stage.person(PEOPLE.head);
    await head.go('/absences');
    await head.page.getByRole('button', { name: 'Khai vắng' }).first().click();
    await choose(head.page.getByRole('dialog'), head.page, 'Người xử lý thay', /Phó Trưởng Ban, Ban Tổ chức/, 'btctu');
    await head.page.getByRole('dialog').getByRole('button', { name: 'Khai vắng' }).click();
    const absence = head.page.getByRole('row', { name: /Phó Trưởng Ban, Ban Tổ chức/ }).filter({ hasText: 'đang hiệu lực' });
    await absence.waitFor();

    const deputy = await stage.person(DEPUTY);
    await deputy.go(`/tasks?search=${office.items[0]}`);
    await rows(deputy).first().getByText(/^Thay Trưởng Ban/).waitFor();
    expect(await deputy.barriers()).toEqual([]);
    await rows(deputy).getByRole('link', { name: titleOf(0) }).click();
    await actOn(deputy, 'Đồng ý');
    const { decisions } = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossiers[0]! } } }));
    expect(decisions[0]).toMatchObject({ outcome: 'approved', principal: { person: PEOPLE.head }, actor: { person: DEPUTY } });
    await deputy.go(`/dossiers/${dossiers[0]}`);
    await deputy.page.getByText(/xử lý thay khi vắng/).first().waitFor();

    await absence.getByRole('button', { name: 'Kết thúc' }).click();
    await head.page.locator('.ant-popconfirm').getByRole('button', { name: 'Kết thúc' }).click();
    await absence.waitFor({ state: 'detached' });
    await deputy.go(`/tasks?search=${office.items[1]}`);
    await deputy.page.getByText('Không có dòng nào khớp').waitFor();
  }, 3 * MINUTE);

  test('many at once: one that somebody else settled meanwhile is refused in its line, the other is returned with the reason', async () => {
    const head = await stage.person(PEOPLE.head);
    await head.go(`/tasks?search=${office.name}&sort=code`);
    await head.page.getByText('2 dòng', { exact: true }).waitFor();
    for (const i of [0, 1]) await rows(head).getByRole('checkbox').nth(i).check();
    await head.page.getByRole('button', { name: 'Chuyển lại… (2)' }).click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Thiếu dự toán (MẪU)');
    const task = await office.task(dossiers[1]!, 'duyet', PEOPLE.head);
    await must((await office.as(PEOPLE.head)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag, Prefer: 'wait=10' } }, body: { outcome: 'approved' } }));
    await dialog.getByRole('button', { name: 'Chuyển lại 2 việc' }).click();
    await dialog.getByText('1 việc đã xử lý, 1 việc không thực hiện được.').waitFor();
    expect(await head.barriers()).toEqual([]);
    const { decisions } = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossiers[2]! } } }));
    expect(decisions.at(-1)).toMatchObject({ outcome: 'returned', reason: 'Thiếu dự toán (MẪU)' });
  }, 3 * MINUTE);

  test('people of another office find nothing of it: no row, no count on any list, no answer to a guessed address', async () => {
    const stranger = await stage.person(PEOPLE.stranger);
    for (const list of ['todo', 'waiting', 'informed', 'done', 'troubled']) {
      await stranger.go(`/tasks?list=${list}&search=${office.name}`);
      await stranger.page.getByText(/^Không (có|còn) /).first().waitFor();
      expect(await rows(stranger).count()).toBe(0);
    }
    await stranger.go('/tasks');
    expect(await countsOf(stranger)).toBe(countsBefore);
    stranger.allow(/404/);
    const task = await office.task(dossiers[2]!, 'soan-thao', PEOPLE.drafter);
    for (const path of [`/dossiers/${dossiers[0]}`, `/tasks/${task.id}`, `/compose/${dossiers[2]}`]) {
      await stranger.go(path);
      await stranger.page.locator('[data-state=not-found]').waitFor();
      expect(await stranger.page.locator('#main').innerText()).not.toContain(office.name);
    }
  }, 3 * MINUTE);
});
