import { Browser } from '../house/browser.ts';
import { HOST, SessionHall } from './session-hall.ts';

let hall: SessionHall;
beforeAll(async () => {
  hall = await SessionHall.open();
}, 120_000);
afterAll(async () => hall.close());

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const me = async (browser: Browser): Promise<[number, string | undefined]> => {
  const { status, code } = await hall.ask(browser, 'GET', '/me');
  return [status, code];
};
async function signedIn(login = 'btctu-cv', query = ''): Promise<Browser> {
  const browser = new Browser();
  await hall.signIn(browser, login, query);
  return browser;
}
const secretOf = (browser: Browser): string => browser.cookie(HOST, 'totrinh')?.value ?? '';

describe('đăng nhập bằng trình duyệt / signing in with a browser', () => {
  test('one click at the provider, and the browser is back where it wanted to go, signed in', async () => {
    const browser = new Browser();
    const shown = await hall.signIn(browser, 'btctu-cv', '?to=/dossiers/1%3Ftab%3Drecord%23end');
    expect([shown.url, shown.status]).toEqual([`${hall.url}/dossiers/1?tab=record#end`, 303]);
    expect(await hall.session(browser)).toMatchObject({ signedIn: true, demo: true, person: 'btctu-cv', name: 'MẪU btctu-cv', csrf: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await me(browser)).toEqual([200, undefined]);
  });

  test('who is not signed in is told so, and gets nothing', async () => {
    const browser = new Browser();
    expect(await hall.session(browser)).toEqual({ signedIn: false, demo: true });
    expect(await me(browser)).toEqual([401, 'TOKEN_MISSING']);
    expect(await hall.ask(browser, 'POST', '/session/end')).toMatchObject({ status: 401, code: 'TOKEN_MISSING' });
  });

  test('no token reaches the browser: neither in a cookie nor in a page, and the session’s cookie is kept from scripts and other sites', async () => {
    const browser = await signedIn();
    const cookie = browser.cookie(HOST, 'totrinh');
    expect(cookie?.value).toMatch(SECRET);
    expect(cookie?.attributes.filter((a) => !a.startsWith('expires')).sort()).toEqual(['httponly', 'path=/', 'samesite=lax']);
    expect(JSON.stringify(await hall.session(browser))).not.toMatch(/eyJ/);
    const [row] = await hall.house.look<{ kept: string }>('select string_agg(s::text, $1) as kept from totrinh.session s', ['']);
    expect(row?.kept).not.toContain(secretOf(browser));
  });

  test('signing in again gives the session a new name, and ends the one before', async () => {
    const browser = await signedIn();
    const first = secretOf(browser);
    await hall.signIn(browser, 'btctu-truong', '?as=btctu-truong');
    expect(secretOf(browser)).toMatch(SECRET);
    expect(secretOf(browser)).not.toBe(first);
    const thief = new Browser();
    thief.plant(HOST, 'totrinh', first);
    expect(await me(thief)).toEqual([401, 'SESSION_ENDED']);
  });

  test('a session that somebody planted before the sign-in is not the one that is signed in', async () => {
    const planted = 'A'.repeat(43);
    const browser = new Browser();
    browser.plant(HOST, 'totrinh', planted);
    await hall.signIn(browser, 'btctu-cv');
    expect(secretOf(browser)).not.toBe(planted);
    const thief = new Browser();
    thief.plant(HOST, 'totrinh', planted);
    expect(await me(thief)).toEqual([401, 'SESSION_ENDED']);
  });

  test('who is signed in already is led on at once; whom the page is asked for stands first on it', async () => {
    const browser = await signedIn();
    expect((await browser.open(`${hall.url}/sign-in?to=/tasks`, {}, (url) => url === `${hall.url}/tasks`)).url).toBe(`${hall.url}/tasks`);
    const { page } = await hall.before(new Browser(), '?as=btctu-truong');
    expect(page.indexOf('value="btctu-truong"')).toBeGreaterThan(0);
    expect(page.indexOf('value="btctu-truong"')).toBeLessThan(page.indexOf('value="btctu-cv"'));
  });

  test('whoever came by another name of this machine signs in where cookies are kept', async () => {
    const browser = new Browser();
    await browser.open(`${hall.url.replace(HOST, 'localhost')}/sign-in?to=/tasks`);
    expect(browser.visited[1]).toBe(`${hall.url}/sign-in?to=/tasks`);
  });

  test('two tabs may sign in at once', async () => {
    const browser = new Browser();
    const [one, two] = [await hall.answerFor(browser, 'btctu-cv', '?to=/one'), await hall.answerFor(browser, 'btctu-cv', '?to=/two')];
    for (const [answer, to] of [[one, '/one'], [two, '/two']] as const) expect((await browser.request(answer)).headers.get('location')).toBe(to);
  });

  test('an account that is not in the directory gets a page that says so, and no session', async () => {
    const browser = new Browser();
    const shown = await hall.signIn(browser, 'nguoi-la');
    expect([shown.status, shown.page.includes('chưa có trong danh sách cán bộ')]).toEqual([403, true]);
    expect(shown.page).toMatch(new RegExp(`href="${hall.provider.issuer}/session/end\\?`));
    expect(browser.cookie(HOST, 'totrinh')).toBeUndefined();
  });

  test('a sign-in that has to be fresh asks the provider to ask again, and counts from now', async () => {
    const browser = await signedIn();
    const before = (await hall.session(browser)).signedInAt ?? '';
    await hall.signIn(browser, 'btctu-cv', '?fresh=1&to=/tasks/1');
    const asked = browser.visited.find((url) => url.includes('/auth?') && url.includes('prompt=login')) ?? '';
    expect(new URL(asked).searchParams.get('max_age')).toBe('0');
    expect(Date.parse((await hall.session(browser)).signedInAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before));
  });
});

describe('những cách vào không được phép / ways that are shut', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/%09/evil.example/..//evil.example', '\t//evil.example', '/a/..//evil.example', '/sign-in?to=/x', '/api/v1/me', ''])('`to` that leads elsewhere leads home: %s', async (to) => {
    const shown = await hall.signIn(new Browser(), 'btctu-cv', `?${new URLSearchParams({ to }).toString()}`);
    expect(new URL(shown.url).origin).toBe(hall.url);
    expect(new URL(shown.url).pathname).toMatch(/^\/(?!\/|api|sign-in)/);
  });

  test('an answer is taken once', async () => {
    const browser = new Browser();
    const answer = await hall.answerFor(browser, 'btctu-cv');
    expect((await browser.request(answer)).status).toBe(303);
    const [first, again] = [secretOf(browser), await browser.request(answer)];
    expect([again.status, secretOf(browser)]).toEqual([400, first]);
    expect(await again.text()).toContain('không còn hiệu lực');
  });

  test('an answer that another browser asked for signs nobody in, so that nobody is led into somebody else’s session', async () => {
    const answer = await hall.answerFor(new Browser(), 'btctu-truong');
    for (const victim of [new Browser(), await signedIn()]) {
      const before = victim.cookie(HOST, 'totrinh')?.value;
      expect((await victim.request(answer)).status).toBe(400);
      expect(victim.cookie(HOST, 'totrinh')?.value).toBe(before);
    }
  });

  test('neither a wrong state, nor none, nor the code of somebody else’s sign-in under one’s own state', async () => {
    const browser = new Browser();
    const own = new URL(await hall.answerFor(browser, 'btctu-cv'));
    const other = new URL(await hall.answerFor(new Browser(), 'btctu-truong'));
    const with_ = (change: (query: URLSearchParams) => void): string => {
      const url = new URL(own);
      change(url.searchParams);
      return url.href;
    };
    for (const url of [with_((q) => q.set('state', 'x'.repeat(43))), with_((q) => q.delete('state')), with_((q) => q.set('code', other.searchParams.get('code') ?? ''))]) {
      expect([(await browser.request(url)).status, browser.cookie(HOST, 'totrinh')]).toEqual([400, undefined]);
    }
    // The last of them has used the sign-in up: what fails is not tried twice.
    expect((await browser.request(own.href)).status).toBe(400);
  });

  test('an answer that comes after ten minutes is too late, and one that says no signs nobody in', async () => {
    const browser = new Browser();
    const answer = new URL(await hall.answerFor(browser, 'btctu-cv'));
    hall.pass(11);
    expect((await browser.request(answer.href)).status).toBe(400);
    const denied = new URL(await hall.answerFor(browser, 'btctu-cv'));
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    const page = await (await browser.request(denied.href)).text();
    expect(page).toContain('Chưa đăng nhập được');
    expect(page).not.toContain('access_denied');
  });
});

