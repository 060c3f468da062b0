import { must } from '@totrinh/api-client';
import { PEOPLE } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';
import { termPassed } from '../patterns/pattern-directory.ts';
import { END, PatternOffice, REFUSED_END } from '../patterns/pattern-office.ts';
import { actOn, Stage, words } from './acting.ts';
import { TestBrowser } from './browser.ts';

const MINUTE = 60_000;
let browser: TestBrowser;
let stage: Stage;
let office: PatternOffice;
let dossier: string;
let title: string;
const STEPS = `  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: duyet } }
  duyet: { kind: review, who: { headOf: leadUnit }, next: { approved: bo-sung, returned: soan-thao } }
  bo-sung: { kind: draft, title: { vi: Bổ sung số liệu, en: Figures added }, who: { person: drafter }, due: { workingDays: 3 }, ladder: standard, needs: { documents: [du-thao] }, next: { completed: kiem-tra } }
  kiem-tra: { kind: review, who: { post: form-checker, of: issuing }, next: { approved: xong, returned: bo-sung } }
${END}`;
const BEFORE_LEADERS = `  soan-thao: { kind: draft, who: { person: drafter }, needs: { documents: [du-thao] }, next: { completed: phe-duyet } }
  phe-duyet: { kind: approve, who: { body: authority }, rule: any, due: { workingDays: 3 }, ladder: leaders, next: { approved: xong, returned: soan-thao, rejected: khong } }
${END}${REFUSED_END}`;
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), PatternOffice.open('cham-han')]);
  stage = new Stage(browser);
  const d = await office.dossier('soan-thao', STEPS);
  dossier = d.id;
  await d.submit();
  await d.decide('duyet', PEOPLE.head, 'approved');
  await d.standsAt('bo-sung');
  title = (await d.read()).title;
  await termPassed(dossier, 'bo-sung');
}, 2 * MINUTE);
afterAll(async () => browser.close());

describe('việc chậm qua mắt ba người · a late task as three people see it', () => {
  test('the officer reads in words how late it is, with what the term rests on, and answers the lateness with a reason', async () => {
    const officer = await stage.person(PEOPLE.drafter);
    await officer.go(`/tasks?search=${encodeURIComponent(title)}`);
    const row = officer.page.locator('[data-row]', { hasText: title });
    await row.locator('.due-overdue').getByText('quá hạn 3 ngày làm việc').waitFor();
    expect(await officer.barriers()).toEqual([]);
    await officer.go(`/dossiers/${dossier}`);
    await officer.page.getByText('quá hạn 3 ngày làm việc').first().waitFor();
    await actOn(officer, 'Giải trình chậm', words('Lý do, nội dung ý kiến', 'Chờ số liệu của Sở (MẪU)'));
    await officer.page.getByText('Chờ số liệu của Sở (MẪU)').first().waitFor();
    expect(await officer.barriers()).toEqual([]);
  }, 2 * MINUTE);

  test('the head is told of it, reads which reminder told whom and the reason beside the step, takes the task and hands it back', async () => {
    const head = await stage.person(PEOPLE.head);
    await eventually('the head is told', async () => {
      await head.go(`/tasks?list=informed&search=${encodeURIComponent(title)}`);
      return (await head.page.locator('[data-row]', { hasText: title }).count()) > 0;
    }, { withinMs: MINUTE, everyMs: 500 });
    expect(await head.page.locator('[data-row]', { hasText: title }).textContent()).toContain('Được báo vì chậm xử lý');
    await head.go(`/dossiers/${dossier}`);
    await head.page.getByText('Chờ số liệu của Sở (MẪU)').first().waitFor();
    const { name } = await must((await office.api.as(PEOPLE.head)).GET('/api/v1/me'));
    const rung = head.page.getByRole('region', { name: 'Nhắc việc' }).getByRole('listitem').filter({ hasText: 'Đã qua hạn, lần 1 · Bổ sung số liệu' });
    await rung.getByText(`${name} (người đứng đầu đơn vị)`).waitFor();
    await actOn(head, 'Nhận về xử lý thay', words('Lý do, nội dung ý kiến', 'Để kịp phiên họp (MẪU)'));
    await head.page.getByText('Mở việc: Bổ sung số liệu').first().click();
    await head.page.waitForURL(/\/tasks\//);
    await head.settled();
    await actOn(head, 'Giao lại việc');
    await head.page.getByText('Đã ghi nhận: Giao lại việc.').first().waitFor();
    expect(await head.barriers()).toEqual([]);
  }, 2 * MINUTE);

  test('the office finds it on the board of its unit, with the reminders that went out, the next one and the answer beside it', async () => {
    const chief = await stage.person('vptu-head');
    await chief.go('/overdue?standing=late&unit=BTCTU');
    const line = chief.page.getByRole('row', { name: new RegExp(title) });
    await line.getByText('quá hạn 3 ngày làm việc').waitFor();
    expect(await line.textContent()).toMatch(/lần \d+.*13\/7\/2022.*18\/7\/2022/);
    await line.getByText('Chờ số liệu của Sở (MẪU)').waitFor();
    expect(await chief.barriers()).toEqual([]);
  }, 2 * MINUTE);

  test('what lies before leaders past its term is never called late, neither to them nor at the office: it says since when', async () => {
    const laid = await office.dossier('soan-thao', BEFORE_LEADERS);
    await laid.submit();
    await laid.standsAt('phe-duyet');
    const before = (await laid.read()).title;
    await termPassed(laid.id, 'phe-duyet');
    await eventually('the office is reminded', async () => (await laid.read()).steps.some((s) => s.rungs.some((r) => r.firedAt !== null)), { withinMs: MINUTE });
    const leader = await browser.person(PEOPLE.member, '/leader', { size: 'phone' });
    await leader.page.locator('.leader-card', { hasText: before }).getByText(/đang trình từ/).first().waitFor();
    for (const path of ['/leader', `/tasks?search=${encodeURIComponent(before)}`, `/dossiers/${laid.id}`]) {
      await leader.go(path);
      await leader.page.locator('#main').getByText(before).first().waitFor();
      expect([path, (await leader.page.locator('#main').innerText()).match(/quá hạn|trễ|chậm/gi), await leader.page.locator('#main .due-overdue').count()]).toEqual([path, null, 0]);
    }
    const chief = await stage.person('vptu-head');
    await chief.go('/overdue');
    const line = chief.page.getByRole('row', { name: new RegExp(before) });
    await line.getByText(/đang trình từ/).waitFor();
    expect(await line.innerText()).not.toMatch(/quá hạn/i);
  }, 2 * MINUTE);
});
