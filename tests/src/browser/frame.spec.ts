import { TestBrowser } from './browser.ts';

let browser: TestBrowser;
beforeAll(async () => { browser = await TestBrowser.open(); });
afterAll(async () => browser.close());

describe('khung màn hình · the frame of the screens', () => {
  test('whoever is not signed in is led to the sign-in, and back to where they wanted to go by one click on a post', async () => {
    const somebody = await browser.nobody();
    await somebody.page.goto(`${browser.base}/notices`);
    await somebody.page.locator('button[value="vptu-head"]').first().click();
    await somebody.page.waitForURL(`${browser.base}/notices`);
    await somebody.settled();
  });

  test('an address that leads nowhere says so, and nothing on it is a barrier', async () => {
    const head = await browser.person('vptu-head', '/tasks/khong/co/man-hinh');
    expect(await head.page.locator('[data-state=not-found]').count()).toBe(1);
    expect(await head.barriers()).toEqual([]);
  });

  test('language, appearance and tone marks are chosen in the person’s menu and stay after a reload', async () => {
    const { page } = await browser.person('vptu-head', '/notices');
    await page.getByRole('button', { name: 'Tôi:' }).click();
    await page.getByRole('radio', { name: 'kiểu “oà, uý”' }).check();
    await page.getByText('Vắng mặt, uỷ quyền').first().waitFor();
    await page.getByRole('group', { name: 'Ngôn ngữ', exact: true }).getByLabel('English').check();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.reload();
    await page.getByRole('link', { name: 'My tasks' }).waitFor();
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme]')).toEqual(['en', 'dark']);
  });

  test('no script stands in the page, and the policy admits none', async () => {
    const answer = await fetch(`${browser.base}/tasks`);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('signing out leaves nothing behind, and the way back asks to sign in', async () => {
    const head = await browser.person('vptu-head', '/notices');
    await head.page.getByRole('button', { name: 'Tôi:' }).click();
    await head.page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await head.page.waitForURL((url) => !url.pathname.startsWith('/notices'));
    await head.page.goto(`${browser.base}/notices`);
    await head.page.locator('button[value="vptu-head"]').first().waitFor();
  });
});
