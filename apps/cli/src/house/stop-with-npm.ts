import { readFileSync } from 'node:fs';
import { isSameProcess, processIdentity } from '@totrinh/embedded';

const LOOK_MS = 500;

/**
 * npm runs a script through a shell, and neither ends the script when npm itself is killed: the house would go on without a
 * terminal to stop it. So a run under npm ends when a process between it and npm is gone. Does nothing without npm or /proc.
 */
export function stopWithNpm(stop: () => void): void {
  if (!process.env['npm_lifecycle_event'] || process.platform !== 'linux') return;
  const above = ancestors();
  if (above.length === 0) return;
  const timer = setInterval(() => {
    if (above.every(({ pid, identity }) => isSameProcess(pid, identity))) return;
    clearInterval(timer);
    stop();
  }, LOOK_MS);
  timer.unref();
}

/** The processes from the parent up to npm; empty when npm is not among the nearest ones. */
function ancestors(): { pid: number; identity: string }[] {
  const found: { pid: number; identity: string }[] = [];
  let pid = process.ppid;
  for (let step = 0; step < 5 && pid > 1; step += 1) {
    const identity = processIdentity(pid);
    if (!identity) return [];
    found.push({ pid, identity });
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (/^npm |\bnpm-cli\.js\b|\bnpx-cli\.js\b|\bnpm (start|run|exec|test)\b/.test(command)) return found;
    pid = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  }
  return [];
}
