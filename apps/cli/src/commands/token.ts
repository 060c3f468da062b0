import { resolve } from 'node:path';
import type { Command } from 'commander';
import { signIn } from '@totrinh/embedded';
import { StartError } from '@totrinh/platform';
import { findHouse } from '../house/house-file.ts';

/** Adds `totrinh token`: signs a person of the demo in, by code flow and PKCE, and prints the access token for curl and the like. */
export function register(program: Command): void {
  program
    .command('token')
    .option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running system', '.data')
    .option('--as <login>', 'người đăng nhập / who signs in', 'vptu-admin')
    .action(async ({ data, as }: { data: string; as: string }) => {
      const dataDir = resolve(process.env['INIT_CWD'] ?? '.', data);
      const house = findHouse(dataDir);
      if (!house) throw new StartError({ vi: `Không có hệ thống nào đang chạy trên ${dataDir}: chạy "npm start" ở một cửa sổ khác`, en: `no system runs on ${dataDir}: run "npm start" in another terminal` });
      console.log((await signIn({ issuer: house.issuer, login: as })).accessToken);
    });
}
