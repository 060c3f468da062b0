import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the working tree, without a slash at its end. */
export const REPO = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path as the rules speak of it: from the root of the repository, with `/`. */
export function relativeToRepo(path: string): string {
  return relative(REPO, path).split(sep).join('/');
}

/** Files that are committed, or new and not ignored; those deleted on disk are left out. */
export function repoFiles(): string[] {
  const listed = execFileSync('git', ['-c', `safe.directory=${REPO}`, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: REPO, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(REPO, path))).sort();
}

export function readRepoFile(path: string): string {
  return readFileSync(join(REPO, path), 'utf8');
}

/** Fixtures are wrong on purpose; what a tool generates answers to its generator. */
export function isHandWritten(path: string): boolean {
  return !path.includes('/fixtures/') && !path.includes('/generated/') && !/\.generated\./.test(path);
}

/** TypeScript that people write. */
export function sourceFiles(): string[] {
  return repoFiles().filter((path) => /\.[cm]?tsx?$/.test(path) && isHandWritten(path));
}
