import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readRoute, type PlacedFault } from '@totrinh/casework';
import type { Parts, Route } from '@totrinh/domain';
import { givenPath, readGiven } from '../demo/given-file.ts';

/** A route file as it was read, or its faults as lines `file:line:column sentence`. */
export type ReadFile = { readonly ok: true; readonly source: string; readonly route: Route } | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Reads and checks a route file. Sub-routes are found among the other route files of the same folder, so that a set of
 * routes can be checked before any of it is published. `today` (`YYYY-MM-DD`) judges fixed dates.
 */
export function readRouteFile(file: string, today: string): ReadFile {
  const source = readGiven(file);
  const read = readRoute(source, partsBeside(file), today);
  if (read.ok) return { ok: true, source, route: read.value };
  const faults = (read.error.details?.['faults'] ?? []) as readonly PlacedFault[];
  return { ok: false, lines: faults.flatMap((f) => [`${file}:${f.line}:${f.column} ${f.vi} / ${f.en}`, ...(f.way ? [`    đường đi / path: ${f.way.join(' → ')}`] : [])]) };
}

/** Routes of the folder that can be read by themselves; those with sub-routes of their own are read once these are known. */
function partsBeside(file: string): Parts {
  const folder = dirname(givenPath(file));
  const sources = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name)).map((name) => readGiven(`${folder}/${name}`));
  let parts: Parts = {};
  for (let found = -1; found !== Object.keys(parts).length; ) {
    found = Object.keys(parts).length;
    for (const source of sources) {
      const read = readRoute(source, parts);
      if (read.ok) parts = { ...parts, [read.value.route]: { version: 1, rules: read.value } };
    }
  }
  return parts;
}
