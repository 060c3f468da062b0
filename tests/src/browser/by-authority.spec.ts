import { must } from '@totrinh/api-client';
import { PEOPLE } from '../api/api-office.ts';
import { draftTo, END, PatternOffice } from '../patterns/pattern-office.ts';
import { actOn, choose, rowsOf, Stage } from './acting.ts';
import { TestBrowser } from './browser.ts';

const MINUTE = 60_000;
const DEPUTY = 'btctu-deputy';
const STEPS = `${draftTo('ky')}  ky: { kind: sign, who: { headOf: leadUnit }, next: { signed: xong, returned: soan-thao } }
${END}`;
let browser: TestBrowser;
let stage: Stage;
let office: PatternOffice;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), PatternOffice.open('uy-quyen')]);
  stage = new Stage(browser);
}, MINUTE);
afterAll(async () => browser.close());

describe('ủy quyền bằng văn bản · written authority', () => {
  test('a head lets a deputy sign, under the number of the paper; the task says by whose authority, the record says for whom and by which paper, and what has ended gives nothing', async () => {
    const [first, second] = [await office.dossier('soan-thao', STEPS), await office.dossier('soan-thao', STEPS)];
    for (const laid of [first, second]) {
      await laid.submit();
      await laid.standsAt('ky');
    }
    const [firstTitle, secondTitle] = [(await first.read()).title, (await second.read()).title];
    const number = `${office.api.name}/UQ (MẪU)`;
    const head = await stage.person(PEOPLE.head);
    const { name } = await must((await office.api.as(PEOPLE.head)).GET('/api/v1/me'));
    await head.go('/absences');
    await head.page.getByRole('button', { name: 'Ghi ủy quyền' }).first().click();
    const dialog = head.page.getByRole('dialog');
    await dialog.getByLabel('Số văn bản ủy quyền').fill(number);
    await choose(dialog, head.page, 'Người được ủy quyền', /Phó Trưởng Ban, Ban Tổ chức/, 'btctu');
    expect(await dialog.getByRole('checkbox', { name: 'ký (TUQ)' }).isChecked()).toBe(true);
    expect(await head.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi ủy quyền' }).click();
    const granted = head.page.getByRole('row', { name: number }).filter({ hasText: 'đang hiệu lực' });
    await granted.waitFor();

    const deputy = await stage.opens(DEPUTY, firstTitle);
    await deputy.page.goBack();
    await deputy.page.locator('[data-row]', { hasText: firstTitle }).getByText(`Theo ủy quyền của ${name}`).waitFor();
    await rowsOf(deputy.page, firstTitle).first().click();
    await actOn(deputy, 'Ký');
    await deputy.go(`/dossiers/${first.id}`);
    const said = deputy.page.getByRole('listitem').filter({ hasText: `xử lý theo ủy quyền số ${number}` }).last();
    await said.waitFor();
    expect(await said.innerText()).toMatch(new RegExp(`^TUQ\\. ${name}.*: Đã ký`));
    expect(await deputy.barriers()).toEqual([]);

    await granted.getByRole('button', { name: 'Chấm dứt' }).click();
    await head.page.locator('.ant-popconfirm').getByRole('button', { name: 'Chấm dứt' }).click();
    await granted.waitFor({ state: 'detached' });
    await deputy.go(`/tasks?search=${encodeURIComponent(secondTitle)}`);
    await deputy.page.getByText('Không có dòng nào khớp').waitFor();
    expect((await second.read()).decisions).toEqual([]);
  }, 2 * MINUTE);
});
