import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';
import { signIn, startProvider, type RunningProvider } from '@totrinh/embedded';
import { Browser } from '../house/browser.ts';
import { eventually } from '../house/eventually.ts';
import { dataFolder, type DataFolder } from './data-folder.ts';

const people = [
  { login: 'btctu-truong', name: 'MẪU Trưởng Ban', post: 'Trưởng Ban Tổ chức' },
  { login: 'vptu-van-thu', name: 'MẪU <Văn thư>', post: 'Văn thư Văn phòng' },
];

async function verify({ issuer, audience }: RunningProvider, token: string): Promise<JWTVerifyResult> {
  const { jwks_uri } = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer, audience, typ: 'at+jwt', algorithms: ['RS256'] });
}

describe('the demo sign-in', () => {
  let folder: DataFolder;
  let provider: RunningProvider;
  beforeAll(async () => {
    folder = await dataFolder();
    provider = await startProvider({ ...folder, people });
  });
  afterAll(async () => {
    await provider.stop();
    await folder.clear();
  });

  test('a person gets a token for the API by code flow and PKCE, which its published key verifies', async () => {
    const { accessToken, expiresAt } = await signIn({ issuer: provider.issuer, login: 'btctu-truong' });
    const { payload } = await verify(provider, accessToken);
    expect(payload).toMatchObject({ sub: 'btctu-truong', aud: 'urn:totrinh:api', scope: 'act', client_id: 'totrinh-cli' });
    expect(Math.abs((payload.exp ?? 0) * 1000 - expiresAt.getTime())).toBeLessThan(5_000);
  });

  test('two people are two subjects, at the same time', async () => {
    const tokens = await Promise.all(people.map(({ login }) => signIn({ issuer: provider.issuer, login })));
    const subjects = await Promise.all(tokens.map(async ({ accessToken }) => (await verify(provider, accessToken)).payload.sub));
    expect(subjects).toEqual(['btctu-truong', 'vptu-van-thu']);
  });

  test('nobody signs in who is not on the page', async () => {
    await expect(signIn({ issuer: provider.issuer, login: 'nguoi-la' })).rejects.toThrow(/^Không có người "nguoi-la" .+ \/ nobody called/);
  });

  test('no code is given without PKCE, nor to an address that is not this machine', async () => {
    const ask = async (more: Record<string, string>): Promise<string> => {
      const query = new URLSearchParams({ client_id: 'totrinh-cli', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1/callback', ...more });
      const response = await fetch(`${provider.issuer}/auth?${query.toString()}`, { redirect: 'manual' });
      return response.headers.get('location') ?? `${response.status}`;
    };
    expect(await ask({})).toContain('error=invalid_request');
    expect(await ask({ redirect_uri: 'https://elsewhere.example/callback', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' })).toBe('400');
  });

  test('the page names people by post and shows names as text, whatever they hold', async () => {
    const start = await fetch(`${provider.issuer}/auth?${new URLSearchParams({
      ...{ client_id: 'totrinh-cli', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1:5555/callback' },
      ...{ code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
    }).toString()}`, { redirect: 'manual' });
    const cookie = start.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const page = await (await fetch(new URL(start.headers.get('location')!, provider.issuer), { headers: { cookie } })).text();
    expect(page).toContain('Trưởng Ban Tổ chức');
    expect(page).toContain('MẪU &lt;Văn thư&gt;');
  });

  test('its first page says what it is and lists its people with their logins', async () => {
    const response = await fetch(`${provider.issuer}/`);
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const words of ['Nguồn đăng nhập mẫu', 'demo sign-in', 'MẪU &lt;Văn thư&gt;', ...people.map(({ login }) => `<code>${login}</code>`)]) expect(page).toContain(words);
  });

  test('it remembers nobody: each sign-in of the application is a click, so that another post is one away', async () => {
    const web = { client_id: 'totrinh-web', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1:5555/sign-in/callback', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' };
    const start = `${provider.issuer}/auth?${new URLSearchParams(web).toString()}`;
    const browser = new Browser();
    for (const login of ['btctu-truong', 'vptu-van-thu']) {
      const page = await browser.open(start);
      const back = await browser.send(page, { login }, (url) => url.startsWith('http://127.0.0.1:5555/'));
      expect(new URL(back.url).searchParams.get('code')).toMatch(/^[\w-]{40,}$/);
    }
  });

  test('after signing out it leads back to the application on this machine, and nowhere else', async () => {
    const end = async (query: Record<string, string>): Promise<string | null> => (await fetch(`${provider.issuer}/session/end?${new URLSearchParams(query).toString()}`, { redirect: 'manual' })).headers.get('location');
    const back = 'http://127.0.0.1:7400/signed-out';
    expect(await end({ post_logout_redirect_uri: back })).toBe(back);
    expect(await end({ post_logout_redirect_uri: back, state: 'a b' })).toBe(`${back}?state=a+b`);
    for (const elsewhere of ['https://evil.example/signed-out', 'http://127.0.0.1.evil.example/signed-out', 'http://127.0.0.1:7400/other', 'http://127.0.0.1:7400@evil.example/signed-out']) expect(await end({ post_logout_redirect_uri: elsewhere })).toBeNull();
  });

  test('its cookies have names of their own, since the application lives on the same host', async () => {
    const browser = new Browser();
    await browser.open(`${provider.issuer}/auth?${new URLSearchParams({ client_id: 'totrinh-web', response_type: 'code', scope: 'openid', redirect_uri: 'http://127.0.0.1:5555/sign-in/callback', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }).toString()}`);
    const names = browser.cookieNames('127.0.0.1');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^totrinh_provider_/);
  });

  test('tokens outlive a restart of the sign-in, since its key is kept', async () => {
    const { accessToken } = await signIn({ issuer: provider.issuer, login: 'vptu-van-thu' });
    const { port } = provider;
    await provider.stop();
    provider = await startProvider({ ...folder, people, port });
    await eventually('connections to the old sign-in are forgotten', async () => (await fetch(`${provider.issuer}/jwks`)).ok);
    expect((await verify(provider, accessToken)).payload.sub).toBe('vptu-van-thu');
  });

  test('it listens on this machine only', async () => {
    await expect(startProvider({ ...folder, people, host: '0.0.0.0' })).rejects.toThrow(/chỉ nghe trên máy này, không nghe ở 0\.0\.0\.0 \/ .+this machine only/);
  });
});
