import { must } from '@totrinh/api-client';
import { ApiOffice, PEOPLE } from '../api/api-office.ts';
import { rowsOf, Stage } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';

const MINUTE = 60_000;
let browser: TestBrowser;
let stage: Stage;
let office: ApiOffice;
let dossier: string;
let countsBefore: string;
/** What stands on the tabs of the lists, once the figures are there. */
const countsOf = async ({ page }: Visitor): Promise<string> => {
  const tabs = page.getByRole('tablist', { name: 'Các danh sách việc' });
  await tabs.getByRole('tab', { name: /\d/ }).nth(4).waitFor();
  return tabs.innerText();
};
beforeAll(async () => {
  [browser, office] = await Promise.all([TestBrowser.open(), ApiOffice.open('hai-co-quan', 1)]);
  stage = new Stage(browser);
  countsBefore = await countsOf(await stage.person(PEOPLE.stranger));
  dossier = await office.standingAt('duyet');
}, 2 * MINUTE);
afterAll(async () => browser.close());

describe('hai cơ quan · two offices', () => {
  test('people of another office find nothing of it: no row, no count on any list, nothing by searching, no answer to a guessed address, no file', async () => {
    const { title, documents } = await must((await office.as(PEOPLE.drafter)).GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier } } }));
    const stranger = await stage.person(PEOPLE.stranger);
    await stranger.go('/tasks');
    expect(await countsOf(stranger)).toBe(countsBefore);
    for (const list of ['todo', 'waiting', 'informed', 'done', 'troubled']) {
      await stranger.go(`/tasks?list=${list}&search=${encodeURIComponent(title)}`);
      await stranger.page.getByText(/^Không (có|còn) /).first().waitFor();
      expect(await rowsOf(stranger.page, title).count()).toBe(0);
    }
    await stranger.go(`/dossiers?search=${encodeURIComponent(title)}`);
    await stranger.page.locator('#main [data-state=empty]').waitFor();
    stranger.allow(/404/);
    const task = await office.task(dossier, 'duyet', PEOPLE.head);
    for (const path of [`/dossiers/${dossier}`, `/tasks/${task.id}`, `/compose/${dossier}`]) {
      await stranger.go(path);
      await stranger.page.locator('[data-state=not-found]').waitFor();
      expect(await stranger.page.locator('#main').innerText()).not.toContain(title);
    }
    const content = `/api/v1/documents/${documents[0]!.id}/content`;
    const drafter = await stage.person(PEOPLE.drafter);
    expect(await Promise.all([drafter, stranger].map((v) => v.page.evaluate(`fetch('${content}').then(async (a) => [a.status, (await a.text()).includes('${office.name}')])`)))).toEqual([[200, true], [404, false]]);
  }, 2 * MINUTE);
});
