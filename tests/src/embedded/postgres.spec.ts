import { createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, startPostgres } from '@totrinh/embedded';
import { dataFolder, type DataFolder } from './data-folder.ts';

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: DataFolder;
  beforeEach(async () => {
    folder = await dataFolder();
  });
  afterEach(() => folder.clear());

  test('a second start finds what the first has written, with the same passwords', async () => {
    const first = await startPostgres(folder);
    await ask(first.ownerUrl, 'create table kept as select 34 as items');
    await first.stop();
    const second = folder.endsWithTest(await startPostgres({ ...folder, preferredPort: first.port }));
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'select items from kept')).toEqual([34]);
  });

  test('a committed row survives a kill, at the same address', async () => {
    const postgres = folder.endsWithTest(await startPostgres(folder));
    await ask(postgres.ownerUrl, 'create table kept as select 10 as items');
    await postgres.kill();
    expect(postgres.pid()).toBeUndefined();
    await postgres.restart();
    expect(await ask(postgres.ownerUrl, 'select items from kept')).toEqual([10]);
  });

  test('a stale postmaster.pid whose number another program has by now does not block the start', async () => {
    const first = await startPostgres(folder);
    await first.kill();
    writeFileSync(join(folder.dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder.dataDir}/postgres\n`);
    const second = folder.endsWithTest(await startPostgres(folder));
    expect(await ask(second.appUrl, 'select 1')).toEqual([1]);
  });

  test('a taken port is said in one sentence, Vietnamese first', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    try {
      await expect(startPostgres({ ...folder, port })).rejects.toThrow(new RegExp(`^Cổng ${port} .+ / port ${port} .+--port$`));
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  test('it keeps what it promised: nothing that guards a commit is switched off, and it listens on this machine alone', async () => {
    const postgres = folder.endsWithTest(await startPostgres(folder));
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'password_encryption'];
    const values = await Promise.all(names.map(async (name) => (await ask(postgres.superUrl, `show ${name}`))[0]));
    expect(values).toEqual(['on', 'on', 'on', '127.0.0.1', 'scram-sha-256']);
  });

  test('the app may not create tables, nor enter the databases of Temporal', async () => {
    const postgres = folder.endsWithTest(await startPostgres(folder));
    await expect(ask(postgres.appUrl, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(postgres.appUrl.replace(/totrinh$/, 'temporal'), 'select 1')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(postgres.appUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('Vietnamese capitals fold, whatever the machine’s locale is', async () => {
    const postgres = folder.endsWithTest(await startPostgres(folder));
    expect(await ask(postgres.ownerUrl, `select lower('ĐỀ ÁN ỦY BAN')`)).toEqual(['đề án ủy ban']);
  });
});
