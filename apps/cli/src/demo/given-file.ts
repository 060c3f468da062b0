import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf, StartError } from '@totrinh/platform';

/** A path as the person gave it, from where they stand; npm moves into the repository before it runs a script. */
export function givenPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

/** The text of a file that the person named. Throws StartError when it cannot be read. */
export function readGiven(path: string): string {
  try {
    return readFileSync(givenPath(path), 'utf8');
  } catch (error) {
    throw new StartError({ vi: `Không đọc được tệp ${path}: ${reasonOf(error)}`, en: `cannot read the file ${path}` }, { cause: error });
  }
}
