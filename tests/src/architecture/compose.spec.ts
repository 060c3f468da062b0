import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PAGE_HEADERS } from '../../../apps/api/src/http/serve-web.ts';
import { REPO, readRepoFile } from './repository.ts';

interface Service {
  image?: string;
  build?: { dockerfile: string };
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
}

const text = readRepoFile('docker-compose.yml');
const services = (parse(text, { merge: true }) as { services: Record<string, Service> }).services;
const demanded = [...new Set([...text.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]!))].sort();
const exampleKeys = [...readRepoFile('.env.example').matchAll(/^(\w+)=/gm)].map((match) => match[1]!).sort();
const hasCompose = spawnSync('docker-compose', ['--version']).status === 0;
const config = (env: Record<string, string>): string =>
  execFileSync('docker-compose', ['-f', 'docker-compose.yml', 'config', '-q'], { cwd: REPO, encoding: 'utf8', stdio: 'pipe', env: { PATH: process.env['PATH'] ?? '', HOME: REPO, ...env } });

describe('the shape of production in docker-compose.yml', () => {
  test('has every part', () => {
    const parts = ['postgres', 'temporal', 'temporal-ui', 'keycloak', 'mailpit', 'minio', 'migrate', 'api', 'web', 'worker'];
    expect(Object.keys(services)).toEqual(expect.arrayContaining(parts));
  });

  test('asks for every secret and knows none', () => {
    const entries = Object.values(services).flatMap(({ environment }) => Object.entries(environment ?? {}));
    const secrets = entries.filter(([name]) => /PASSWORD|PWD|SECRET|_KEY$/.test(name));
    expect(secrets.length).toBeGreaterThan(5);
    for (const [name, value] of secrets) expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\w+:\?[^}]*\}$/)]);
    for (const [name, value] of entries.filter(([, each]) => String(each).includes('://') && String(each).includes('@'))) {
      expect([name, value]).toEqual([name, expect.stringMatching(/:\$\{\w+:\?[^}]*\}@/)]);
    }
  });

  test('names in .env.example what it asks for', () => {
    expect(exampleKeys).toEqual(demanded);
  });

  test('listens beyond this machine with no part of its own', () => {
    for (const port of Object.values(services).flatMap(({ ports }) => ports ?? [])) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('gives the migration role to the one-shot migration alone', () => {
    const owners = Object.entries(services).filter(([, { environment }]) => environment && 'TOTRINH_DB_OWNER_URL' in environment);
    expect(owners.map(([name]) => name)).toEqual(['migrate']);
  });

  test('finds its Dockerfiles, scripts and realm, and runs nothing as root or by a moving tag', () => {
    for (const { build, image, volumes } of Object.values(services)) {
      if (build) expect(readRepoFile(build.dockerfile)).toMatch(/^FROM node:24[\s\S]*npm ci --omit=dev[\s\S]*^USER (node|65534)$/m);
      if (image) expect(image).toMatch(/:(\d|\$\{\w+:-[^}]*\d[^}]*\})/);
      for (const path of volumes?.filter((each) => each.startsWith('./')) ?? []) expect(existsSync(join(REPO, path.split(':')[0]!))).toBe(true);
    }
  });

  test('the container of the screens sends the headers that the API sends with them', () => {
    const caddy = readRepoFile('docker/web/Caddyfile').toLowerCase().replaceAll('"', '');
    for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(caddy).toContain(`header ${name} ${value}`.toLowerCase());
  });

  // On a machine without docker-compose: apt-get install docker-compose. The gate installs it, so that there it is never left out.
  (hasCompose || process.env['CI'] ? test : test.skip)('is accepted by docker-compose, and refused when a secret is missing', () => {
    const env = Object.fromEntries(demanded.map((name) => [name, 'x']));
    expect(config(env)).toBe('');
    const [, ...all] = Object.entries(env);
    expect(() => config(Object.fromEntries(all))).toThrow(/is missing|required|administrator/);
  });
});

describe('the realm of Keycloak', () => {
  const realm = JSON.parse(readRepoFile('docker/keycloak/realm.json')) as {
    clients: { clientId: string; publicClient: boolean; defaultClientScopes: string[]; attributes: Record<string, string>; redirectUris: string[]; secret?: string }[];
    clientScopes: { name: string; protocolMappers: { config: Record<string, string> }[] }[];
    users: unknown[];
  };

  test('lets the web and the command line sign in with PKCE, for the audience of the API, and has no people of its own', () => {
    expect(realm.clients.map(({ clientId, publicClient }) => [clientId, publicClient])).toEqual([['totrinh-web', false], ['totrinh-cli', true]]);
    for (const { attributes, defaultClientScopes } of realm.clients) {
      expect(attributes).toMatchObject({ 'pkce.code.challenge.method': 'S256', 'access.token.header.type.rfc9068': 'true' });
      expect(defaultClientScopes).toContain('act');
    }
    const act = realm.clientScopes.find(({ name }) => name === 'act');
    expect(act?.protocolMappers.map((mapper) => mapper.config['included.custom.audience'])).toContain('urn:totrinh:api');
    expect(realm.clients[0]?.secret).toMatch(/^\$\{\w+\}$/);
    expect(realm.users).toEqual([]);
  });

  test('leads browsers back to the sign-in of the application alone, and tells when a person proved who they are', () => {
    const [web] = realm.clients;
    expect(web?.redirectUris).toEqual(['${TOTRINH_WEB_URL}/sign-in/callback']);
    expect(web?.attributes['post.logout.redirect.uris']).toBe('${TOTRINH_WEB_URL}/signed-out');
    expect(realm.clientScopes.flatMap(({ protocolMappers }) => protocolMappers.map(({ config }) => config['claim.name']))).toEqual(expect.arrayContaining(['sub', 'auth_time']));
  });

  test('can be given the demo’s people, who have no password until somebody sets one', () => {
    const { users } = JSON.parse(readRepoFile('docker/keycloak/demo-users.json')) as { users: { username: string; email: string; firstName: string; credentials?: unknown }[] };
    for (const { username, email, firstName, credentials } of users) expect([email, credentials, firstName]).toEqual([`${username}@mau.invalid`, undefined, expect.stringMatching(/^MẪU /)]);
  });
});
