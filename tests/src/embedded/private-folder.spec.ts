import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunRecord } from '@totrinh/embedded';

describe('who may look into a data folder', () => {
  let above: string;
  let data: string;
  const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  const made = (path: string, mode: number): string => {
    mkdirSync(path);
    chmodSync(path, mode);
    return path;
  };
  beforeEach(() => {
    above = mkdtempSync(join(tmpdir(), 'totrinh-private-'));
    data = join(above, 'data');
  });
  afterEach(() => rmSync(above, { recursive: true, force: true }));

  test('a new one is open to its owner alone', async () => {
    (await RunRecord.claim(data)).release();
    expect(modeOf(data)).toBe('700');
  });

  test('one of an earlier house is closed at the next start, with the files and logs in it', async () => {
    made(data, 0o755);
    writeFileSync(join(data, 'secrets.json'), '{}');
    const inner = ['files', 'logs'].map((name) => made(join(data, name), 0o755));
    (await RunRecord.claim(data)).release();
    expect([data, ...inner].map(modeOf)).toEqual(['700', '700', '700']);
  });

  test("somebody's own folder that is given for the data keeps its mode", async () => {
    made(data, 0o755);
    (await RunRecord.claim(data)).release();
    expect(modeOf(data)).toBe('755');
  });
});
