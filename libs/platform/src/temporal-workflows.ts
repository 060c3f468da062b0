import type { ConnectionLike } from '@temporalio/client';

const AT_ONCE = 16;
const NOT_FOUND = 5;
const RUNNING = 1;

/** Whether a workflow of this id runs; asked of Temporal by id, never of its index, which lags behind. Throws while Temporal is away. */
export async function isWorkflowRunning(connection: ConnectionLike, namespace: string, workflowId: string): Promise<boolean> {
  try {
    const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } });
    return workflowExecutionInfo?.status === RUNNING;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return false;
    throw error;
  }
}

/** Those of these workflows that run, asked for a few at a time. */
export async function runningAmong(connection: ConnectionLike, namespace: string, workflowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  for (let at = 0; at < workflowIds.length; at += AT_ONCE) {
    const some = workflowIds.slice(at, at + AT_ONCE);
    const states = await Promise.all(some.map((id) => isWorkflowRunning(connection, namespace, id)));
    for (const [i, id] of some.entries()) if (states[i]) running.add(id);
  }
  return running;
}
