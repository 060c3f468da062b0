import { createApi, type Api } from '@totrinh/api';
import { createLogger } from '@totrinh/platform';
import { Browser } from '../house/browser.ts';
import { HOST, SessionHall } from './session-hall.ts';

let hall: SessionHall;
beforeAll(async () => {
  hall = await SessionHall.open();
}, 120_000);
afterAll(async () => hall.close());

async function beside<T>(change: Partial<Parameters<typeof createApi>[0]>, work: (url: string) => Promise<T>): Promise<T> {
  const config = { dbUrl: hall.house.postgres.appUrl, oidc: { issuer: hall.provider.issuer, audience: hall.provider.audience }, host: HOST, port: 0, files: '.', logLevel: 'silent' };
  const api: Api = await createApi({ ...config, ...change }, createLogger('api', 'silent'));
  try {
    return await work(await api.listen());
  } finally {
    await api.close();
  }
}
const BROWSERS = { clientId: 'totrinh-web', idleMinutes: 120, longestMinutes: 720 };

describe('kinds of houses', () => {
  test('behind TLS the cookies are bound to the host and to https, and the provider is told the public address', async () => {
    await beside({ browsers: { ...BROWSERS, insecureCookie: false, publicUrl: 'https://to-trinh.example.vn' } }, async (url) => {
      const browser = new Browser();
      const response = await browser.request(`${url}/sign-in?to=/tasks`);
      const asked = new URL(response.headers.get('location') ?? '').searchParams;
      expect(asked.get('redirect_uri')).toBe('https://to-trinh.example.vn/sign-in/callback');
      expect(asked.get('code_challenge_method')).toBe('S256');
      for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
      expect(browser.cookie(HOST, '__Host-totrinh-sign-in')?.attributes.toSorted()).toEqual(['httponly', 'max-age=600', 'path=/', 'samesite=lax', 'secure']);
      // A cookie of the insecure name counts for nothing here.
      browser.plant(HOST, 'totrinh', 'A'.repeat(43));
      expect((await (await browser.request(`${url}/api/v1/me`)).json() as { code: string }).code).toBe('TOKEN_MISSING');
    });
  });

  test('without an address for browsers there is a page that says so, and tokens are accepted alone', async () => {
    await beside({}, async (url) => {
      const shown = await new Browser().open(`${url}/sign-in`);
      expect([shown.status, shown.page.includes('TOTRINH_PUBLIC_URL')]).toEqual([404, true]);
      expect(await (await fetch(`${url}/api/v1/session`)).json()).toEqual({ signedIn: false, demo: true });
      const planted = new Browser();
      planted.plant(HOST, 'totrinh', 'A'.repeat(43));
      expect((await planted.request(`${url}/api/v1/me`)).status).toBe(401);
    });
  });

  test('while the provider is away nobody signs in, and who is signed in stays so', async () => {
    const browser = new Browser();
    await hall.signIn(browser, 'btctu-cv');
    const answer = await hall.answerFor(browser, 'btctu-cv', '?as=btctu-cv');
    await hall.provider.stop();
    const shown = await browser.open(answer);
    expect([shown.status, shown.page.includes('tạm vắng')]).toEqual([503, true]);
    expect((await hall.ask(browser, 'GET', '/me')).status).toBe(200);
    await beside({ browsers: { ...BROWSERS, insecureCookie: true } }, async (url) => {
      const { status, page, headers } = await new Browser().open(`${url}/sign-in?to=/tasks`);
      expect([status, page.includes('href="/sign-in?to=%2Ftasks"'), headers.get('content-security-policy')?.includes("default-src 'none'")]).toEqual([503, true, true]);
    });
    expect((await hall.act(browser, '/session/end')).status).toBe(200);
  });
});
