import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createApi, type Api } from '@totrinh/api';
import { freePort } from '@totrinh/embedded';
import { createLogger } from '@totrinh/platform';
import { REPO } from '../architecture/repository.ts';
import { eventually } from '../house/eventually.ts';
import { theHouse } from '../house/house-address.ts';

/** A wire to the house's PostgreSQL that can be cut and mended. */
class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;

  constructor(to: URL) {
    this.#server = createServer((from) => {
      if (this.#cut) return from.destroy();
      const on = connect(Number(to.port), to.hostname);
      for (const socket of [from, on]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => [from, on].forEach((s) => s.destroy()));
      }
      return from.pipe(on).pipe(from);
    });
  }

  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  cut(cut: boolean): void {
    this.#cut = cut;
    if (cut) for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut(true);
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const config = (dbUrl: string): Parameters<typeof createApi>[0] => ({
  dbUrl, oidc: { issuer: theHouse().issuer, audience: 'urn:totrinh:api' }, host: '127.0.0.1', port: 0, files: theHouse().dataDir, logLevel: 'silent',
});

describe('PostgreSQL vắng mặt / PostgreSQL is away', () => {
  test('while it is away the API says 503 and when to ask again; when it is back it serves, without a restart', async () => {
    const to = new URL(theHouse().dbUrl);
    const wire = new Wire(to);
    const through = new URL(to);
    through.port = String(await wire.open());
    const api: Api = await createApi(config(through.href), createLogger('api', 'silent'));
    try {
      const ready = async (): Promise<Response> => fetch(`${url}/api/v1/health/ready`);
      const url = await api.listen();
      expect((await ready()).status).toBe(200);
      wire.cut(true);
      const away = await eventually('the API notices', async () => { const r = await ready(); return r.status === 503 && r; });
      expect(away.headers.get('retry-after')).toBe('1');
      expect(await away.json()).toMatchObject({ code: 'SERVICE_AWAY', detailEn: expect.stringContaining('is away') as string });
      expect((await fetch(`${url}/api/v1/health/live`)).status).toBe(200);
      wire.cut(false);
      await eventually('the API serves again', async () => (await ready()).status === 200);
    } finally {
      await api.close();
      await wire.close();
    }
  }, 60_000);

  test('a start without it ends after some patience with one sentence in both languages', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'apps/api/src/main.ts'], {
      cwd: REPO,
      env: { ...process.env, NODE_OPTIONS: '', TOTRINH_DB_URL: `postgres://a:b@127.0.0.1:${port}/totrinh`, TEMPORAL_ADDRESS: '127.0.0.1:1', OIDC_ISSUER: 'http://127.0.0.1:1', TOTRINH_PORT: '0' },
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^Không kết nối được PostgreSQL 127\.0\.0\.1:\d+\/totrinh sau \d+ giây .+ \/ cannot reach PostgreSQL 127\.0\.0\.1:\d+\/totrinh after \d+ s .+$/);
    expect(said).not.toContain('a:b');
  }, 90_000);
});