describe('yêu cầu thay đổi qua cookie / changing requests that rest on the cookie', () => {
  const CASES: readonly [string, Readonly<Record<string, string>>, string | null][] = [
    ['without the token', { 'x-totrinh-csrf': '' }, 'CSRF_REFUSED'],
    ['with a wrong token', { 'x-totrinh-csrf': 'A'.repeat(43) }, 'CSRF_REFUSED'],
    ['from another site, though it knew the token', { 'sec-fetch-site': 'cross-site' }, 'CSRF_REFUSED'],
    ['from a neighbour of the same site', { 'sec-fetch-site': 'same-site' }, 'CSRF_REFUSED'],
    ['from another origin', { origin: 'https://evil.example' }, 'CSRF_REFUSED'],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 'CSRF_REFUSED'],
    ['from no origin', { origin: 'null' }, 'CSRF_REFUSED'],
    ['from a page of the application', { 'sec-fetch-site': 'same-origin' }, null],
  ];
  test.each(CASES)('%s', async (_, headers, code) => {
    const browser = await signedIn();
    const { status, code: said } = await hall.act(browser, '/session/end-everywhere', headers);
    expect([said ?? null, status]).toEqual([code, code === null ? 200 : 403]);
    expect((await hall.session(browser)).signedIn).toBe(code !== null);
  });

  test('the token of one session opens no other', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const { csrf = '' } = await hall.session(two);
    expect(await hall.ask(one, 'POST', '/session/end', { 'x-totrinh-csrf': csrf })).toMatchObject({ status: 403, code: 'CSRF_REFUSED' });
  });

  test('an office’s act needs it, too, also one that only asks; reading does not', async () => {
    const browser = await signedIn();
    for (const path of ['/absences', '/routes/check']) expect(await hall.ask(browser, 'POST', path, { 'idempotency-key': 'k' })).toMatchObject({ status: 403, code: 'CSRF_REFUSED' });
    expect(await me(browser)).toEqual([200, undefined]);
  });

  test('who sends a token is judged by the token alone, whatever cookie comes along', async () => {
    const browser = await signedIn();
    expect(await hall.ask(browser, 'GET', '/me', { authorization: 'Bearer nonsense' })).toMatchObject({ status: 401, code: 'TOKEN_INVALID' });
  });
});

