import { join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { REPO } from './repository.ts';

interface Stats {
  toJson(options: object): { modules?: { name?: string; nameForCondition?: string | null }[] };
}
interface Compiler {
  hooks: { done: { tap(name: string, hear: (stats: Stats) => void): void } };
}

const everything = { all: false, modules: true, nestedModules: true, modulesSpace: 1e6, nestedModulesSpace: 1e6 };

/** Builds the workflow bundle as the worker does and lists what is in it: packages by name, own files by path. */
export async function listWorkflowBundle(): Promise<{ code: string; modules: string[] }> {
  const names: string[] = [];
  const list = {
    apply: (compiler: Compiler): void =>
      compiler.hooks.done.tap('list', (stats) => names.push(...(stats.toJson(everything).modules ?? []).map(({ name }) => name ?? ''))),
  };
  const bundle: WorkflowBundle = await bundleWorkflowCode({
    workflowsPath: join(REPO, 'workflows/src/index.ts'),
    webpackConfigHook: (config) => ({ ...config, context: REPO, plugins: [...(config.plugins ?? []), list] }),
    logger: quiet,
  });
  return { code: bundle.code, modules: [...new Set(names.filter((name) => name !== '').map(moduleName))].sort() };
}

/** `./node_modules/@temporalio/workflow/lib/x.js` → `@temporalio/workflow`; `./workflows/src/x.ts` stays, without the `./`. */
function moduleName(name: string): string {
  const [inPackage] = [...name.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].slice(-1);
  if (inPackage?.[1]) return inPackage[1];
  const own = /^\.\/((?:workflows|activities|apps|libs|tests)\/[^ ]+)/.exec(name)?.[1];
  return own ?? (name.includes('entrypoint') ? 'generated entry' : name.startsWith('webpack/') ? 'webpack runtime' : name);
}

const nothing = (): void => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
