import { choose } from './acting.ts';
import { TestBrowser } from './browser.ts';

let browser: TestBrowser;
beforeAll(async () => { browser = await TestBrowser.open(); });
afterAll(async () => browser.close());

describe('vắng mặt và thông báo · absences and notices', () => {
  test('whoever declares an absence names a substitute, who is told of it, reads it, and has one notice fewer', async () => {
    const away = await browser.person('btctu-drafter', '/absences');
    await away.page.getByRole('button', { name: 'Khai vắng' }).first().click();
    await choose(away.page.getByRole('dialog'), away.page, 'Người xử lý thay', /Văn thư, Ban Tổ chức/, 'btctu');
    await away.page.getByRole('dialog').getByRole('button', { name: 'Khai vắng' }).click();
    await away.page.getByRole('row', { name: /Văn thư, Ban Tổ chức/ }).getByText('đang hiệu lực').waitFor();

    const substitute = await browser.person('btctu-clerk', '/notices');
    const told = substitute.page.locator('.notices-list li', { hasText: 'Xử lý thay khi vắng' }).first().getByRole('button', { name: /Đánh dấu đã đọc/ });
    await told.waitFor();
    const unread = substitute.page.locator('.notices-count');
    const before = Number(await unread.textContent());
    await told.click();
    await unread.getByText(String(before - 1), { exact: true }).waitFor();
    await substitute.page.getByRole('button', { name: 'Tôi:' }).click();
    await substitute.page.getByText('Xử lý thay cho').waitFor();
    await substitute.page.getByText(/Chuyên viên .*Ban Tổ chức/).first().waitFor();
  });

  test('who stands in for somebody names nobody else: the refusal stands at the field', async () => {
    const clerk = await browser.person('btctu-clerk', '/absences');
    await clerk.page.getByRole('button', { name: 'Khai vắng' }).first().click();
    await choose(clerk.page.getByRole('dialog'), clerk.page, 'Người xử lý thay', /Trưởng Ban, Ban Tổ chức/, 'btctu');
    clerk.allow(/409/);
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Khai vắng' }).click();
    await clerk.page.locator('.absences-field', { hasText: 'Người xử lý thay' }).getByText('Không nối tiếp việc xử lý thay').waitFor();
    expect(await clerk.barriers()).toEqual([]);
  });

  test('whoever comes back ends the absence', async () => {
    const away = await browser.person('btctu-drafter', '/absences');
    const declared = away.page.getByRole('row', { name: /Văn thư, Ban Tổ chức/ }).filter({ hasText: 'đang hiệu lực' }).filter({ has: away.page.getByRole('button', { name: 'Kết thúc' }) });
    await declared.getByRole('button', { name: 'Kết thúc' }).click();
    await away.page.locator('.ant-popconfirm').getByRole('button', { name: 'Kết thúc' }).click();
    await declared.waitFor({ state: 'detached' });
  });
});

describe('lịch, quy trình, cơ quan · calendar, routes, organisation', () => {
  test('a swapped Saturday is named with its decision, and a day without one is only planned', async () => {
    const { page } = await browser.person('btctu-drafter', '/calendar?year=2026');
    const swapped = page.getByRole('button', { name: /làm bù, Thứ Bảy làm bù, \d+\/VPCP-KGVX \(đã có quyết định\)/ }).first();
    await swapped.click();
    expect(await page.locator('.calendar-detail').textContent()).toMatch(/^thứ bảy, \d+\/\d+\/2026: làm bù.*\/VPCP-KGVX/i);
    await page.getByRole('button', { name: '2027' }).click();
    await page.waitForURL(/year=2027/);
    await page.getByRole('cell', { name: /\(dự kiến\)/ }).first().waitFor();
    await page.getByText(/Hạn: /).waitFor();
  });

  test('a route is drawn, and its steps say the same in words', async () => {
    const { page } = await browser.person('btctu-drafter', '/routes');
    await page.getByRole('link', { name: /Chuyên đề trình Ban Thường vụ/ }).click();
    const picture = page.getByRole('img', { name: /^Sơ đồ quy trình “Chuyên đề/ });
    await picture.waitFor();
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.routes-drawing img')?.naturalWidth ?? 0) > 0);
    expect(await page.getByRole('row', { name: /Soạn thảo soan-thao soạn thảo người soạn thảo 30 ngày làm việc/ }).count()).toBe(1);
    expect(await page.getByRole('row', { name: /Ký ban hành .* người ký của cấp có thẩm quyền/ }).count()).toBe(1);
  });

  test('a unit that has ended is not shown from its last day on, and a search needs no accents', async () => {
    const visitor = await browser.person('btctu-drafter', '/organisation?on=2025-12-31&search=dan van');
    await visitor.page.getByRole('heading', { name: /Ban Dân vận Thành ủy/ }).waitFor();
    await visitor.go('/organisation?on=2026-01-01&search=dan van');
    await visitor.settled();
    expect(await visitor.page.getByRole('heading', { name: /Ban Dân vận Thành ủy/ }).count()).toBe(0);
  });

  test('a route and a calendar that there are not say so', async () => {
    const visitor = await browser.person('btctu-drafter', '/routes');
    visitor.allow(/404/);
    for (const path of ['/routes/khong-co', '/calendar?id=KHONG-CO']) {
      await visitor.go(path);
      await visitor.page.locator('[data-state=not-found]').waitFor();
    }
  });
});

describe.each(['light', 'dark'] as const)('nothing is a barrier, %s', (scheme) => {
  test('on notices, absences, calendar, routes and organisation', async () => {
    const visitor = await browser.person('btctu-clerk', '/notices', { scheme, size: scheme === 'dark' ? 'phone' : 'desk' });
    const found: Record<string, string[]> = {};
    for (const path of ['/notices', '/absences', '/calendar?year=2026', '/routes', '/routes/chuyen-de-trinh-ban-thuong-vu', '/organisation']) {
      await visitor.go(path);
      const wider = await visitor.page.evaluate('document.documentElement.scrollWidth > innerWidth || document.querySelector("#scroll").scrollWidth > document.querySelector("#scroll").clientWidth');
      found[path] = [...(await visitor.barriers()), ...(wider === true ? ['the page scrolls sideways'] : [])];
    }
    expect(Object.values(found).flat()).toEqual([]);
  }, 240_000);
});
