import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { doorTable, judgeImport, roomOf } from './doors.ts';
import { importsOf } from './imports-of.ts';
import { REPO, readRepoFile, sourceFiles } from './repository.ts';

const rooms = Object.keys(doorTable.rooms);
const judged = (file: string, text: string): string[] =>
  importsOf(file, text).flatMap((seen) => (judgeImport(seen) ? [`${file}:${seen.line} ${judgeImport(seen)}`] : []));

describe('the doors between the rooms', () => {
  test('the table has a cell for every pair of rooms', () => {
    expect(Object.keys(doorTable.doors)).toEqual(rooms);
    for (const room of rooms) {
      expect([room, ...Object.keys(doorTable.doors[room]!)]).toEqual([room, ...rooms.filter((other) => other !== room)]);
      expect(['full', 'types', 'none']).toEqual(expect.arrayContaining(Object.values(doorTable.doors[room]!)));
      expect(doorTable.instead[room]).toBeDefined();
    }
  });

  test('no pair of rooms imports each other, and tests alone may import everything', () => {
    for (const room of rooms) {
      const open = Object.entries(doorTable.doors[room]!).filter(([, door]) => door !== 'none').map(([other]) => other);
      for (const other of open) expect([room, other, doorTable.doors[other]![room]]).toEqual([room, other, 'none']);
    }
    expect(Object.values(doorTable.doors['tests']!).every((door) => door === 'full')).toBe(true);
    expect(Object.values(doorTable.doors['domain']!).every((door) => door === 'none')).toBe(true);
  });

  test('every import goes through an open door', () => {
    expect(sourceFiles().filter((file) => roomOf(file)).flatMap((file) => judged(file, readRepoFile(file)))).toEqual([]);
  });

  test.each(rooms.filter((room) => existsSync(join(REPO, doorTable.rooms[room]!))))('the package of %s names itself and declares no room without a door', (room) => {
    const manifest = JSON.parse(readRepoFile(`${doorTable.rooms[room]}/package.json`)) as {
      name: string;
      nx: { tags: string[] };
      exports: Record<string, string>;
      dependencies?: Record<string, string>;
    };
    expect(manifest.name).toBe(`@totrinh/${room}`);
    expect(manifest.nx.tags).toEqual([`room:${room}`]);
    expect(Object.keys(manifest.exports)).toEqual(['.']);
    const closed = Object.keys(manifest.dependencies ?? {})
      .filter((name) => name.startsWith('@totrinh/'))
      .filter((name) => (doorTable.doors[room]![name.slice('@totrinh/'.length)] ?? 'none') === 'none');
    expect(closed).toEqual([]);
  });
});

describe('a door that is forced is found', () => {
  test.each([
    ['libs/domain/src/a.ts', `import { x } from '@totrinh/platform';`, 'there is no door from domain to platform'],
    ['libs/domain/src/a.ts', `export { x } from '@totrinh/platform';`, 'there is no door'],
    ['libs/domain/src/a.ts', `import 'node:fs';`, "'node:fs' is a part of Node that domain has not declared"],
    ['libs/domain/src/a.ts', `import fs from 'fs/promises';`, 'a part of Node'],
    ['libs/domain/src/a.ts', `import type { Pool } from 'pg';`, 'a package that domain has not declared'],
    ['libs/domain/src/a.ts', `const x = await import('typeorm');`, 'a package that domain has not declared'],
    ['workflows/src/a.ts', `import { type Case } from '@totrinh/domain';`, 'write `import type`'],
    ['workflows/src/a.ts', `import { a } from '@totrinh/activities';`, 'ask an activity port'],
    ['apps/worker/src/a.ts', `import { w } from '@totrinh/workflows';`, 'import.meta.resolve'],
    ['apps/api/src/a.ts', `type W = import('@totrinh/workflows').Lifecycle;`, 'there is no door from api to workflows'],
    ['apps/api/src/a.ts', `const at = import.meta.resolve('@totrinh/workflows');`, 'there is no door from api to workflows'],
    ['apps/api/src/a.ts', `import { b } from '../../worker/src/b.ts';`, "climbs over the wall into worker: import '@totrinh/worker'"],
    ['apps/api/src/a.ts', `import { b } from '@totrinh/casework/src/b.ts';`, 'goes past the front door of casework'],
    ['libs/casework/src/a.ts', `import { b } from '../../../doors.json';`, 'leaves the room casework'],
    ['libs/casework/src/a.ts', `import { b } from '@totrinh/tests';`, 'there is no door from casework to tests'],
  ])('%s: %s', (file, text, sentence) => {
    expect(judged(file, text)).toEqual([expect.stringContaining(sentence)]);
  });

  test.each([
    ['workflows/src/a.ts', `import type { Case } from '@totrinh/domain'; import { moved } from '@totrinh/messages';`],
    ['apps/worker/src/a.ts', `const at = import.meta.resolve('@totrinh/workflows'); import type { dossierLifecycle } from '@totrinh/workflows';`],
    ['libs/casework/src/verbs/a.ts', `import { b } from '../b.ts'; import { randomBytes } from 'node:crypto';`],
    ['tests/src/demo/a.spec.ts', `import { plan } from '../../../apps/cli/src/demo/plans.ts';`],
    ['libs/domain/src/a.ts', `import { z } from 'zod'; import { parse } from '@marcbachmann/cel-js';`],
  ])('but not where it is open: %s: %s', (file, text) => {
    expect(judged(file, text)).toEqual([]);
  });
});
