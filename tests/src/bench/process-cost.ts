import { readdirSync, readFileSync } from 'node:fs';
import { table } from './figures.ts';

/** Clock ticks a second in /proc on Linux. */
const TICKS = 100;

/** A process that is measured: its name in the table, its number, and what it holds in bytes now. */
export interface Measured { readonly name: string; readonly pid: number | undefined; readonly rss: number | undefined }

/** Seconds of processor time that a process and its children have used; 0 where there is no /proc. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    // Fields behind the name in brackets: utime, stime, and those of children that have ended, stand at 11 to 14.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const own = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i] ?? 0), 0) / TICKS;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
    return own + children.reduce((sum, child) => sum + cpuSeconds(child), 0);
  } catch {
    return 0; // ended meanwhile, or no /proc on this system
  }
}

/** What a stretch of work cost: call it when the work is done, for a table of processor seconds and memory by process. */
export function startCost(processes: () => readonly Measured[]): () => string {
  const before = new Map(processes().map((p) => [p.name, cpuSeconds(p.pid)]));
  return () => table([['process', 'CPU s', 'MB'], ...processes().map((p) => [p.name, (cpuSeconds(p.pid) - (before.get(p.name) ?? 0)).toFixed(2), p.rss === undefined ? 'n/a' : (p.rss / 2 ** 20).toFixed(0)])]);
}
