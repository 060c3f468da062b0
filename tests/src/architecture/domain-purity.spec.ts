import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { doorTable, packageOf } from './doors.ts';
import { importsOf } from './imports-of.ts';
import { REPO, readRepoFile, repoFiles } from './repository.ts';

const DOMAIN = 'libs/domain/src';

/** What the domain reaches from its front door: its own files, and the names of everything else. */
function domainGraph(): { files: Set<string>; outside: Set<string> } {
  const files = new Set<string>();
  const outside = new Set<string>();
  const walk = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const { specifier } of importsOf(file, readRepoFile(file))) {
      if (specifier.startsWith('.')) walk(posix.join(posix.dirname(file), specifier));
      else outside.add(specifier);
    }
  };
  walk(`${DOMAIN}/index.ts`);
  return { files, outside };
}

/** Parts of Node that a package reaches from its entry, through its own files and its dependencies. */
function partsOfNode(entry: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const from = createRequire(file);
    for (const { specifier } of importsOf(file, readFileSync(file, 'utf8'))) {
      if (isBuiltin(specifier)) found.add(specifier);
      else walk(from.resolve(specifier));
    }
  };
  walk(createRequire(join(REPO, 'package.json')).resolve(entry));
  return [...found];
}

describe('the domain', () => {
  test('reaches its own files and declared packages only', () => {
    const { files, outside } = domainGraph();
    expect([...files].filter((file) => !file.startsWith(`${DOMAIN}/`))).toEqual([]);
    expect([...outside].filter((specifier) => !(packageOf(specifier) in doorTable.externals['domain']!))).toEqual([]);
    expect(files.size).toBeGreaterThan(5);
  });

  test('has no file that its front door does not reach', () => {
    const { files } = domainGraph();
    const typesOnly = (path: string): boolean => !/^export (const|function|class|enum)|^const |^function /m.test(readRepoFile(path));
    expect(repoFiles().filter((path) => path.startsWith(`${DOMAIN}/`) && path.endsWith('.ts') && !files.has(path) && !typesOnly(path))).toEqual([]);
  });

  test.each(Object.keys(doorTable.externals['domain']!))('takes %s, which asks nothing of Node', (name) => {
    expect(partsOfNode(name)).toEqual([]);
  });

  test('a package that asks something of Node would be found', () => {
    expect(partsOfNode('commander')).toEqual(expect.arrayContaining(['node:events']));
  });
});
