import type { Locator, Page } from 'playwright-core';
import { newBody, signedInLongAgo } from '../patterns/pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, WHO, type PatternDossier } from '../patterns/pattern-office.ts';
import { asks, panelOf } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const LONG = 120_000;
const AGREE = 'Đồng ý';
const RETURN = 'Chuyển lại để hoàn thiện';
const REASON = 'Lý do, nội dung ý kiến';
const AGAIN = 'Đăng nhập lại rồi làm tiếp';
const MEMBER = 'ubnd-10';
let browser: TestBrowser;
let office: PatternOffice;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), PatternOffice.open('dang-nhap-moi')]);
}, LONG);
afterAll(async () => browser.close());

const REVIEW = `  duyet: { kind: review, who: { headOf: leadUnit }, fresh: [approved], next: { approved: xong, returned: soan-thao } }\n`;
const VOTE = `  bieu-quyet: { kind: vote, mode: electronic, roster: { body: council }, rule: { base: members, approve: "> 1/2", close: early }, fresh: ["yes"], due: { days: 5 }, next: { approved: xong, rejected: khong, lapsed: soan-thao } }\n`;

/** A dossier at a review or a vote whose agreement asks for a fresh sign-in. */
async function at(step: 'duyet' | 'bieu-quyet'): Promise<PatternDossier> {
  const steps = step === 'duyet' ? `${draftTo(step)}${REVIEW}${END}` : `${draftTo(step)}${VOTE}${END}${REFUSED_END}`;
  const d = await office.open(await office.publish('soan-thao', steps, step === 'duyet' ? '' : `bodies: { council: ${await newBody(MEMBER)} }\n`));
  await d.submit();
  return d;
}

/** Somebody opens the task of the review. */
async function reviewing(d: PatternDossier): Promise<Visitor> {
  const { id } = await d.task('duyet', WHO.head);
  return browser.person(WHO.head, `/tasks/${id}`);
}

/** Chooses this person on the page of the sign-in. */
async function signsIn(page: Page, login: string): Promise<void> {
  await page.locator(`button[value="${login}"]`).first().waitFor({ state: 'attached' });
  await page.locator('details').evaluateAll((groups) => { for (const group of groups) group.setAttribute('open', ''); });
  await page.locator(`button[value="${login}"]`).first().click();
}
const send = (dialog: Locator, act: string): Promise<void> => dialog.getByRole('button', { name: act, exact: true }).click();

describe('đăng nhập mới trước việc cần đăng nhập gần đây · a fresh sign-in before acts that ask for one', () => {
  test('đồng ý cần đăng nhập trong năm phút: được hỏi, đăng nhập lại, trở về đúng chỗ với nội dung đã gõ, rồi ghi nhận · whoever signed in long ago signs in again, comes back to the same dialog and goes on', async () => {
    const d = await at('duyet');
    const head = await reviewing(d);
    head.allow(/401/);
    await signedInLongAgo(WHO.head);
    const dialog = await asks(head.page, AGREE);
    await dialog.getByText('Hành động này cần đăng nhập trong vòng năm phút.').waitFor();
    await dialog.getByLabel(REASON).fill('Đồng ý, đã xem kỹ (MẪU)');
    await send(dialog, AGREE);
    const way = dialog.getByRole('alert').getByRole('link', { name: AGAIN });
    await way.waitFor();
    expect(await head.barriers()).toEqual([]);
    // The session itself goes on: nobody is told that it ended.
    expect(await head.page.getByText('Phiên làm việc đã hết').count()).toBe(0);
    await way.click();
    await signsIn(head.page, WHO.head);
    await dialog.waitFor();
    expect(await dialog.getByLabel(REASON).inputValue()).toBe('Đồng ý, đã xem kỹ (MẪU)');
    await send(dialog, AGREE);
    await head.page.getByText(`Đã ghi nhận: ${AGREE}.`).first().waitFor();
    expect((await d.read()).decisions.at(-1)).toMatchObject({ outcome: 'approved', reason: 'Đồng ý, đã xem kỹ (MẪU)' });
  }, LONG);

  test('việc không cần thì không hỏi: chuyển lại vẫn được với lần đăng nhập cũ · a return asks for none', async () => {
    const d = await at('duyet');
    const head = await reviewing(d);
    await signedInLongAgo(WHO.head);
    const dialog = await asks(head.page, RETURN);
    await dialog.getByLabel(REASON).fill('Bổ sung phụ lục (MẪU)');
    await send(dialog, RETURN);
    await head.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
  }, LONG);

  test('phiếu cần đăng nhập mới: ý kiến đã chọn còn nguyên sau khi đăng nhập lại · a ballot that asks for one keeps the choice', async () => {
    const d = await at('bieu-quyet');
    const { title } = await d.read();
    const member = await browser.person(MEMBER, '/ballots');
    member.allow(/401/);
    await signedInLongAgo(MEMBER);
    const card = member.page.getByRole('article', { name: title });
    await card.getByRole('radio', { name: AGREE, exact: true }).check();
    await card.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await send(member.page.getByRole('dialog', { name: 'Bỏ phiếu?' }), 'Bỏ phiếu');
    await member.page.getByRole('dialog', { name: 'Bỏ phiếu?' }).getByRole('link', { name: AGAIN }).click();
    await signsIn(member.page, MEMBER);
    await card.waitFor();
    expect(await card.getByRole('radio', { name: AGREE, exact: true }).isChecked()).toBe(true);
    await card.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await send(member.page.getByRole('dialog', { name: 'Bỏ phiếu?' }), 'Bỏ phiếu');
    await card.waitFor({ state: 'detached' });
    expect(await d.ended()).toBe('done');
  }, LONG);
});

