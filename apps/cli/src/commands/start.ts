import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { loadCliConfig, type StartError } from '@totrinh/platform';
import { openHouse, type House } from '../house.ts';
import { offerDemo } from '../demo/offer-demo.ts';
import { keepUp } from '../house/keep-up.ts';
import { stopWithNpm } from '../house/stop-with-npm.ts';

type Options = { readonly data: string; readonly port?: number; readonly fresh?: boolean; readonly demo?: boolean };

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('một số từ 0 đến 65535 / a number from 0 to 65535');
  return value;
}

/** Adds `totrinh start`. */
export function register(program: Command): void {
  program
    .command('start')
    .option('--data <folder>', 'thư mục dữ liệu / data folder', '.data')
    .option('--port <number>', 'cổng của API, bình thường là 7400 hoặc cổng lần trước / port of the API, by default 7400 or that of last time', port)
    .option('--fresh', 'bắt đầu lại từ đầu, xóa dữ liệu cũ / begin anew, the old data is removed')
    .option('--demo', 'nạp chương trình mẫu nếu chưa có chương trình nào / load the sample programme where there is none')
    .option('--no-demo', 'không hỏi về chương trình mẫu / do not ask about the sample programme')
    .action(start);
}

async function start(options: Options): Promise<void> {
  const say = (line: string): void => console.log(line);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolveStop) => stopping.signal.addEventListener('abort', () => resolveStop(), { once: true }));
  const stop = (): void => {
    // The second Ctrl-C of an impatient person is obeyed at once: what is left ends with this process.
    if (stopping.signal.aborted) process.exit(130);
    say('Đang dừng … / stopping …');
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  stopWithNpm(stop);

  const began = performance.now();
  const dataDir = resolve(process.env['INIT_CWD'] ?? '.', options.data);
  const house = await openHouse({
    ...{ dataDir, onLine: say, signal: stopping.signal, services: loadCliConfig(process.env) },
    ...{ ...(options.port !== undefined && { port: options.port }), ...(options.fresh && { fresh: true }) },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`Sẵn sàng sau ${seconds} s: mở ${house.apiUrl} (API: ${house.apiUrl}/api/docs); dừng bằng Ctrl-C / ready after ${seconds} s; stop with Ctrl-C`);
  const wish = options.demo === undefined ? 'ask' : options.demo ? 'yes' : 'no';
  // Parts are kept up from here on, also while somebody thinks about the question.
  const down = keptUp(house, say);
  if (house.people.length > 0) await Promise.race([stopped, down, offerDemo({ house, wish, say, signal: stopping.signal }).then((loaded) => { if (loaded) say(`Mở ${house.apiUrl} / open it`); }).catch((error: unknown) => say(`  ${error instanceof Error ? error.message : String(error)}`))]);
  const fault = await Promise.race([stopped, down]);
  await house.stop();
  say('Đã dừng, dữ liệu còn nguyên / stopped, the data is kept');
  if (fault) throw fault;
  process.exit(0);
}

/** Keeps the parts up; settles with the fault when one of them cannot be kept. */
function keptUp(house: House, say: (line: string) => void): Promise<StartError> {
  return new Promise((giveUp) => {
    for (const part of house.parts()) keepUp(part, (vi, en) => say(`  ${vi} / ${en}`), giveUp);
  });
}
