import { setTimeout as pause } from 'node:timers/promises';
import { livingRunner } from '@totrinh/embedded';
import { findHouse, type FoundHouse } from './house-file.ts';

const LOOK_MS = 500;
const PROGRESS_MS = 10_000;
// A first start may build a Temporal server before it serves.
const PATIENCE_MS = 15 * 60_000;

/**
 * The house that serves on a data folder, waited for while its runner is still starting it (at most 15 minutes; `say` hears a line
 * every ten seconds). Undefined when no runner lives there, or when it ends before the house serves.
 */
export async function awaitHouse(dataDir: string, say: (line: string) => void): Promise<FoundHouse | undefined> {
  const began = performance.now();
  let saidAt = -Infinity;
  let found = findHouse(dataDir);
  while (!found && livingRunner(dataDir) !== undefined && performance.now() - began < PATIENCE_MS) {
    if (performance.now() - saidAt >= PROGRESS_MS) {
      saidAt = performance.now();
      say(`Hệ thống đang khởi động, chờ (${Math.round((saidAt - began) / 1000)} s) / the system is still starting, waiting`);
    }
    await pause(LOOK_MS);
    found = findHouse(dataDir);
  }
  return found;
}
