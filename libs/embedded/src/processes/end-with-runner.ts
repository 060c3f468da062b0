import { isMainThread } from 'node:worker_threads';

// Loaded before a process of the house: its standard input is a pipe from the runner, and ends when the runner dies, however it
// dies. Then this process ends too, so that nothing is left that holds the port or the tasks.
const GRACE_MS = 5_000;

// Threads and processes that this process starts load the file as well, with an input of their own that means nothing. (The parent's
// number would not tell them apart: the runner may have died before this line.)
if (isMainThread && !process.env['TOTRINH_PART']) {
  process.env['TOTRINH_PART'] = String(process.pid);
  const end = (): void => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  process.stdin.once('end', end).once('error', end).resume();
  if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref();
}
