import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { readRepoFile } from './repository.ts';

/** How far a door opens: values and types, types alone, or not at all. */
export type Door = 'full' | 'types' | 'none';

/** An import as the doors see it. `path`: the place of a room is asked for (`import.meta.resolve`), nothing is loaded. */
export interface ImportSeen {
  readonly file: string;
  readonly specifier: string;
  readonly kind: 'full' | 'types' | 'path';
}

interface DoorTable {
  readonly rooms: Readonly<Record<string, string>>;
  readonly doors: Readonly<Record<string, Readonly<Record<string, Door>>>>;
  readonly externals: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly instead: Readonly<Record<string, string>>;
}

export const doorTable = JSON.parse(readRepoFile('doors.json')) as DoorTable;

/** The room that a file lies in, or undefined for files beside the rooms. */
export function roomOf(file: string): string | undefined {
  return Object.entries(doorTable.rooms).find(([, path]) => file.startsWith(`${path}/`))?.[0];
}

/** The package of a bare specifier: `@scope/name/deep` → `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Judges one import by doors.json.
 * @returns a sentence that says what is wrong and what to do instead, or undefined where the door is open.
 */
export function judgeImport(seen: ImportSeen): string | undefined {
  const room = roomOf(seen.file);
  if (!room) return undefined;
  if (seen.specifier.startsWith('.')) return judgeRelative(room, seen);
  if (seen.specifier.startsWith('@totrinh/')) return judgeRoom(room, seen);
  return judgeExternal(room, seen);
}

function judgeRelative(room: string, { file, specifier }: ImportSeen): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  if (target.startsWith(`${doorTable.rooms[room]}/`)) return undefined;
  const other = roomOf(target);
  // A test may look behind a front door: what it proves need not be public, and a door opened for a test is open for everybody.
  if (room === 'tests' && other && doorTable.doors['tests']?.[other] === 'full') return undefined;
  return other
    ? `'${specifier}' climbs over the wall into ${other}: import '@totrinh/${other}' by name, if doors.json has that door.`
    : `'${specifier}' leaves the room ${room}: read the file at run time from a path that is given, or move it into the room.`;
}

function judgeRoom(room: string, { specifier, kind }: ImportSeen): string | undefined {
  const other = packageOf(specifier).slice('@totrinh/'.length);
  if (other === room) return `'${specifier}' goes out of ${room} and in again: import the file by its relative path.`;
  if (specifier !== `@totrinh/${other}`) return `'${specifier}' goes past the front door of ${other}: export the name from its src/index.ts and import '@totrinh/${other}'.`;
  const door = doorTable.doors[room]?.[other];
  if (!door) return `'${specifier}' is no room of doors.json: add its row and its column, with the reason in an ADR.`;
  if (door === 'full' || (door === 'types' && kind !== 'full')) return undefined;
  if (door === 'types') return `${room} may take only types from ${other}: write \`import type\`, and for anything else: ${doorTable.instead[room]}.`;
  return `there is no door from ${room} to ${other}: ${doorTable.instead[room]}.`;
}

function judgeExternal(room: string, { specifier }: ImportSeen): string | undefined {
  const declared = doorTable.externals[room];
  if (!declared || packageOf(specifier) in declared) return undefined;
  const what = isBuiltin(specifier) ? 'a part of Node' : 'a package';
  return `'${specifier}' is ${what} that ${room} has not declared: ${doorTable.instead[room]}; a pure package is declared with its reason in doors.json.`;
}
