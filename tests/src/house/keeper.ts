import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHouse } from '@totrinh/cli';
import type { HouseAddress } from './house-address.ts';

// Keeps the house of a test run: opens it on the data folder given, says `READY <file>` with its addresses, and shuts it when standard
// input closes or a signal asks for it.

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('keeper.ts <data folder>');

const cut = new AbortController();
const asked = new Promise<void>((resolve) => {
  const end = (): void => {
    cut.abort();
    resolve();
  };
  process.stdin.on('end', end).on('close', end).resume();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
});

const house = await openHouse({ dataDir, port: 0, signal: cut.signal, onLine: (line) => process.stderr.write(`  ${line}\n`) });
const { dataDir: folder, apiUrl, issuer, people, dbUrl, dbOwnerUrl, dbSuperUrl, temporalAddress, namespace, clock } = house;
const address: HouseAddress = { dataDir: folder, apiUrl, issuer, people, dbUrl, dbOwnerUrl, dbSuperUrl, temporalAddress, namespace, clock };
const file = join(folder, 'address.json');
writeFileSync(file, JSON.stringify(address), { mode: 0o600 });
process.stdout.write(`READY ${file}\n`);
await asked;
await house.stop();
// Here and not in Jest's tear-down, so that the data goes also when Jest was killed.
if (!process.env['TOTRINH_KEEP_TEST_DATA']) rmSync(folder, { recursive: true, force: true });
process.exit(0);
