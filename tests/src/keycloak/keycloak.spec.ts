import { randomBytes } from 'node:crypto';
import { createApi, type Api } from '@totrinh/api';
import { freePort } from '@totrinh/embedded';
import { createLogger } from '@totrinh/platform';
import * as oidc from 'openid-client';
import { Browser, type Shown } from '../house/browser.ts';
import { StoreHouse } from '../integration/store-house.ts';
import { DEMO_USERS, Keycloak, missingForKeycloak } from './keycloak.ts';

const missing = missingForKeycloak();
// The gate provides Java and Maven, so that there the suite is never left out.
const suite = missing === null || process.env['CI'] ? describe : describe.skip;
const MINUTE = 60_000;
const HOST = '127.0.0.1';
const password = randomBytes(18).toString('base64url');

suite(`đăng nhập qua Keycloak thật / signing in through the real Keycloak${missing === null ? '' : ` (left out: no ${missing})`}`, () => {
  let house: StoreHouse;
  let keycloak: Keycloak;
  let api: Api;
  let url: string;

  beforeAll(async () => {
    const [port, secret] = [await freePort(), randomBytes(24).toString('hex')];
    url = `http://${HOST}:${port}`;
    [keycloak, house] = await Promise.all([Keycloak.start({ webUrl: url, secret, password }), StoreHouse.open()]);
    for (const { username } of DEMO_USERS.slice(0, 2)) await house.look('insert into totrinh.person (id, name) values ($1, $2)', [username, `MẪU ${username}`]);
    const config = { dbUrl: house.postgres.appUrl, oidc: { issuer: keycloak.issuer, audience: 'urn:totrinh:api' }, host: HOST, port, files: '.', logLevel: 'silent', browsers: { clientId: 'totrinh-web', clientSecret: secret, insecureCookie: true, idleMinutes: 120, longestMinutes: 720 } };
    api = await createApi(config, createLogger('api', process.env['TOTRINH_LOG'] ?? 'silent'));
    await api.listen();
  }, 10 * MINUTE);
  afterAll(async () => {
    await api?.close();
    await house?.close();
    await keycloak?.stop();
  }, MINUTE);

  const home = (at: string): boolean => at.startsWith(url) && !at.includes('/sign-in');
  const session = async (browser: Browser): Promise<{ signedIn: boolean; person?: string; csrf?: string; signedInAt?: string }> => (await browser.request(`${url}/api/v1/session`)).json() as Promise<{ signedIn: boolean }>;
  const enter = async (browser: Browser, query: string, username: string): Promise<Shown> => browser.send(await browser.open(`${url}/sign-in${query}`, {}, home), { username, password }, home);

  test('with name and password at Keycloak’s own page, by a client that shows its secret', async () => {
    const browser = new Browser();
    expect((await enter(browser, '?to=/tasks', 'btctu-drafter')).url).toBe(`${url}/tasks`);
    expect(await session(browser)).toMatchObject({ signedIn: true, person: 'btctu-drafter' });
    expect((await browser.request(`${url}/api/v1/me`)).status).toBe(200);
  }, MINUTE);

  test('a wrong password signs nobody in', async () => {
    const browser = new Browser();
    const shown = await browser.send(await browser.open(`${url}/sign-in`), { username: 'btctu-head', password: 'wrong' }, home);
    expect([shown.status, new URL(shown.url).origin]).toEqual([200, new URL(keycloak.issuer).origin]);
    expect((await session(browser)).signedIn).toBe(false);
  }, MINUTE);

  test('who is in Keycloak and not in the directory is refused', async () => {
    const shown = await enter(new Browser(), '', 'stc-clerk');
    expect([shown.status, shown.page.includes('chưa có trong danh sách cán bộ')]).toEqual([403, true]);
  }, MINUTE);

  test('a fresh sign-in asks for the password again, though Keycloak knows the browser', async () => {
    const browser = new Browser();
    await enter(browser, '?to=/tasks', 'btctu-head');
    const first = (await session(browser)).signedInAt ?? '';
    const asked = await browser.open(`${url}/sign-in?to=/tasks&fresh=1`, {}, home);
    expect(asked.page).toContain('name="password"');
    expect((await browser.send(asked, { username: 'btctu-head', password }, home)).url).toBe(`${url}/tasks`);
    expect(Date.parse((await session(browser)).signedInAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first));
  }, MINUTE);

  test('signing out ends the session here and at Keycloak, and comes back', async () => {
    const browser = new Browser();
    await enter(browser, '?to=/tasks', 'btctu-head');
    const { csrf = '' } = await session(browser);
    const ended = await browser.request(`${url}/api/v1/session/end`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-totrinh-csrf': csrf } });
    const { next } = (await ended.json()) as { next: string };
    expect((await browser.open(next, {}, home)).url).toBe(`${url}/signed-out`);
    expect((await browser.open(`${url}/sign-in`, {}, home)).page).toContain('name="password"');
  }, MINUTE);

  test('the command line’s client gets an access token that the API accepts', async () => {
    const configuration = await oidc.discovery(new URL(keycloak.issuer), 'totrinh-cli', undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const expectedState = oidc.randomState();
    const start = oidc.buildAuthorizationUrl(configuration, { redirect_uri: 'http://127.0.0.1/callback', scope: 'openid', state: expectedState, code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256' });
    const browser = new Browser();
    const back = await browser.send(await browser.open(start.href), { username: 'btctu-drafter', password }, (at) => at.startsWith('http://127.0.0.1/callback'));
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(back.url), { pkceCodeVerifier, expectedState });
    const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect([me.status, ((await me.json()) as { person: string }).person]).toEqual([200, 'btctu-drafter']);
  }, MINUTE);
});
