import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@totrinh/platform';

/** Ports that a house had last time; the next start takes them again where they are free, so that bookmarks keep working. */
export type HousePorts = { readonly api?: number; readonly postgres?: number; readonly provider?: number; readonly mailbox?: number };

const DEFAULTS: HousePorts = { api: 7400, provider: 7401, mailbox: 7402 };

/** Last time's ports, or the usual ones. */
export function preferredPorts(dataDir: string): HousePorts {
  try {
    return { ...DEFAULTS, ...(JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')) as HousePorts) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return DEFAULTS;
    throw error;
  }
}

/** Remembers the ports of this run. */
export function rememberPorts(dataDir: string, ports: HousePorts): void {
  const file = join(dataDir, 'ports.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(ports)}\n`);
  renameSync(`${file}.new`, file);
}
