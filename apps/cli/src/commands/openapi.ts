import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { errorsPage, openApiDocument, verbsPage } from '@totrinh/api-schema';

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** `totrinh openapi`: writes openapi.json, docs/errors.md and docs/verbs.md from the code alone, without a database. */
export function register(program: Command): void {
  program.command('openapi').action(async () => {
    await writeFile(at('openapi.json'), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
    await writeFile(at('docs/errors.md'), errorsPage());
    await writeFile(at('docs/verbs.md'), verbsPage());
    console.log('openapi.json, docs/errors.md, docs/verbs.md');
  });
}
