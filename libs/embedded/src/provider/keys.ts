import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { codeOf } from '@totrinh/platform';

/** The provider's signing key (RS256) and the key of its cookies. */
export type ProviderKeys = { readonly signing: JWK; readonly cookie: string };

/** The keys of a data folder, made on first use, so that tokens and sessions outlive a restart. Readable by the owner alone. */
export async function readKeys(dataDir: string): Promise<ProviderKeys> {
  const file = join(dataDir, 'provider', 'keys.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProviderKeys;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(6).toString('hex');
  const made: ProviderKeys = {
    signing: { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid },
    cookie: randomBytes(32).toString('base64url'),
  };
  mkdirSync(join(dataDir, 'provider'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
