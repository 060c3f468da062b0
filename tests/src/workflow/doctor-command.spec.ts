import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { theHouse } from '../house/house-address.ts';
import { runProcess } from '../run/run-process.ts';

const doctor = (...args: string[]): Promise<{ exitCode: number | null; text: string }> =>
  runProcess({ script: 'apps/cli/src/main.ts', args: ['doctor', ...args], output: 'kept', withinMinutes: 2, env: { NODE_OPTIONS: '--import @swc-node/register/esm-register', INIT_CWD: '' } });

describe('totrinh doctor', () => {
  test('examines the house that runs on the data folder, and ends with 1 exactly where a fault is left', async () => {
    const { exitCode, text } = await doctor('--json', '--data', theHouse().dataDir);
    const told = JSON.parse(text) as { examined: number; findings: unknown[]; remaining: unknown[]; mended: unknown[] };
    expect(told).toMatchObject({ examined: expect.any(Number), mended: [], remaining: told.findings });
    expect(exitCode).toBe(told.remaining.length > 0 ? 1 : 0);
  }, 120_000);

  test('without a house it says in one sentence what to do', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'totrinh-nowhere-'));
    const { exitCode, text } = await doctor('--data', nowhere);
    rmSync(nowhere, { recursive: true });
    expect([exitCode, text.trim().split('\n').length]).toEqual([1, 1]);
    expect(text).toContain('npm start');
  }, 60_000);
});
