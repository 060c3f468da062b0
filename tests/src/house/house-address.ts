import { readFileSync } from 'node:fs';
import type { House } from '@totrinh/cli';

/** Where the house of this test run is: what a suite needs to reach its parts from outside. Addresses of databases carry passwords. */
export type HouseAddress = Pick<
  House,
  'dataDir' | 'apiUrl' | 'issuer' | 'people' | 'dbUrl' | 'dbOwnerUrl' | 'dbSuperUrl' | 'temporalAddress' | 'namespace' | 'clock'
>;

/** Name of the environment variable by which the global set-up tells the suites where the keeper's file is. */
export const HOUSE_FILE = 'TOTRINH_TEST_HOUSE';

/**
 * The one house that all suites of a run share; suites keep apart by making dossiers of their own.
 * @throws Error where no house was opened: in the project `unit`, or where TOTRINH_TEST_HOUSE=none.
 */
export function theHouse(): HouseAddress {
  const file = process.env[HOUSE_FILE];
  if (!file || file === 'none') throw new Error('no house is open: run this suite by `npm test -- --only <pattern>`, in the project "services"');
  return JSON.parse(readFileSync(file, 'utf8')) as HouseAddress;
}