describe('hết phiên · a session that ends', () => {
  test('đăng xuất mọi thiết bị: máy kia biết ngay, không cần chạm; đăng nhập lại ở cửa sổ bên cạnh bằng bàn phím rồi làm tiếp · signed out everywhere, the other browser says so by itself; signing in beside it goes on with what was typed', async () => {
    const d = await at('duyet');
    const [desk, elsewhere] = await Promise.all([reviewing(d), browser.person(WHO.head, '/notices')]);
    desk.allow(/401/);
    const dialog = await asks(desk.page, RETURN);
    await dialog.getByLabel(REASON).fill('Đang gõ thì hết phiên (MẪU)');
    await elsewhere.page.getByRole('button', { name: 'Tôi:' }).click();
    await elsewhere.page.getByRole('button', { name: 'Đăng xuất mọi thiết bị' }).click();
    await elsewhere.page.waitForURL((url) => url.pathname !== '/notices');
    const ended = desk.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await ended.waitFor({ timeout: 60_000 });
    // Coming back to the window without having signed in changes nothing.
    await desk.page.evaluate(() => dispatchEvent(new Event('focus')));
    await ended.getByRole('link', { name: 'Đăng nhập lại ở cửa sổ mới' }).and(desk.page.locator(':focus')).waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await desk.barriers()).toEqual([]);
    const heard = desk.page.waitForRequest('**/api/v1/live');
    const [beside] = await Promise.all([desk.context.waitForEvent('page'), desk.page.keyboard.press('Enter')]);
    desk.watch(beside);
    await signsIn(beside, WHO.head);
    await ended.waitFor({ state: 'detached' });
    // What others do is told again by itself.
    await heard;
    expect(await dialog.getByLabel(REASON).inputValue()).toBe('Đang gõ thì hết phiên (MẪU)');
    await send(dialog, RETURN);
    await desk.page.getByText(`Đã ghi nhận: ${RETURN}.`).first().waitFor();
    await elsewhere.page.goto(`${browser.base}/notices`);
    await elsewhere.page.locator(`button[value="${WHO.head}"]`).first().waitFor();
  }, LONG);

  test('người khác đăng nhập trên máy ấy thì không thấy chữ của người trước · somebody else who signs in there sees nothing of what the first one typed', async () => {
    const d = await at('duyet');
    const head = await reviewing(d);
    head.allow(/401|404/);
    const dialog = await asks(head.page, RETURN);
    await dialog.getByLabel(REASON).fill('Chữ của người trước (MẪU)');
    await head.context.clearCookies();
    await send(dialog, RETURN);
    await head.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).getByRole('link', { name: 'Đăng nhập lại tại đây' }).click();
    await signsIn(head.page, WHO.drafter);
    await head.settled();
    expect(await head.page.locator('#main').innerText()).not.toContain('Chữ của người trước');
    expect(await panelOf(head.page).getByText('đang soạn dở').count()).toBe(0);
    expect(await head.page.getByRole('dialog').count()).toBe(0);
  }, LONG);
});
