import type { components } from '@totrinh/api-client';
import type { Locator } from 'playwright-core';
import { dayComes, newBody } from '../patterns/pattern-directory.ts';
import { draftTo, END, PatternOffice, REFUSED_END, WHO, type PatternDossier } from '../patterns/pattern-office.ts';
import { panelOf } from './acting.ts';
import { TestBrowser, type Look, type Visitor } from './browser.ts';

const LONG = 120_000;
const MEMBERS = ['ubnd-10', 'ubnd-11', 'ubnd-12'] as const;
const [FIRST, SECOND, THIRD] = MEMBERS;
const YES = 'Đồng ý';
const NO = 'Không đồng ý';
let browser: TestBrowser;
let office: PatternOffice;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), PatternOffice.open('bo-phieu')]);
}, LONG);
afterAll(async () => browser.close());

/** A dossier before a council of three, which votes in this way. */
async function before(mode: 'written' | 'electronic', rule: string): Promise<{ readonly d: PatternDossier; readonly title: string }> {
  const vote = `  bieu-quyet: { kind: vote, mode: ${mode}, roster: { body: council }, rule: { base: members, approve: "> 1/2", ${rule} }, due: { days: 5 }, next: { approved: xong, rejected: khong, lapsed: soan-thao } }\n`;
  const d = await office.open(await office.publish('soan-thao', `${draftTo('bieu-quyet')}${vote}${END}${REFUSED_END}`, `bodies: { council: ${await newBody(...MEMBERS)} }\n`));
  await d.submit();
  return { d, title: (await d.read()).title };
}

const member = (login: string, look: Look = {}): Promise<Visitor> => browser.person(login, '/ballots', look);
const cardOf = ({ page }: Visitor, title: string): Locator => page.getByRole('article', { name: title });
const confirming = ({ page }: Visitor): Locator => page.getByRole('dialog', { name: 'Bỏ phiếu?' });

/** Chooses, and asks to cast it: the last question is open then. */
async function chooses(visitor: Visitor, title: string, what: string): Promise<Locator> {
  await cardOf(visitor, title).getByRole('radio', { name: what, exact: true }).check();
  await cardOf(visitor, title).getByRole('button', { name: 'Bỏ phiếu' }).click();
  return confirming(visitor);
}

async function casts(visitor: Visitor, title: string, what: string): Promise<void> {
  const dialog = await chooses(visitor, title, what);
  await dialog.getByRole('button', { name: 'Bỏ phiếu' }).click();
  await visitor.page.getByText(`Đã bỏ phiếu: ${what}.`).waitFor();
  await cardOf(visitor, title).waitFor({ state: 'detached' });
}

/** Switches ballots on phones on or off. */
async function phones(value: boolean): Promise<void> {
  const { items } = (await office.must(WHO.admin, 'GET', '/settings')) as unknown as components['schemas']['Settings'];
  const { version } = items.find(({ key }) => key === 'ballots.phones')!;
  await office.must(WHO.admin, 'PUT', '/settings/ballots.phones', { value, version });
}

