import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { openBreakableHouse, type BreakableHouse } from '../crash/breakable-house.ts';
import { actOn, asks, panelOf, rowsOf } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';
import { composes, submits } from './drafting.ts';

const LONG = 240_000;
const BACK = { timeout: 90_000 };
const MOVING = 'Hệ thống đang chuyển bước';
const AWAY = 'Chưa kết nối được máy chủ, đang thử lại.';
const RETURN = 'Chuyển lại để hoàn thiện';
const REASON = 'Lý do, nội dung ý kiến';
let house: BreakableHouse;
let office: ApiOffice;
let browser: TestBrowser;
beforeAll(async () => {
  house = await openBreakableHouse();
  [browser, office] = await Promise.all([TestBrowser.open(house.addresses().apiUrl), ApiOffice.open('cho-chuyen', 4, house.addresses())]);
}, 600_000);
afterAll(async () => {
  try {
    await browser.close();
  } finally {
    await house.close();
  }
}, 120_000);

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
/** Marks the page, so that it is seen whether it was loaded anew. */
const mark = ({ page }: Visitor): Promise<void> => page.evaluate(() => { document.body.dataset['kept'] = 'yes'; });
const isMarked = ({ page }: Visitor): Promise<boolean> => page.evaluate(() => document.body.dataset['kept'] === 'yes');
/** The acts that can be pressed in the panel of the dossier. */
const pressable = ({ page }: Visitor): Promise<(string | null)[]> => panelOf(page).locator('[data-act]:not([disabled])').evaluateAll((buttons) => buttons.map((b) => b.getAttribute('data-act')));
/** Those that do not depend on where the dossier stands. */
const MAY_WAIT = ['comment', 'nudge', 'ask', 'explainLateness', 'entrust', 'arrive'];

describe('khi một phần của hệ thống dừng · while a part of the house is away', () => {
  test('Temporal dừng: việc vẫn được ghi nhận, màn hình nói đang chờ gì và không còn nút cũ; chạy lại thì hồ sơ tự đi tiếp, màn hình tự hiện · Temporal stopped: acts are taken, the screen says what waits, and dossiers go on by themselves', async () => {
    const decided = await office.standingAt('duyet');
    const draft = await office.draft();
    const { id } = await office.task(decided, 'duyet', PEOPLE.head);
    const [head, watcher, appraiser, submitter, opener] = await Promise.all([
      browser.person(PEOPLE.head, `/tasks/${id}`), browser.person(PEOPLE.drafter, `/dossiers/${decided}`), browser.person(PEOPLE.appraiser, `/tasks?search=${office.name}`),
      browser.person(PEOPLE.drafter, `/compose/${draft.dossier}`), browser.person(PEOPLE.drafter, '/notices'),
    ]);
    await appraiser.page.locator('#main [data-state=empty]').waitFor();
    await house.order('kill temporal');

    await actOn(head, 'Đồng ý');
    await head.page.getByText(`Đã ghi nhận: Đồng ý. ${MOVING}.`).waitFor();
    await submits(submitter);
    const opened = await composes(opener, office.items[3]!, titleOf(3), 'Quy trình kiểm thử MẪU');
    const waiting = [watcher, submitter, opener];
    for (const visitor of waiting) {
      await visitor.page.locator('#main').getByText(MOVING).first().waitFor();
      await mark(visitor);
    }
    await mark(appraiser);
    // Whoever acted finds it among what they have passed on, and that it waits.
    await head.go(`/tasks?list=waiting&search=${encodeURIComponent(titleOf(0))}`);
    await head.page.getByRole('article').filter({ hasText: titleOf(0) }).getByText('đang chuyển bước').waitFor();
    expect(await head.barriers()).toEqual([]);
    // No button from before: the task is closed, and on the dossier only what does not depend on where it stands can be pressed.
    await head.go(`/tasks/${id}`);
    await head.page.getByText('Việc này đã khép lại.').waitFor();
    for (const visitor of [head, watcher]) expect((await pressable(visitor)).filter((act) => !MAY_WAIT.includes(act ?? ''))).toEqual([]);
    expect(await submitter.page.getByRole('button', { name: 'Trình', exact: true }).count()).toBe(0);
    expect(await opener.page.getByRole('button', { name: 'Trình', exact: true }).count()).toBe(0);
    expect(await watcher.barriers()).toEqual([]);
    expect((await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: decided } } }))).steps.filter((s) => s.state === 'open')).toEqual([]);

    await house.order('restart temporal');
    await watcher.page.locator('#main').getByText(MOVING).first().waitFor({ state: 'detached', ...BACK });
    await watcher.page.getByRole('list', { name: 'Hồ sơ đang ở đâu' }).getByText('tham-dinh').first().waitFor(BACK);
    await submitter.page.getByText(/^Đang ở: duyet/).waitFor(BACK);
    await opener.page.getByRole('button', { name: 'Trình', exact: true }).waitFor(BACK);
    expect(new URL(opener.page.url()).pathname).toBe(`/compose/${opened}`);
    await rowsOf(appraiser.page, titleOf(0)).first().waitFor(BACK);
    expect(await Promise.all([...waiting, appraiser].map(isMarked))).toEqual([true, true, true, true]);
    await rowsOf(appraiser.page, titleOf(0)).first().click();
    await appraiser.page.getByRole('heading', { level: 1, name: titleOf(0) }).waitFor();
    await actOn(appraiser, 'Đồng ý');
    for (const { context } of [head, watcher, appraiser, submitter, opener]) await context.close();
  }, LONG);

  test('máy chủ dừng giữa lúc gõ: dải báo hiện ra, nội dung còn; máy chủ chạy lại thì dải báo tự đi, gửi lại và chỉ ghi một lần · the server goes in mid-form and comes back: the banner goes by itself, the text goes in once', async () => {
    const dossier = await office.standingAt('duyet');
    const { id } = await office.task(dossier, 'duyet', PEOPLE.head);
    const [head, idle] = await Promise.all([browser.person(PEOPLE.head, `/tasks/${id}`), browser.person(PEOPLE.drafter, `/dossiers/${dossier}`)]);
    for (const visitor of [head, idle]) {
      visitor.allow(/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|ERR_SOCKET|Failed to fetch/);
      await mark(visitor);
    }
    const dialog = await asks(head.page, RETURN);
    await dialog.getByLabel(REASON).fill('Gõ trước lúc máy chủ dừng (MẪU)');
    await house.order('kill api');
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    await dialog.getByRole('alert').getByText('Chưa gửi được: máy chủ chưa trả lời.').waitFor();
    for (const { page } of [head, idle]) await page.getByText(AWAY).waitFor(BACK);
    expect(await head.barriers()).toEqual([]);
    await dialog.getByLabel(REASON).fill('Gõ tiếp lúc máy chủ dừng (MẪU)');

    await house.order('restart api');
    for (const { page } of [head, idle]) await page.getByText(AWAY).waitFor({ state: 'detached', ...BACK });
    expect(await dialog.getByLabel(REASON).inputValue()).toBe('Gõ tiếp lúc máy chủ dừng (MẪU)');
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    await head.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
    // Whoever only looks hears of it, too.
    await idle.page.getByText('Gõ tiếp lúc máy chủ dừng (MẪU)').first().waitFor({ state: 'attached', ...BACK });
    expect(await Promise.all([head, idle].map(isMarked))).toEqual([true, true]);
    const { decisions } = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(decisions.filter((d) => d.outcome === 'returned').map((d) => d.reason)).toEqual(['Gõ tiếp lúc máy chủ dừng (MẪU)']);
  }, LONG);
});