describe('phiên kết thúc / sessions end', () => {
  test('an unused session ends after two hours; one that is used lasts, twelve hours at most', async () => {
    const [idle, used] = [await signedIn(), await signedIn()];
    for (let minutes = 0; minutes < 715; minutes += 65) {
      hall.pass(65);
      expect([minutes, await me(used)]).toEqual([minutes, [minutes + 65 < 720 ? 200 : 401, minutes + 65 < 720 ? undefined : 'SESSION_ENDED']]);
      if (minutes === 65) expect(await me(idle)).toEqual([401, 'SESSION_ENDED']);
    }
    hall.pass(10);
    expect(await me(used)).toEqual([401, 'SESSION_ENDED']);
    expect((await hall.session(used)).signedIn).toBe(false);
  });

  test('neither asking how long it lasts nor a page that refreshes itself is a use', async () => {
    const browser = await signedIn();
    hall.pass(100);
    const { idleUntil } = await hall.session(browser);
    expect((await hall.ask(browser, 'GET', '/me', { 'x-totrinh-background': '1' })).status).toBe(200);
    expect((await hall.session(browser)).idleUntil).toBe(idleUntil);
    expect((await hall.ask(browser, 'GET', '/me')).status).toBe(200);
    expect(Date.parse((await hall.session(browser)).idleUntil ?? '')).toBeGreaterThan(Date.parse(idleUntil ?? '') + 90 * 60_000);
  });

  test('uses are noted once a minute at most', async () => {
    const browser = await signedIn();
    const { idleUntil } = await hall.session(browser);
    for (let i = 0; i < 5; i += 1) await me(browser);
    expect((await hall.session(browser)).idleUntil).toBe(idleUntil);
  });

  test('signing out ends this browser’s session alone, and leads to the provider and back', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const secret = secretOf(one);
    const { status, body } = await hall.act(one, '/session/end');
    expect([status, body['ended']]).toEqual([200, 1]);
    expect(one.cookie(HOST, 'totrinh')).toBeUndefined();
    expect((await one.open(String(body['next']), {}, (url) => url.startsWith(hall.url))).url).toBe(`${hall.url}/signed-out`);
    one.plant(HOST, 'totrinh', secret);
    expect(await me(one)).toEqual([401, 'SESSION_ENDED']);
    expect(await me(two)).toEqual([200, undefined]);
  });

  test('signing out everywhere ends the other browser’s session, and nobody else’s', async () => {
    const [one, two, other] = [await signedIn('btctu-truong'), await signedIn('btctu-truong'), await signedIn('btctu-cv')];
    const { body } = await hall.act(one, '/session/end-everywhere');
    expect(body['ended']).toBeGreaterThanOrEqual(2);
    expect(await me(two)).toEqual([401, 'SESSION_ENDED']);
    expect(await me(other)).toEqual([200, undefined]);
  });

  test('what is over is not kept', async () => {
    await hall.before(new Browser());
    hall.pass(721);
    await signedIn();
    await hall.before(new Browser());
    const [row] = await hall.house.look<{ sessions: number; ways: number }>('select (select count(*)::int from totrinh.session) as sessions, (select count(*)::int from totrinh.sign_in) as ways');
    expect(row).toEqual({ sessions: 1, ways: 1 });
  });
});
