import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { buildWeb } from '../web/build-web.ts';

/** Adds `totrinh web`: builds the web application into a folder, for the container that serves it. */
export function register(program: Command): void {
  program
    .command('web')
    .description('dựng giao diện web vào một thư mục / build the web application into a folder')
    .requiredOption('--out <folder>', 'thư mục kết quả / folder of the result')
    .action(async ({ out }: { out: string }) => {
      const folder = resolve(process.env['INIT_CWD'] ?? '.', out);
      const built = await buildWeb();
      rmSync(folder, { recursive: true, force: true });
      cpSync(built, folder, { recursive: true });
      console.log(folder);
    });
}
