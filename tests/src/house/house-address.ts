import { readFileSync } from 'node:fs';

/** Where the house of this test run is: what a test needs to reach its parts from outside. Written by the keeper, read by every suite. */
export interface HouseAddress {
  /** `http://127.0.0.1:PORT` of the API, without a path. */
  readonly api: string;
  /** Issuer of the demo sign-in. */
  readonly issuer: string;
  /** Connection string of the app role, for looking (and for tampering where the role's rights forbid it, see dbOwner). */
  readonly db: string;
  /** Connection string of the owner role. */
  readonly dbOwner: string;
  /** `127.0.0.1:PORT` of Temporal, and the namespace. */
  readonly temporal: string;
  readonly namespace: string;
  /** The data folder, with logs/ and files/. */
  readonly dataDir: string;
}

/** Name of the environment variable by which the global set-up tells the suites where the keeper's file is. */
export const HOUSE_FILE = 'TOTRINH_TEST_HOUSE';

/**
 * The one house that all suites of a run share; suites keep apart by making dossiers of their own.
 * @throws Error where no house was opened (a suite of the project `unit` asks for it, or TOTRINH_TEST_HOUSE=none).
 */
export function theHouse(): HouseAddress {
  const file = process.env[HOUSE_FILE];
  if (!file || file === 'none') throw new Error('no house is open: this suite belongs to the project "services", run it by `npm test -- --only <pattern>`');
  return JSON.parse(readFileSync(file, 'utf8')) as HouseAddress;
}
