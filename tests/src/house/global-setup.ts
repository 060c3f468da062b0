import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeeper } from './keeper-process.ts';
import { HOUSE_FILE } from './house-address.ts';

/** Jest's global set-up of the project `services`: one house for all suites. TOTRINH_TEST_HOUSE=none leaves it shut. */
export default async function setup(): Promise<void> {
  if (process.env[HOUSE_FILE] === 'none') return;
  process.env[HOUSE_FILE] = await openKeeper(mkdtempSync(join(tmpdir(), 'totrinh-test-')));
}
