import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@totrinh/embedded';
import { readRepoFile } from '../architecture/repository.ts';
import { eventually } from '../house/eventually.ts';

/** The version of the compose file. */
const VERSION = /keycloak:\$\{KEYCLOAK_VERSION:-(\d+\.\d+)\}/.exec(readRepoFile('docker-compose.yml'))?.[1] ?? '';
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${VERSION}.0:zip`;
const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'totrinh');
const MIN_JAVA = 17;

interface DemoUser { readonly username: string }
interface Realm { readonly clients: readonly { readonly clientId: string }[]; readonly users: readonly DemoUser[] }

/** People of docker/keycloak/demo-users.json, by their logins. */
export const DEMO_USERS = (JSON.parse(readRepoFile('docker/keycloak/demo-users.json')) as { users: DemoUser[] }).users;

/** What is missing to run Keycloak here; null where nothing is. */
export function missingForKeycloak(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.status !== 0 || Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0) < MIN_JAVA) return `Java ${MIN_JAVA}`;
  return spawnSync('mvn', ['--version']).status === 0 ? null : 'Maven';
}

/** The distribution, unpacked by Maven into the cache when it is first asked for. */
async function distribution(): Promise<string> {
  const kept = join(CACHE, `keycloak-${VERSION}.0`);
  if (existsSync(kept)) return kept;
  mkdirSync(CACHE, { recursive: true });
  const staging = mkdtempSync(join(CACHE, 'keycloak-new-'));
  try {
    await promisify(execFile)('mvn', ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${staging}`], { cwd: staging, timeout: 600_000 });
    // Somebody else may have been quicker.
    if (!existsSync(kept)) renameSync(join(staging, `keycloak-${VERSION}.0`), kept);
    return kept;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A real Keycloak with the realm of the compose file, its demo people with a password made up for this run, and its data in a folder that goes with it. */
export class Keycloak {
  readonly issuer: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(issuer: string, child: ChildProcess, folder: string) {
    this.issuer = issuer;
    this.#child = child;
    this.#folder = folder;
  }

  /** Starts it (some 20 to 60 seconds) for an application at `webUrl` that shows `secret`. Throws with its last words where it ends or stays silent instead. */
  static async start({ webUrl, secret, password }: { readonly webUrl: string; readonly secret: string; readonly password: string }): Promise<Keycloak> {
    const folder = mkdtempSync(join(tmpdir(), 'totrinh-keycloak-'));
    const home = join(folder, 'keycloak');
    cpSync(await distribution(), home, { recursive: true });
    const realm = JSON.parse(readRepoFile('docker/keycloak/realm.json')) as Realm;
    const users = DEMO_USERS.map((user) => ({ ...user, credentials: [{ type: 'password', value: password, temporary: false }] }));
    mkdirSync(join(home, 'data', 'import'), { recursive: true });
    writeFileSync(join(home, 'data', 'import', 'realm.json'), JSON.stringify({ ...realm, users }));
    const port = await freePort();
    const log = join(folder, 'log');
    // In a process group of its own: kc.sh starts Java as its child.
    const child = spawn('bash', [join(home, 'bin', 'kc.sh'), 'start-dev', '--import-realm', '--db=dev-file', '--http-host=127.0.0.1', `--http-port=${port}`, '--features-disabled=impersonation'], {
      detached: true, stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')],
      env: { ...process.env, NODE_OPTIONS: '', TOTRINH_WEB_URL: webUrl, TOTRINH_WEB_CLIENT_SECRET: secret, JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx768m', JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' },
    });
    const keycloak = new Keycloak(`http://127.0.0.1:${port}/realms/totrinh`, child, folder);
    try {
      await eventually('Keycloak serves its realm', async () => {
        if (child.exitCode !== null) return 'ended';
        return (await fetch(`${keycloak.issuer}/.well-known/openid-configuration`)).ok && 'serves';
      }, { withinMs: 240_000, everyMs: 500 });
      if (child.exitCode !== null) throw new Error('Keycloak ended while it started');
      return keycloak;
    } catch (fault) {
      const said = readFileSync(log, 'utf8').slice(-3_000);
      await keycloak.stop();
      throw new Error(`Keycloak does not serve: ${said}`, { cause: fault });
    }
  }

  /** Ends it, and removes its data. */
  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      const gone = once(this.#child, 'exit');
      process.kill(-pid, 'SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
