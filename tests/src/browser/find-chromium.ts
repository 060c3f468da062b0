import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const CLI = fileURLToPath(new URL('../../../node_modules/playwright-core/cli.js', import.meta.url));

/** What to do where no browser is found. */
export const browserAdvice = 'Không có Chromium: cài gói “chromium” của hệ điều hành, hoặc đặt TOTRINH_BROWSER là đường dẫn tới Chrome / no Chromium: install the package “chromium” of the system, or set TOTRINH_BROWSER to the path of Chrome';

const present = (): string | undefined => [process.env['TOTRINH_BROWSER'] ?? '', ...PLACES, chromium.executablePath()].find((path) => path !== '' && existsSync(path));

/**
 * The path of a Chromium: the one that TOTRINH_BROWSER names, the system's, or Playwright's own, which is downloaded where there is none of the others.
 * @throws Error that says how to get one.
 */
export async function findChromium(): Promise<string> {
  const found = present();
  if (found !== undefined) return found;
  const child = spawn(process.execPath, [CLI, 'install', 'chromium'], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
  await once(child, 'exit');
  const downloaded = present();
  if (downloaded === undefined) throw new Error(browserAdvice);
  return downloaded;
}
