import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, type House, type PartName } from '@totrinh/cli';
import { signIn } from '@totrinh/embedded';

/** Opens a house of its own on the real clock's speed, gives it to `work`, and leaves nothing behind. */
export async function withBenchHouse<T>(parts: readonly PartName[], work: (house: House) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'totrinh-bench-'));
  const now = new Date().toISOString();
  const house = await openHouse({ dataDir, port: 0, parts, clock: `${now},1,${now}`, onLine: (line) => process.stderr.write(`${line}\n`) });
  try {
    return await work(house);
  } finally {
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Access tokens of these people, by code flow and PKCE. */
export async function tokensOf(issuer: string, logins: readonly string[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const login of new Set(logins)) tokens.set(login, (await signIn({ issuer, login })).accessToken);
  return tokens;
}

/** Settings of the database that a fast figure must not have bought: printed beside every bench. */
export const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
