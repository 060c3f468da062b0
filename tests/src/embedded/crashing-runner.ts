import { fileURLToPath } from 'node:url';
import { RunRecord, spawnChild, startPostgres } from '@totrinh/embedded';

// A runner that a test kills: it starts PostgreSQL and a process of the house on a data folder, says their numbers, and waits for its end.
const dataDir = process.argv[2]!;
const record = await RunRecord.claim(dataDir);
const postgres = await startPostgres({ dataDir, record });
const child = await spawnChild({
  ...{ name: 'worker', record, logFile: `${dataDir}/logs/worker.log`, cwd: fileURLToPath(new URL('../../../', import.meta.url)) },
  command: [process.execPath, '--import', new URL('../../../libs/embedded/src/processes/end-with-runner.ts', import.meta.url).href, '--eval', 'setInterval(() => undefined, 1000)'],
});
process.stdout.write(`READY ${postgres.pid() ?? 0} ${child.pid}\n`);
setInterval(() => undefined, 1000);
