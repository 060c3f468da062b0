import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';
import { choose } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';

let browser: TestBrowser;
let office: ApiOffice;
const LONG_MS = 120_000;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('acts-screen', 4)]);
});
afterAll(async () => browser.close());

const dialog = (who: Visitor): ReturnType<Visitor['page']['locator']> => who.page.getByRole('dialog');
const button = (who: Visitor, act: string): ReturnType<Visitor['page']['locator']> => who.page.locator(`[data-act="${act}"]`);
const words = (who: Visitor): ReturnType<Visitor['page']['locator']> => dialog(who).getByLabel('Lý do, nội dung ý kiến');

describe('xử lý một việc trên màn hình · acting on a task on the screen', () => {
  test('two people have one task open: whoever comes second is told who was first, and what they wrote is kept', async () => {
    const dossier = await office.standingAt('phe-duyet');
    const { id, candidates } = await office.task(dossier, 'phe-duyet', PEOPLE.member);
    const [first, second] = await Promise.all([browser.person(candidates[0]!, `/tasks/${id}`), browser.person(candidates[1]!, '/notices')]);
    // The second one hears of nothing, as on a bad line.
    second.allow(/409|\/api\/v1\/live|ERR_FAILED/);
    await second.context.route('**/api/v1/live', (route) => route.abort());
    await second.go(`/tasks/${id}`);

    await button(second, 'return.returned').click();
    await words(second).fill('Đề nghị bổ sung số liệu (MẪU)');
    await button(first, 'decide.approved').waitFor();
    await first.page.keyboard.press('a');
    await dialog(first).getByText('Mã đối chiếu').waitFor();
    expect(await first.barriers()).toEqual([]);
    await dialog(first).getByRole('button', { name: 'Đồng ý' }).click();
    await first.page.waitForURL((url) => url.pathname === '/tasks');

    const name = (await must((await office.as(candidates[0]!)).GET('/api/v1/me'))).name;
    await dialog(second).getByRole('button', { name: 'Chuyển lại để hoàn thiện' }).click();
    await dialog(second).getByRole('alert').getByText(`${name} đã xử lý trước`).first().waitFor();
    expect(await words(second).inputValue()).toBe('Đề nghị bổ sung số liệu (MẪU)');
    await dialog(second).getByRole('button', { name: 'Xem tình trạng mới' }).click();
    await second.page.getByText('Việc này đã khép lại.').waitFor();
    expect(await button(second, 'return.returned').count()).toBe(0);
  }, LONG_MS);

  test('showing a task tells the server that it was seen; a return asks for its reason, and the reason survives a reload', async () => {
    const dossier = await office.standingAt('duyet');
    const { id } = await office.task(dossier, 'duyet', PEOPLE.head);
    const head = await browser.person(PEOPLE.head, `/tasks/${id}`);
    const api = await office.as(PEOPLE.head);
    await eventually('the task is seen', async () => (await must(api.GET('/api/v1/tasks/{id}', { params: { path: { id } } }))).seen);

    await head.page.getByText('Vì sao không …?').click();
    await head.page.locator('.acts-refused dd').first().waitFor();
    await head.page.keyboard.press('r');
    await dialog(head).getByRole('button', { name: 'Chuyển lại để hoàn thiện' }).click();
    await dialog(head).getByText('Cần điền mục này.').waitFor();
    await words(head).and(head.page.locator(':focus')).waitFor();
    expect(await head.barriers()).toEqual([]);
    await words(head).fill('Thiếu phụ lục (MẪU)');
    await head.page.reload();
    await words(head).waitFor();
    expect(await words(head).inputValue()).toBe('Thiếu phụ lục (MẪU)');
    await dialog(head).getByRole('button', { name: 'Chuyển lại để hoàn thiện' }).click();
    await head.page.waitForURL((url) => url.pathname === '/tasks');
    const read = await must(api.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(read.decisions.at(-1)).toMatchObject({ outcome: 'returned', reason: 'Thiếu phụ lục (MẪU)' });
  }, LONG_MS);

  test('a remark by the key c names people found by their post, and the task stays', async () => {
    const dossier = await office.standingAt('duyet');
    const { id } = await office.task(dossier, 'duyet', PEOPLE.head);
    const head = await browser.person(PEOPLE.head, `/tasks/${id}`);
    await button(head, 'comment').waitFor();
    await head.page.keyboard.press('c');
    await dialog(head).getByLabel('Nội dung').fill('Xin xem lại mục 2 (MẪU)');
    await choose(dialog(head), head.page, 'Nhắc tên', /Chánh Văn phòng/, 'chanh van phong');
    // Several may be named, so the list stays open until something else is clicked.
    await dialog(head).getByText('Ai xem được hồ sơ đều thấy').click();
    await dialog(head).getByRole('button', { name: 'Trao đổi' }).click();
    await dialog(head).waitFor({ state: 'detached' });
    expect(new URL(head.page.url()).pathname).toBe(`/tasks/${id}`);
    const { comments } = await must((await office.as(PEOPLE.head)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(comments.map(({ text }) => text)).toEqual(['Xin xem lại mục 2 (MẪU)']);
  }, LONG_MS);
});

describe('phiếu lấy ý kiến · ballots', () => {
  test('where no ballot waits the screen says so, and nothing on it is a barrier', async () => {
    const head = await browser.person(PEOPLE.head, '/ballots');
    await head.page.getByText('Không có phiếu nào đang chờ').waitFor();
    expect(await head.barriers()).toEqual([]);
  });
});
