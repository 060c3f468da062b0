import { loadApiConfig, loadCliConfig, loadWorkerConfig, type Env } from '@totrinh/platform';

const api: Env = { TOTRINH_DB_URL: 'postgres://totrinh_app:secret@127.0.0.1:5432/totrinh', OIDC_ISSUER: 'http://127.0.0.1:7401/' };
const worker: Env = { ...api, TEMPORAL_ADDRESS: '127.0.0.1:7233' };
const CLOCK = '2022-07-13T08:00:00+07:00,1,2026-11-23T04:00:00Z';

function refusal(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error('these settings were accepted');
}

describe('the settings of a process', () => {
  test('what is left out has its default, and an empty value counts as left out', () => {
    expect(loadApiConfig({ ...api, TOTRINH_PORT: '', TOTRINH_CLOCK: ' ' })).toEqual({
      dbUrl: api['TOTRINH_DB_URL'],
      ...{ oidc: { issuer: 'http://127.0.0.1:7401', audience: 'urn:totrinh:api' }, host: '127.0.0.1', port: 7400, files: '.data/files', logLevel: 'info' },
    });
  });

  test('every fault is named in one sentence, Vietnamese first, and no value is shown', () => {
    const said = refusal(() => loadApiConfig({ TOTRINH_DB_URL: 'mysql://root:hunter2@db/x', TOTRINH_PORT: '70000' }));
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/^Cấu hình của api chưa đúng: .*TOTRINH_DB_URL phải là .*thiếu OIDC_ISSUER; TOTRINH_PORT phải là số.* \/ bad configuration of api: /);
    expect(said).not.toContain('hunter2');
  });

  test.each([
    ['the demo sign-in does not serve an API that listens beyond this machine', { TOTRINH_HOST: '0.0.0.0' }, /Nguồn đăng nhập mẫu .+ the demo issuer/],
    ['a set business clock is refused with a real sign-in', { OIDC_ISSUER: 'https://id.example.vn', TOTRINH_CLOCK: CLOCK }, /TOTRINH_CLOCK chỉ dùng .+ demo issuer/],
    ['a business clock without anchor is refused', { TOTRINH_CLOCK: '2022-07-13T08:00:00+07:00,1' }, /TOTRINH_CLOCK phải là START,SPEED,ANCHOR/],
    ['an instant without zone is refused', { TOTRINH_CLOCK: '2022-07-13T08:00:00,1,2026-11-23T04:00:00Z' }, /TOTRINH_CLOCK/],
  ])('%s', (_, more, sentence) => {
    expect(refusal(() => loadApiConfig({ ...api, ...more }))).toMatch(sentence);
  });

  test('browsers sign in where the application has an address, and idle times have limits', () => {
    expect(loadApiConfig(api).browsers).toBeUndefined();
    expect(loadApiConfig({ ...api, TOTRINH_COOKIE_INSECURE: 'yes' }).browsers).toEqual({ clientId: 'totrinh-web', insecureCookie: true, idleMinutes: 120, longestMinutes: 720 });
    expect(loadApiConfig({ ...api, TOTRINH_PUBLIC_URL: 'https://to-trinh.example.vn/', OIDC_WEB_CLIENT: 'x', OIDC_WEB_SECRET: 's', TOTRINH_SESSION_IDLE: '30', TOTRINH_SESSION_LONGEST: '60' }).browsers).toEqual({ clientId: 'x', clientSecret: 's', publicUrl: 'https://to-trinh.example.vn', insecureCookie: false, idleMinutes: 30, longestMinutes: 60 });
  });

  test.each([
    ['an API that listens beyond this machine', { OIDC_ISSUER: 'https://id.example.vn', TOTRINH_HOST: '0.0.0.0', TOTRINH_COOKIE_INSECURE: 'yes' }, /TOTRINH_COOKIE_INSECURE chỉ dùng khi API nghe trên máy này/],
    ['an application that is opened elsewhere', { TOTRINH_COOKIE_INSECURE: 'yes', TOTRINH_PUBLIC_URL: 'http://to-trinh.example.vn' }, /TOTRINH_COOKIE_INSECURE/],
    ['plain http without saying so', { TOTRINH_PUBLIC_URL: 'http://127.0.0.1:7400' }, /TOTRINH_PUBLIC_URL của API phải là https/],
    ['an address with a path', { TOTRINH_PUBLIC_URL: 'https://example.vn/to-trinh' }, /không có đường dẫn/],
    ['a word that is neither yes nor no', { TOTRINH_COOKIE_INSECURE: 'true' }, /TOTRINH_COOKIE_INSECURE phải là yes hoặc no/],
    ['a session that may be idle for longer than it lasts', { TOTRINH_COOKIE_INSECURE: 'yes', TOTRINH_SESSION_IDLE: '61', TOTRINH_SESSION_LONGEST: '60' }, /TOTRINH_SESSION_IDLE không được dài hơn/],
    ['a session without end', { TOTRINH_SESSION_LONGEST: '0' }, /TOTRINH_SESSION_LONGEST phải là số phút/],
  ])('the sign-in of browsers refuses %s', (_, more, sentence) => {
    expect(refusal(() => loadApiConfig({ ...api, ...more }))).toMatch(sentence);
  });

  test('a worker on another machine’s database refuses a set clock', () => {
    expect(refusal(() => loadWorkerConfig({ ...worker, TOTRINH_DB_URL: 'postgres://a:b@db.example/totrinh', TOTRINH_CLOCK: CLOCK }))).toMatch(/cơ sở dữ liệu mẫu trên máy này/);
  });

  test('a key without its certificate is refused', () => {
    expect(refusal(() => loadWorkerConfig({ ...api, TEMPORAL_ADDRESS: '127.0.0.1:7233', TEMPORAL_TLS_KEY: '/k.pem' }))).toMatch(/TEMPORAL_TLS_CERT và TEMPORAL_TLS_KEY/);
  });

  test('an API key implies TLS', () => {
    expect(loadWorkerConfig({ ...worker, TEMPORAL_API_KEY: 'key' }).temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'totrinh', apiKey: 'key', tls: {} });
  });

  test('the command line starts what is not given, and wants both roles of a given database', () => {
    expect(loadCliConfig({})).toEqual({});
    expect(loadCliConfig({ TOTRINH_CLOCK: '2022-07-13T08:00:00+07:00,60' }).clock).toBe('2022-07-13T08:00:00+07:00,60');
    expect(refusal(() => loadCliConfig({ TOTRINH_DB_URL: api['TOTRINH_DB_URL'] }))).toContain('TOTRINH_DB_OWNER_URL');
  });
});
