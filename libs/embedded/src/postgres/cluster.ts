import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartError, reasonOf } from '@totrinh/platform';
import { commandOf, identityOf } from '../processes/identity.ts';
import { endProcess } from '../processes/run-record.ts';
import { asWhom } from './as-whom.ts';
import { findBinaries } from './binaries.ts';

const run = promisify(execFile);

/**
 * The cluster's folder `dataDir/postgres`, made on first use: UTF-8, with Unicode's own rules for letter case (Vietnamese capitals
 * fold right on every machine) and passwords by SCRAM. It is made aside and then renamed, so that a cut-off first start leaves none.
 */
export async function ensureCluster(dataDir: string, password: string): Promise<string> {
  const folder = resolve(dataDir, 'postgres');
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  const aside = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const { prefix, uid, gid } = asWhom();
  if (uid !== undefined && gid !== undefined) for (const path of [aside, passwordFile]) chownSync(path, uid, gid);
  const [program = '', ...args] = [
    ...prefix,
    findBinaries().initdb,
    ...['-D', aside, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ];
  try {
    await run(program, args, { uid, gid, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    const reason = stderr?.trim().split('\n').at(-1) || reasonOf(error);
    throw new StartError({ vi: `Không tạo được cụm PostgreSQL trong ${aside} (${reason})`, en: `cannot create the PostgreSQL cluster in ${aside} (${reason})` }, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(aside, folder);
  return folder;
}

/**
 * Clears what a crash left in the cluster's folder: a postmaster that still serves this folder is ended in good order; a
 * `postmaster.pid` whose number now belongs to another program (it would stop PostgreSQL from starting) is removed. One whose
 * process is gone is left to PostgreSQL, which also waits for orphaned backends.
 */
export async function clearStalePostmaster(folder: string, onLeftover: (name: string) => void): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = Number.isInteger(pid) && pid > 0 ? identityOf(pid) : undefined;
  if (!identity) return;
  const command = commandOf(pid);
  if (command.includes('postgres') && command.includes(folder)) {
    onLeftover('postgres');
    await endProcess(pid, identity, 'SIGINT');
  } else {
    rmSync(file, { force: true });
  }
}
