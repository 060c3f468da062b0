import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OURS = ['postgres', 'postgres.new', 'temporal', 'provider', 'files', 'logs', 'temporal.db', 'temporal.db-shm', 'temporal.db-wal', 'secrets.json', 'clock.json', 'ports.json', 'house.json'];

/**
 * Begins a data folder anew: removes what a house keeps there and nothing else. A folder without a house's secrets is left alone,
 * since it may be somebody's folder that was named by mistake. The caller has taken the folder (RunRecord), so nothing runs on it.
 */
export function clearData(dataDir: string): void {
  if (!existsSync(join(dataDir, 'secrets.json'))) return;
  // The secrets go last: a removal that was cut off can be repeated.
  for (const name of OURS.filter((each) => each !== 'secrets.json')) rmSync(join(dataDir, name), { recursive: true, force: true });
  rmSync(join(dataDir, 'secrets.json'), { force: true });
}
