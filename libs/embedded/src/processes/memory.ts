import { readFileSync, readdirSync } from 'node:fs';

function field(path: string, name: string): number | undefined {
  try {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(path, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined; // ended meanwhile, or not ours to read
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return []; // ended meanwhile, or no /proc on this system
  }
}

/**
 * Bytes of memory that a process and its children hold. One process: its resident set. Several, as PostgreSQL has: the sum of
 * their proportional sets, since resident sets would count the shared buffers once per backend. Undefined without /proc.
 */
export function memoryOf(pid: number): number | undefined {
  const tree = [pid];
  for (const each of tree) tree.push(...childrenOf(each));
  if (tree.length === 1) return field(`/proc/${pid}/status`, 'VmRSS');
  const sizes = tree.map((each) => field(`/proc/${each}/smaps_rollup`, 'Pss') ?? field(`/proc/${each}/status`, 'VmRSS'));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
