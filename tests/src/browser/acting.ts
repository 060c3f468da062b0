import type { Locator, Page } from 'playwright-core';
import { eventually } from '../house/eventually.ts';
import type { Look, TestBrowser, Visitor } from './browser.ts';

/** How people act on the screens: everyone at a browser of their own, opened when they are first needed. */
export class Stage {
  readonly browser: TestBrowser;
  readonly #visitors = new Map<string, Promise<Visitor>>();

  constructor(browser: TestBrowser) {
    this.browser = browser;
  }

  /** The browser of this person. */
  person(login: string, look: Look = {}): Promise<Visitor> {
    const known = this.#visitors.get(login) ?? this.browser.person(login, '/tasks', look);
    this.#visitors.set(login, known);
    return known;
  }

  /** Somebody opens, from Việc của tôi, what waits for them of the dossier of this title. */
  async opens(login: string, title: string): Promise<Visitor> {
    const visitor = await this.person(login);
    await eventually(`“${title}” waits for ${login}`, async () => {
      await visitor.go(`/tasks?search=${encodeURIComponent(title)}`);
      return (await rowsOf(visitor.page, title).count()) > 0;
    }, { withinMs: 30_000, everyMs: 500 });
    await rowsOf(visitor.page, title).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: title }).waitFor();
    return visitor;
  }

  /** Opens what waits for them and does one act on it. */
  async does(login: string, title: string, act: string, fill: Fill = () => undefined): Promise<Visitor> {
    const visitor = await this.opens(login, title);
    await actOn(visitor, act, fill);
    return visitor;
  }
}

/** The rows of the desk that are about a dossier. */
export const rowsOf = (page: Page, title: string): Locator => page.getByRole('article').getByRole('link', { name: title });

type Fill = (dialog: Locator, page: Page) => unknown;

/** The panel of a dossier with what may be done on it. */
export const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Việc có thể làm' });

/** Presses the button of an act; its dialog is open then. */
export async function asks(page: Page, act: string): Promise<Locator> {
  const button = panelOf(page).getByRole('button', { name: act, exact: true });
  await button.or(panelOf(page).getByText('Xử lý đặc biệt')).first().waitFor();
  if (!(await button.isVisible())) await panelOf(page).getByText('Xử lý đặc biệt').click();
  await button.click();
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.waitFor();
  return dialog;
}

/** Does an act on the dossier that is open: its dialog is filled in and sent, and the screen says that it was taken. */
export async function actOn({ page }: Visitor, act: string, fill: Fill = () => undefined): Promise<void> {
  const dialog = await asks(page, act);
  await fill(dialog, page);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`Đã ghi nhận: ${act}.`).first().waitFor();
}

/** Fills the field of words of this label in. */
export const words = (label: string, text: string): Fill => (dialog) => dialog.getByLabel(label).fill(text);

/** Chooses from a list that opens below its field: by what is typed into it where it is searched. A list that is read anew while it is open may lose a choice, so that it is looked at. */
export async function choose(dialog: Locator, page: Page, label: string, option: string | RegExp, typed?: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: label });
  const chosen = dialog.locator('.ant-select').filter({ has: page.getByRole('combobox', { name: label }) }).getByText(option);
  await eventually(`${label} is chosen`, async () => {
    // A click on a field whose list is open closes it.
    if ((await field.getAttribute('aria-expanded')) !== 'true') await field.click();
    if (typed !== undefined) await field.fill(typed);
    await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click({ timeout: 5_000 });
    return (await chosen.count()) > 0;
  }, { withinMs: 30_000 });
}
