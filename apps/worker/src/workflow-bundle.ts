import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** The workflows' code for Temporal's sandbox, built from the sources. */
export function buildWorkflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  const silent = (): void => undefined;
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('@totrinh/workflows')),
    logger: { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  });
}
