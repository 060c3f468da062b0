import { randomBytes } from 'node:crypto';
import { loadCliConfig, StartError } from '@totrinh/platform';
import { awaitHouse } from '../house/await-house.ts';
import { findHouse } from '../house/house-file.ts';
import { Journal } from './journal.ts';
import { Office } from './office.ts';

/** What is needed to speak to a house: its API and where its people sign in. */
export interface HouseDoor {
  readonly apiUrl: string;
  readonly issuer: string;
}

/** The people of the house that runs on a data folder. Throws StartError where none runs. */
export function officeOf(dataDir: string): Office {
  const found = findHouse(dataDir);
  if (!found) throw new StartError({ vi: `Không có hệ thống nào đang chạy trên ${dataDir}: chạy "npm start" ở một cửa sổ khác`, en: `no house runs on ${dataDir}: run "npm start" in another terminal` });
  return new Office(found, `cli-${randomBytes(4).toString('hex')}-`, new Journal());
}

/** Works in the house that runs or is starting on the data folder, or in one that is opened for this and shut again; Ctrl-C shuts it, too. */
export async function inHouse<T>(dataDir: string, say: (line: string) => void, work: (house: HouseDoor) => Promise<T>): Promise<T> {
  const found = await awaitHouse(dataDir, say);
  if (found) {
    say(`Dùng hệ thống đang chạy ở ${found.apiUrl} / using the house that runs there`);
    return work(found);
  }
  say('Chưa có hệ thống nào chạy ở đây, mở một hệ thống cho lượt này / no house runs here, one is opened for this run');
  const { openHouse } = await import('../house.ts');
  const stopping = new AbortController();
  const cut = new Promise<never>((_, reject) => stopping.signal.addEventListener('abort', () => reject(new StartError({ vi: 'Đã dừng theo yêu cầu', en: 'stopped as asked' })), { once: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  const house = await openHouse({ dataDir, onLine: say, signal: stopping.signal, services: loadCliConfig(process.env) });
  try {
    return await Promise.race([work(house), cut]);
  } finally {
    await house.stop();
  }
}
