// Loaded before a process of the house: its standard input is a pipe from the runner, and ends when the runner dies, however it
// dies. Then this process ends too, so that nothing is left that holds the port or the tasks.
const GRACE_MS = 5_000;

process.stdin.once('end', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref();

export {};
