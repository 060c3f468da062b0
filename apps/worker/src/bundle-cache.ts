import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { reasonOf, type Logger } from '@totrinh/platform';
import { buildWorkflowBundle } from './workflow-bundle.ts';

const SOURCES = ['@totrinh/workflows', '@totrinh/messages'];
const PACKAGES = ['@temporalio/worker', '@temporalio/workflow', '@temporalio/common', '@swc/core'];

/**
 * The workflows' bundle from the cache, keyed by everything it is made of, or built and kept. Building loads a bundler that
 * costs a second and about 120 MB for as long as the process lives. A cache that cannot be written is gone without.
 */
export async function cachedWorkflowBundle(logger: Logger): Promise<WorkflowBundleOption> {
  const file = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'totrinh', `workflows-${contentKey()}.js`);
  if (existsSync(file)) return { codePath: file };
  const { code } = await buildWorkflowBundle();
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Whole or not at all: another worker may read while this one writes.
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    logger.debug({ reason: reasonOf(error) }, 'the bundle of workflows is not kept');
  }
  return { code };
}

function contentKey(): string {
  const hash = createHash('sha256');
  for (const room of SOURCES) {
    const folder = dirname(fileURLToPath(import.meta.resolve(room)));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(`${room}/${name}\n`).update(readFileSync(join(folder, name)));
    }
  }
  const { resolve } = createRequire(import.meta.url);
  for (const name of PACKAGES) hash.update(readFileSync(resolve(`${name}/package.json`)));
  return hash.digest('hex').slice(0, 16);
}
