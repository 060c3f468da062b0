import { must, type components } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const LEADER = PEOPLE.member;
const OTHER_LEADER = 'ban-thuong-vu-13';
const SECRETARY = 'vptu-head';

/** Every colour of text, ground and edge in the cards and the dialog; and those that stand for lateness in this scheme. */
const COLOURS = `(() => {
  const named = (name) => { const p = document.createElement('i'); p.style.color = 'var(' + name + ')'; document.body.append(p); const c = getComputedStyle(p).color; p.remove(); return c; };
  const bad = [named('--tt-bad'), named('--tt-accent')];
  const all = [...document.querySelectorAll('#main .leader-cards *, .leader-dialog *')];
  return { looked: all.length, red: all.filter((e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.borderTopColor, s.outlineColor].some((c) => bad.includes(c)); }).map((e) => e.className + ': ' + e.textContent.slice(0, 40)) };
})()`;

let browser: TestBrowser;
let office: ApiOffice;
let dossiers: string[];
let leader: Visitor;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('man-hinh-lanh-dao', 5)]);
  dossiers = [];
  for (let i = 0; i < 5; i++) dossiers.push(await office.standingAt('phe-duyet'));
  leader = await browser.person(LEADER, '/leader', { size: 'phone' });
}, 180_000);
afterAll(async () => browser.close());

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
const card = (v: Visitor, i: number): ReturnType<Visitor['page']['locator']> => v.page.locator('.leader-card').filter({ has: v.page.getByRole('link', { name: titleOf(i), exact: true }) });
const focused = (v: Visitor): Promise<string> => v.page.evaluate('document.activeElement?.textContent ?? ""');
const read = async (i: number): Promise<components['schemas']['Dossier']> => must((await office.as(PEOPLE.admin)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossiers[i]! } } }));

