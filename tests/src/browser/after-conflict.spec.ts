import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { asks } from './acting.ts';
import { TestBrowser } from './browser.ts';

const MINUTE = 60_000;
const ACT = 'Dừng hồ sơ';
let browser: TestBrowser;
let office: ApiOffice;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('gui-lai', 1)]);
}, MINUTE);
afterAll(async () => browser.close());

describe('hai người một hồ sơ · two people at one dossier', () => {
  test('whoever comes second is told who said what, keeps what they typed, and sends it once more on what is there now', async () => {
    const dossier = await office.standingAt('duyet');
    const drafter = await browser.person(PEOPLE.drafter, '/notices');
    // They hear of nothing, as on a bad line.
    drafter.allow(/412|\/api\/v1\/live|ERR_FAILED/);
    await drafter.context.route('**/api/v1/live', (route) => route.abort());
    await drafter.go(`/dossiers/${dossier}`);
    const dialog = await asks(drafter.page, ACT);
    await dialog.getByLabel('Lý do, nội dung ý kiến').fill('Chủ trương đã đổi (MẪU)');

    const head = await office.as(PEOPLE.head);
    const { name } = await must(head.GET('/api/v1/me'));
    const task = await office.task(dossier, 'duyet', PEOPLE.head);
    await must(head.POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag, Prefer: 'wait=10' } }, body: { outcome: 'approved' } }));
    await dialog.getByRole('button', { name: ACT, exact: true }).click();
    await dialog.getByRole('alert').getByText(`${name} đã xử lý trước: Đồng ý`).waitFor();
    await dialog.getByText('Nội dung đã gõ vẫn được giữ.').waitFor();
    expect(await dialog.getByLabel('Lý do, nội dung ý kiến').inputValue()).toBe('Chủ trương đã đổi (MẪU)');
    expect(await drafter.barriers()).toEqual([]);

    await dialog.getByRole('button', { name: 'Gửi lại trên bản mới' }).click();
    await drafter.page.getByText(`Đã ghi nhận: ${ACT}.`).first().waitFor();
    const read = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect([read.status, read.decisions.map((d) => d.outcome)]).toEqual(['cancelled', ['approved']]);
  }, 2 * MINUTE);
});
