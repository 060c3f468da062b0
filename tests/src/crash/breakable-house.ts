import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HouseAddress } from '../house/house-address.ts';

const KEEPER = fileURLToPath(new URL('./keeper.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../../../apps/cli/bin/totrinh.js', import.meta.url));
const ENV = { ...process.env, NODE_OPTIONS: '' };

/** A house of a test's own, whose parts it may kill; kept by a process that shuts it when the test's process is gone. */
export interface BreakableHouse {
  addresses(): HouseAddress;
  /** Carries an order out: `kill PART`, `restart PART`, `forget-temporal`. */
  order(line: string): Promise<void>;
  /** Runs `totrinh …` on this house's data folder and answers its exit code and what it printed. */
  totrinh(...args: string[]): { code: number | null; output: string };
  close(): Promise<void>;
}

export async function openBreakableHouse(): Promise<BreakableHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'totrinh-crash-'));
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', KEEPER, dataDir], { stdio: ['pipe', 'pipe', 'inherit'], env: ENV });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const done = async (): Promise<HouseAddress> => {
    const line = await lines.next();
    if (line.done) throw new Error('the keeper of the house ended; what it said is on standard error');
    return JSON.parse(line.value.slice('DONE '.length)) as HouseAddress;
  };
  let addresses = await done();
  return {
    addresses: () => addresses,
    async order(line) {
      child.stdin.write(`${line}\n`);
      addresses = await done();
    },
    totrinh(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args, '--data', dataDir], { env: ENV, encoding: 'utf8' });
      return { code: status, output: stdout + stderr };
    },
    async close() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
