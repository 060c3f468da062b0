import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartError } from '@totrinh/platform';
import { findOnPath, type Command } from '../processes/death-signal.ts';

/** How PostgreSQL is started: a prefix of its command, or another user's numbers. */
export type AsWhom = { readonly prefix: readonly string[]; readonly uid?: number; readonly gid?: number };

let known: AsWhom | undefined;

/**
 * PostgreSQL refuses to run as root. As root it therefore gets a user namespace of its own, in which root is "nobody": outside it
 * still is root, so it reads a data folder below a folder of mode 0700 too. Where namespaces are forbidden (some containers) it
 * runs as the system's user `postgres`, or else `nobody`, and then the folders above must let that user in.
 */
export function asWhom(): AsWhom {
  known ??= find();
  return known;
}

function find(): AsWhom {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const nobody = account('nobody');
  const unshare = findOnPath('unshare');
  // The name of the mapped number is looked up by initdb, so it must be one that the system knows.
  if (unshare && nobody) {
    const prefix: Command = [unshare, '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
    if (works([...prefix, 'true'])) return { prefix };
  }
  const other = account('postgres') ?? nobody;
  if (other) return { prefix: [], ...other };
  throw new StartError({
    vi: 'PostgreSQL không chạy dưới quyền root trên máy này; hãy chạy bằng người dùng thường, hoặc đặt TOTRINH_DB_URL và TOTRINH_DB_OWNER_URL',
    en: 'PostgreSQL cannot run as root on this machine; run as an ordinary user, or set TOTRINH_DB_URL and TOTRINH_DB_OWNER_URL',
  });
}

function account(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function works(command: Command | string[]): boolean {
  const [program = 'false', ...args] = command;
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false; // the kernel or the container forbids user namespaces
  }
}
