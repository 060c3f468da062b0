import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameProcess, postgresUrls, processIdentity } from '@totrinh/embedded';
import { codeOf } from '@totrinh/platform';

/** What another terminal may know of a running house: addresses and process numbers, no secrets. */
export type HouseFile = {
  readonly runner: { readonly pid: number; readonly identity: string };
  readonly apiUrl: string;
  readonly issuer: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly postgresPort?: number;
  readonly clock?: string;
  readonly pids: Readonly<Record<string, number>>;
};

/** A house that runs in another process, as found by its data folder. The database addresses carry passwords: keep them off the screen. */
export type FoundHouse = Omit<HouseFile, 'runner' | 'postgresPort'> & {
  readonly dbUrl?: string;
  readonly dbOwnerUrl?: string;
  readonly dbSuperUrl?: string;
};

const fileOf = (dataDir: string): string => join(dataDir, 'house.json');

/** Tells other terminals that the house serves. */
export function writeHouseFile(dataDir: string, house: Omit<HouseFile, 'runner'>): void {
  const whole: HouseFile = { runner: { pid: process.pid, identity: processIdentity(process.pid) ?? '' }, ...house };
  writeFileSync(`${fileOf(dataDir)}.new`, `${JSON.stringify(whole, undefined, 2)}\n`);
  renameSync(`${fileOf(dataDir)}.new`, fileOf(dataDir));
}

/** Takes the notice down. */
export function removeHouseFile(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/** The house that serves on a data folder now, or undefined; a notice that a crashed runner left does not count. */
export function findHouse(dataDir: string): FoundHouse | undefined {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const { runner, postgresPort, ...house } = JSON.parse(text) as HouseFile;
  if (!isSameProcess(runner.pid, runner.identity)) return undefined;
  if (postgresPort === undefined) return house;
  const { appUrl, ownerUrl, superUrl } = postgresUrls(dataDir, postgresPort);
  return { ...house, dbUrl: appUrl, dbOwnerUrl: ownerUrl, dbSuperUrl: superUrl };
}
