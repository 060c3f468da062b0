import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { TestBrowser, type Visitor } from './browser.ts';
import { actOn, asks, panelOf, rowsOf } from './acting.ts';

const LONG = 120_000;
const RETURN = 'Chuyển lại để hoàn thiện';
const REASON = 'Lý do, nội dung ý kiến';
let browser: TestBrowser;
let office: ApiOffice;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('truc-trac', 6)]);
}, LONG);
afterAll(async () => browser.close());

/** Somebody with a task open. */
async function atTask(dossier: string, path: string, person: string): Promise<Visitor> {
  const task = await office.task(dossier, path, person);
  return browser.person(task.person, `/tasks/${task.id}`);
}

describe('trục trặc · mishaps', () => {
  test('phiên hết giữa lúc đang gõ: đăng nhập lại thì nội dung còn nguyên và gửi được · the session ends in mid-form: what was typed is still there after signing in again, and goes', async () => {
    const dossier = await office.standingAt('duyet');
    const head = await atTask(dossier, 'duyet', PEOPLE.head);
    head.allow(/401/);
    const dialog = await asks(head.page, RETURN);
    await dialog.getByLabel(REASON).fill('Cần làm rõ nguồn lực (MẪU)');
    const elsewhere = await browser.person(PEOPLE.head, '/notices');
    elsewhere.allow(/401/);
    await elsewhere.page.evaluate(`fetch('/api/v1/session').then((a) => a.json()).then(({ csrf }) => fetch('/api/v1/session/end-everywhere', { method: 'POST', headers: { 'content-type': 'application/json', 'x-totrinh-csrf': csrf }, body: '{}' }))`);
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    const ended = head.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await ended.waitFor();
    expect(await head.barriers()).toEqual([]);
    await ended.getByRole('link', { name: 'Đăng nhập lại tại đây' }).click();
    await head.page.locator(`button[value="${PEOPLE.head}"]`).first().click();
    await head.page.getByRole('dialog', { name: RETURN }).getByText(REASON).waitFor();
    expect(await head.page.getByRole('dialog', { name: RETURN }).getByLabel(REASON).inputValue()).toBe('Cần làm rõ nguồn lực (MẪU)');
    await head.page.getByRole('dialog', { name: RETURN }).getByRole('button', { name: RETURN, exact: true }).click();
    await head.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
  }, LONG);

  test('mất mạng rồi có lại: dải báo hiện ra rồi đi, nội dung đã gõ còn và gửi được · the network goes and comes back: the banner comes and goes, nothing is lost', async () => {
    const dossier = await office.standingAt('duyet');
    const head = await atTask(dossier, 'duyet', PEOPLE.head);
    head.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK/);
    const dialog = await asks(head.page, RETURN);
    await head.context.setOffline(true);
    await head.page.getByText('Thiết bị đang mất mạng.').waitFor();
    await dialog.getByLabel(REASON).fill('Viết lúc mất mạng (MẪU)');
    await head.context.setOffline(false);
    await head.page.getByText('Thiết bị đang mất mạng.').waitFor({ state: 'detached' });
    expect(await dialog.getByLabel(REASON).inputValue()).toBe('Viết lúc mất mạng (MẪU)');
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    await head.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
    const { decisions } = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(decisions.filter((d) => d.outcome === 'returned').map((d) => d.reason)).toEqual(['Viết lúc mất mạng (MẪU)']);
  }, LONG);

  test('câu trả lời thất lạc: việc đã ghi nhận mà máy không nghe được, gửi lại thì biết, không ghi hai lần · an answer that is lost on its way: asking again tells that it was taken, once', async () => {
    const dossier = await office.standingAt('duyet');
    const head = await atTask(dossier, 'duyet', PEOPLE.head);
    head.allow(/ERR_FAILED/);
    const dialog = await asks(head.page, RETURN);
    await dialog.getByLabel(REASON).fill('Câu trả lời thất lạc (MẪU)');
    await head.page.route('**/api/v1/tasks/*/return', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    await dialog.getByRole('alert').getByText('Chưa gửi được: máy chủ chưa trả lời.').waitFor();
    expect(await dialog.getByLabel(REASON).inputValue()).toBe('Câu trả lời thất lạc (MẪU)');
    await dialog.getByRole('button', { name: RETURN, exact: true }).click();
    await head.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
    const { decisions } = await must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    expect(decisions.filter((d) => d.outcome === 'returned').map((d) => d.reason)).toEqual(['Câu trả lời thất lạc (MẪU)']);
  }, LONG);

  test('rút lại: hồ sơ trở về soạn thảo và không còn ở bàn người nhận · recalled: it is back in drafting and gone from the desk it had reached', async () => {
    const dossier = await office.standingAt('duyet');
    const drafter = await browser.person(PEOPLE.drafter, `/dossiers/${dossier}`);
    const title = await drafter.page.locator('#page-title').innerText();
    await actOn(drafter, 'Rút lại');
    await panelOf(drafter.page).getByRole('button', { name: 'Trình', exact: true }).or(panelOf(drafter.page).getByRole('link', { name: /^Mở việc/ })).first().waitFor();
    expect(await drafter.barriers()).toEqual([]);
    const head = await browser.person(PEOPLE.head, `/tasks?search=${encodeURIComponent(title)}`);
    expect(await rowsOf(head.page, title).count()).toBe(0);
  }, LONG);
});
