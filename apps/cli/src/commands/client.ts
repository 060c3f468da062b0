import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { generatedTypes } from '../generate/client-types.ts';

const TYPES = fileURLToPath(new URL('../../../../libs/api-client/src/generated/api.ts', import.meta.url));

/** `totrinh client`: generates the types of libs/api-client from the committed openapi.json. */
export function register(program: Command): void {
  program.command('client').action(async () => {
    await writeFile(TYPES, await generatedTypes());
    console.log('libs/api-client/src/generated/api.ts');
  });
}
