import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, type Api } from '@totrinh/api';
import { createLogger } from '@totrinh/platform';
import { exportSPKI, generateKeyPair } from 'jose';
import { theHouse } from '../house/house-address.ts';
import { Issuer, type Wish } from './issuer.ts';
import { judge } from './contract.ts';

const files = mkdtempSync(join(tmpdir(), 'totrinh-api-'));
let issuer: Issuer;
let api: Api;
let url: string;

const configFor = (oidcIssuer: string): Parameters<typeof createApi>[0] => ({
  dbUrl: theHouse().dbUrl, oidc: { issuer: oidcIssuer, audience: 'urn:totrinh:api' },
  host: '127.0.0.1', port: 0, files, logLevel: 'silent',
});

beforeAll(async () => {
  issuer = await Issuer.open();
  api = await createApi(configFor(issuer.url), createLogger('api', 'silent'));
  url = await api.listen();
}, 60_000);
afterAll(async () => {
  await api.close();
  await issuer.close();
  rmSync(files, { recursive: true, force: true });
});

async function me(authorization: string | null): Promise<{ status: number; code: string | undefined; person: string | undefined; challenge: string | null }> {
  const response = await fetch(`${url}/api/v1/me`, authorization === null ? {} : { headers: { authorization } });
  await judge('GET', `${url}/api/v1/me`, response);
  const body = (await response.json()) as { code?: string; person?: string };
  return { status: response.status, code: body.code, person: body.person, challenge: response.headers.get('www-authenticate') };
}
const withToken = async (wish: Wish): ReturnType<typeof me> => me(`Bearer ${await issuer.token(wish)}`);
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (): object => ({ iss: issuer.url, aud: 'urn:totrinh:api', sub: 'btctu-head', exp: Math.floor(Date.now() / 1000) + 600 });

describe('đăng nhập / sign-in', () => {
  test('a token of the provider lets its person in, the second time from memory', async () => {
    const bearer = `Bearer ${await issuer.token()}`;
    expect(await me(bearer)).toMatchObject({ status: 200, person: 'btctu-head' });
    expect(await me(bearer)).toMatchObject({ status: 200, person: 'btctu-head' });
  });

  test('without a token nobody gets in, except to health', async () => {
    expect(await me(null)).toMatchObject({ status: 401, code: 'TOKEN_MISSING', challenge: 'Bearer' });
    expect(await me('Basic YTpi')).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
    expect((await fetch(`${url}/api/v1/health/ready`)).status).toBe(200);
  });

  test.each<[string, Wish]>([
    ['has expired', { expires: Math.floor(Date.now() / 1000) - 1 }],
    ['never expires', { expires: '' }],
    ['is of another issuer', { iss: 'https://somewhere.example' }],
    ['is for another audience', { aud: 'urn:other:api' }],
    ['is no access token (typ)', { typ: 'JWT' }],
    ['names nobody', { sub: null }],
    ['names an unknown key', { kid: 'two' }],
  ])('a token that %s is refused', async (_, wish) => {
    expect(await withToken(wish)).toMatchObject({ status: 401, code: 'TOKEN_INVALID', challenge: 'Bearer' });
  });

  test('a token signed by somebody else’s key is refused, also under the provider’s key id', async () => {
    expect(await withToken({ with: await generateKeyPair('RS256', { extractable: true }) })).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });

  test('only RS256 counts: no unsigned token, no HS256 with the public key as its secret, no other algorithm', async () => {
    const none = `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims())}.`;
    const head = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'one' })}.${base64(claims())}`;
    const hs256 = `${head}.${createHmac('sha256', await exportSPKI(issuer.keys.publicKey)).update(head).digest('base64url')}`;
    const es256 = await issuer.token({ alg: 'ES256', with: await generateKeyPair('ES256', { extractable: true }) });
    for (const token of [none, hs256, es256, 'nonsense']) expect(await me(`Bearer ${token}`)).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });

  test('a good token of somebody who is not in the directory is refused by name', async () => {
    expect(await withToken({ sub: 'nobody' })).toMatchObject({ status: 403, code: 'PERSON_UNKNOWN' });
  });

  test('while the provider is away, who was verified before is still known, and others are told to wait', async () => {
    const away = await Issuer.open();
    const other = await createApi(configFor(away.url), createLogger('api', 'silent'));
    try {
      url = await other.listen();
      const token = await away.token();
      expect(await me(`Bearer ${token}`)).toMatchObject({ status: 200 });
      await away.close();
      expect(await me(`Bearer ${token}`)).toMatchObject({ status: 200 });
    } finally {
      await other.close();
    }
    const late = await createApi(configFor(away.url), createLogger('api', 'silent'));
    try {
      url = await late.listen();
      expect(await me(`Bearer ${await away.token()}`)).toMatchObject({ status: 503, code: 'SERVICE_AWAY' });
    } finally {
      await late.close();
    }
  });
});