describe('việc trình đồng chí · what lies before a leader, on a phone', () => {
  test('a card says in one sentence what is asked, who submits, what the office says and since when; nothing is red, nothing is late, nothing is a barrier', async () => {
    const { page } = leader;
    await card(leader, 0).waitFor();
    expect(await card(leader, 0).getByRole('heading').textContent()).toMatch(new RegExp(`^Xin .+: ${titleOf(0)}$`));
    expect(await card(leader, 0).textContent()).toMatch(/đang trình từ \d+\/\d+ \(\d+ ngày làm việc\).*Cơ quan trình.*Văn phòng.*Văn bản \(1\)/s);
    expect(await page.locator('#main').innerText()).not.toMatch(/quá hạn|chậm/i);
    const { looked, red } = await page.evaluate<{ looked: number; red: string[] }>(COLOURS);
    expect([looked > 50, red]).toEqual([true, []]);
    const small = await page.evaluate("[...document.querySelectorAll('.leader-say, .leader-documents summary, .leader-whose select')].filter((e) => e.getBoundingClientRect().height < 44).length");
    expect([small, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([0, 390]);
    await card(leader, 0).locator('summary').click();
    expect(await card(leader, 0).getByRole('link', { name: 'Xem toàn bộ hồ sơ' }).getAttribute('href')).toBe(`/dossiers/${dossiers[0]}`);
    expect(await leader.barriers()).toEqual([]);
  });

  test('đồng ý: title, revision and mã đối chiếu are shown once more; the card leaves with a sentence and the focus goes to the next one', async () => {
    const { page } = leader;
    const { manifest } = await read(0);
    await card(leader, 0).getByRole('button', { name: 'Đồng ý', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Sẽ ghi vào hồ sơ').waitFor();
    expect(await dialog.innerText()).toMatch(new RegExp(`${titleOf(0)}[\\s\\S]+Vòng\\s+1\\s[\\s\\S]+${manifest?.slice(0, 12)}[\\s\\S]+“Đồng ý”`));
    expect(await leader.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Gửi: Đồng ý' }).click();
    await page.getByText(`Đã ghi ý kiến “Đồng ý”: ${titleOf(0)}`).waitFor();
    await card(leader, 0).waitFor({ state: 'detached' });
    await eventually('the next card has the focus', async () => (await focused(leader)).includes(titleOf(1)));
    expect((await read(0)).decisions.at(-1)).toMatchObject({ outcome: 'approved', principal: { person: LEADER } });
  });

  test('ý kiến khác: the reason is asked for, survives a reload, and is recorded', async () => {
    const { page } = leader;
    await card(leader, 1).getByRole('button', { name: 'Ý kiến khác' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Chuyển lại để hoàn thiện' }).check();
    await dialog.getByRole('button', { name: 'Gửi: Chuyển lại để hoàn thiện' }).click();
    await dialog.getByText('Xin điền mục này.').waitFor();
    expect(await page.evaluate(COLOURS)).toMatchObject({ red: [] });
    await dialog.getByLabel('Lý do, nội dung ý kiến').fill('Bổ sung nguồn kinh phí (MẪU)');
    await page.reload();
    expect(await dialog.getByLabel('Lý do, nội dung ý kiến').inputValue()).toBe('Bổ sung nguồn kinh phí (MẪU)');
    await dialog.getByRole('button', { name: 'Gửi: Chuyển lại để hoàn thiện' }).click();
    await card(leader, 1).waitFor({ state: 'detached' });
    expect((await read(1)).decisions.at(-1)).toMatchObject({ outcome: 'returned', reason: 'Bổ sung nguồn kinh phí (MẪU)', principal: { person: LEADER } });
  });

  test('giao thư ký: it stays with the leader, among what was given away, with the word that went along', async () => {
    await card(leader, 2).getByRole('button', { name: 'Giao thư ký' }).click();
    const dialog = leader.page.getByRole('dialog');
    await dialog.getByLabel('Lời nhắn').fill('Xem kỹ phụ lục (MẪU)');
    await dialog.getByRole('button', { name: 'Giao thư ký' }).click();
    const given = leader.page.getByRole('region', { name: /^Đã giao thư ký/ });
    await given.getByRole('link', { name: titleOf(2) }).waitFor();
    expect(await given.innerText()).toContain('Xem kỹ phụ lục (MẪU)');
    await eventually('the next card has the focus', async () => (await focused(leader)).includes(titleOf(3)));
  });

  test('two people at one task: whoever comes second is told who said what, and keeps what they typed', async () => {
    await card(leader, 3).getByRole('button', { name: 'Ý kiến khác' }).click();
    const dialog = leader.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Không đồng ý' }).check();
    await dialog.getByLabel('Lý do, nội dung ý kiến').fill('Chưa đủ cơ sở (MẪU)');
    const task = await office.task(dossiers[3]!, 'phe-duyet', OTHER_LEADER);
    leader.allow(/409|412/);
    await must((await office.as(task.person)).POST('/api/v1/tasks/{id}/decision', { params: { path: { id: task.id }, header: { 'If-Match': task.etag } }, body: { outcome: 'approved' } }));
    await dialog.getByText(/đã xử lý trước: Đồng ý/).waitFor({ timeout: 25_000 });
    expect(await dialog.innerText()).toContain('Nội dung đã gõ vẫn được giữ.');
    expect(await dialog.getByLabel('Lý do, nội dung ý kiến').inputValue()).toBe('Chưa đủ cơ sở (MẪU)');
    await dialog.getByRole('button', { name: 'Để sau' }).click();
    await dialog.waitFor({ state: 'detached' });
  }, 60_000);
});

describe('thư ký · the secretary', () => {
  test('ghi nhận thay: the same card for the leader whom they serve, the scan and what was said under their own name, and a second person is awaited', async () => {
    const secretary = await browser.person(SECRETARY, `/leader?for=${LEADER}`);
    const { page } = secretary;
    await card(secretary, 4).getByRole('button', { name: 'Ghi nhận thay' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Đồng ý', exact: true }).check();
    await dialog.getByLabel('Bản quét phiếu').setInputFiles({ name: 'phieu-y-kien-MAU.txt', mimeType: 'text/plain', buffer: Buffer.from('Phiếu ý kiến MẪU') });
    await dialog.getByText('Đã tải lên bản quét.').waitFor();
    const { today } = await must((await office.as(SECRETARY)).GET('/api/v1/me'));
    await dialog.getByLabel('Ngày ghi trên giấy').fill(today.split('-').map(Number).toReversed().join('/'));
    await dialog.getByLabel('Ngày ghi trên giấy').press('Enter');
    await dialog.getByLabel('Số, ký hiệu').fill('12-PYK (MẪU)');
    await dialog.getByLabel('Người ký trên giấy').fill('Ủy viên (MẪU)');
    expect(await secretary.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi nhận thay' }).click();
    await card(secretary, 4).getByText(/đã ghi nhận thay .+ Chờ người thứ hai xác nhận\./).waitFor();
    expect(await card(secretary, 4).getByRole('button', { name: 'Ghi nhận thay' }).count()).toBe(0);
    expect((await read(4)).proposals.at(-1)).toMatchObject({ verb: 'record', state: 'open', by: { person: SECRETARY } });
  });

  test('nothing before somebody is an empty state; whoever is neither leader nor secretary is told whose screen it is', async () => {
    const secretary = await browser.person(SECRETARY, `/leader?for=${PEOPLE.stranger}`);
    expect([await secretary.page.locator('[data-state=empty]').innerText(), await secretary.barriers()]).toEqual([expect.stringContaining('Không còn việc nào trình đồng chí') as string, []]);
    const stranger = await browser.person(PEOPLE.stranger, '/leader');
    expect([await stranger.page.locator('[data-state]').getAttribute('data-state'), await stranger.barriers()]).toEqual(['forbidden', []]);
  });
});
