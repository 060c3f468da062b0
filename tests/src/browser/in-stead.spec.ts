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
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('xu-ly-thay', 2)]);
  stage = new Stage(browser);
  dossiers = [];
  for (let i = 0; i < 2; i += 1) dossiers.push(await office.standingAt('duyet'));
}, 3 * MINUTE);
afterAll(async () => browser.close());

const titleOf = (i: number): string => `Đề án MẪU ${office.items[i]}`;
const rows = (v: Visitor): ReturnType<Visitor['page']['locator']> => v.page.locator('[data-row]');

describe('xử lý thay · in another’s stead', () => {
  test('a head who is away names a substitute; the task says in whose stead, the act is taken, and the record says both', async () => {
    const head = await stage.person(PEOPLE.head);
    await head.go('/absences');
    await head.page.getByRole('button', { name: 'Khai vắng' }).first().click();
    await choose(head.page.getByRole('dialog'), head.page, 'Người xử lý thay', /Phó Trưởng Ban, Ban Tổ chức/, 'btctu');
    await head.page.getByRole('dialog').getByRole('button', { name: 'Khai vắng' }).click();
    const absence = head.page.getByRole('row', { name: /Phó Trưởng Ban, Ban Tổ chức/ }).filter({ hasText: 'đang hiệu lực' }).filter({ has: head.page.getByRole('button', { name: 'Kết thúc' }) });
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
    const said = deputy.page.getByRole('listitem').filter({ hasText: 'xử lý thay khi vắng' }).last();
    await said.waitFor();
    const [forWhom, byWhom] = await Promise.all([PEOPLE.head, DEPUTY].map(async (login) => (await must((await office.as(login)).GET('/api/v1/me'))).name));
    expect(await said.innerText()).toMatch(new RegExp(`${forWhom}.*: Đồng ý.*${byWhom} xử lý thay khi vắng`, 's'));

    await absence.getByRole('button', { name: 'Kết thúc' }).click();
    await head.page.locator('.ant-popconfirm').getByRole('button', { name: 'Kết thúc' }).click();
    await absence.waitFor({ state: 'detached' });
    await deputy.go(`/tasks?search=${office.items[1]}`);
    await deputy.page.getByText('Không có dòng nào khớp').waitFor();
  }, 3 * MINUTE);
});