describe('phiếu lấy ý kiến bằng văn bản, công khai · an open ballot in writing', () => {
  test('nói vì sao khi không đồng ý; đổi ý trước khi gửi được, gửi rồi thì không; phiếu của mình tự mất ở máy khác · a no says why; a mind may change before the ballot is cast and not afterwards', async () => {
    const { d, title } = await before('written', 'close: atDue');
    const [first, elsewhere, second] = await Promise.all([member(FIRST), member(FIRST), member(SECOND)]);
    const card = cardOf(first, title);
    await card.getByText(/Lấy ý kiến bằng văn bản · bỏ phiếu công khai · 3 thành viên/).waitFor();
    await card.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await card.getByText('Hãy chọn một ý kiến.').waitFor();
    await card.getByRole('radio', { name: NO, exact: true }).check();
    await card.getByRole('button', { name: 'Bỏ phiếu' }).click();
    await card.getByText('Ý kiến này cần ghi nội dung.').waitFor();
    await card.getByLabel('Nội dung ý kiến').fill('Nguồn lực chưa rõ (MẪU)');
    const dialog = await chooses(first, title, NO);
    await dialog.getByText('Nguồn lực chưa rõ (MẪU)').waitFor();
    expect(await first.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Xem lại' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByLabel('Nội dung ý kiến').fill('Đã có nguồn lực (MẪU)');
    const task = await d.task('bieu-quyet', FIRST);
    await casts(first, title, YES);
    await cardOf(elsewhere, title).waitFor({ state: 'detached' });

    // Final: no button, and the server takes no second one.
    await first.go(`/tasks/${task.id}`);
    await first.page.getByText('Việc này đã khép lại.').waitFor();
    expect(await panelOf(first.page).locator('[data-act^="cast"]').count()).toBe(0);
    expect(await office.refused(FIRST, 'POST', `/tasks/${task.id}/cast`, { choice: 'no', reason: 'Đổi ý' }, { 'If-Match': '*' })).toMatchObject({ status: 409 });
    // Nobody else reads it before the vote is closed; then everybody does.
    await second.go(`/dossiers/${d.id}`);
    expect(await second.page.locator('#main').innerText()).not.toContain('Đã có nguồn lực (MẪU)');
    expect((await d.read(SECOND)).decisions).toEqual([]);
    await second.go('/ballots');
    await casts(second, title, YES);
    await dayComes(d.id, 'bieu-quyet');
    expect(await d.ended()).toBe('done');
    expect((await d.read(SECOND)).decisions.map(({ outcome, reason, actor }) => [actor.person, outcome, reason])).toEqual([[FIRST, 'yes', 'Đã có nguồn lực (MẪU)'], [SECOND, 'yes', null]]);
  }, LONG);
});

describe('bỏ phiếu kín trên hệ thống · a secret ballot on the screen', () => {
  test('phiếu không ghi ý kiến, không để lại dấu vết trên máy và trong địa chỉ; sau khi kiểm phiếu không ai đọc được ai bỏ thế nào · a secret ballot leaves no trace, and nobody reads who cast what', async () => {
    const { d, title } = await before('electronic', 'ballot: secret, close: atDue');
    const [first, second, third] = [await member(FIRST), await member(SECOND), await member(THIRD)];
    const addresses: string[] = [];
    for (const { page } of [first, second, third]) page.on('request', (r) => addresses.push(r.url()));
    for (const { page } of [first, second, third]) page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await cardOf(first, title).getByText(/Biểu quyết trên hệ thống · bỏ phiếu kín/).waitFor();
    expect(await cardOf(first, title).getByLabel('Nội dung ý kiến').count()).toBe(0);
    await chooses(first, title, NO);
    const kept = (): Promise<string> => first.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
    expect(await kept()).not.toMatch(/"(yes|no|other|abstain)"/);
    await confirming(first).getByRole('button', { name: 'Bỏ phiếu' }).click();
    await cardOf(first, title).waitFor({ state: 'detached' });
    await casts(second, title, YES);
    // The third one comes by the task instead.
    await third.go(`/tasks/${(await d.task('bieu-quyet', THIRD)).id}`);
    await panelOf(third.page).getByRole('button', { name: YES, exact: true }).click();
    const dialog = third.page.getByRole('dialog', { name: YES });
    await dialog.waitFor();
    expect(await third.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: YES, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(addresses.filter((address) => /act=|cast\.|yes|abstain/.test(address.replace(/\/assets\/.*/, '')))).toEqual([]);

    await dayComes(d.id, 'bieu-quyet');
    expect(await d.ended()).toBe('done');
    for (const login of [FIRST, WHO.admin, WHO.drafter]) {
      const read = await d.read(login);
      expect([login, read.decisions]).toEqual([login, []]);
      const { items } = (await office.must(login, 'GET', `/dossiers/${d.id}/events?limit=200`)) as unknown as { items: object[] };
      expect(items.map((e) => JSON.stringify(e)).filter((e) => MEMBERS.some((m) => e.includes(m)) && /"(yes|no)"/.test(e))).toEqual([]);
    }
    const admin = await browser.person(WHO.admin, `/dossiers/${d.id}`);
    await admin.page.getByText(/2 đồng ý|đồng ý 2|2\/3/i).first().waitFor();
    const names = await Promise.all(MEMBERS.map(async (m) => String((await office.must(m, 'GET', '/me'))['name'])));
    const lines = await admin.page.locator('#main :is(li, tr, dd, p)').evaluateAll((found) => found.filter((e) => e.querySelector('li, tr') === null).map((e) => e.textContent ?? ''));
    expect(lines.filter((line) => names.some((name) => line.includes(name)) && /đồng ý/i.test(line))).toEqual([]);
  }, LONG);
});

describe('bỏ phiếu trên điện thoại · ballots on phones', () => {
  test('chưa được bật thì điện thoại, cả khi xoay ngang, chỉ xem được; bật rồi thì bỏ phiếu được · off, a phone only reads, turned or not; switched on, it casts', async () => {
    const { d, title } = await before('electronic', 'close: early');
    const task = await d.task('bieu-quyet', FIRST);
    await phones(false);
    const phone = await member(FIRST, { size: 'phone' });
    await cardOf(phone, title).getByText('Không bỏ phiếu trên điện thoại').waitFor();
    expect(await cardOf(phone, title).getByRole('radio').count()).toBe(0);
    expect(await phone.barriers()).toEqual([]);
    await phone.page.setViewportSize({ width: 844, height: 390 });
    await phone.go(`/tasks/${task.id}`);
    await panelOf(phone.page).getByText('Cơ quan không mở bỏ phiếu trên điện thoại.').waitFor();
    expect(await panelOf(phone.page).locator('[data-act^="cast"]').count()).toBe(0);
    await phone.page.setViewportSize({ width: 390, height: 844 });

    await phones(true);
    try {
      await phone.go('/ballots');
      await casts(phone, title, YES);
    } finally {
      await phones(false);
    }
    // A desk never depends on it.
    const second = await member(SECOND);
    await casts(second, title, YES);
    expect(await d.ended()).toBe('done');
  }, LONG);
});
