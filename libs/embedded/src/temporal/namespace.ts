import { connect } from 'node:net';
import { msToTs } from '@temporalio/common/lib/time.js';
import { codeOf, connectTemporal, untilReady } from '@totrinh/platform';

// gRPC status codes, see grpc.io/docs/guides/status-codes.
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

function knock(address: string): Promise<void> {
  const at = address.lastIndexOf(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) }, () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

/**
 * Registers the namespace where it is missing (closed workflows are kept for `retentionDays`) and waits until a workflow could be
 * started in it: the answer "no such workflow" proves that history serves its shards.
 */
export async function ensureNamespace(address: string, namespace: string, withinMs: number, signal?: AbortSignal, retentionDays = 30): Promise<void> {
  const patience = { withinMs, everyMs: 30, ...(signal && { signal }) };
  const what = { vi: `Temporal tại ${address}`, en: `Temporal at ${address}` };
  // A gRPC channel that was refused once pauses for a second before it tries again; a bare socket does not.
  await untilReady(what, () => knock(address), patience);
  const connection = await connectTemporal({ address, namespace }, patience);
  const { workflowService } = connection;
  try {
    await untilReady(what, () => connection.withDeadline(Date.now() + 5_000, async () => {
      try {
        await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(`${retentionDays} days`) });
      } catch (error) {
        if (codeOf(error) !== ALREADY_EXISTS) throw error;
      }
    }), patience);
    await untilReady(what, () => connection.withDeadline(Date.now() + 2_000, async () => {
      try {
        await workflowService.describeWorkflowExecution({ namespace, execution: { workflowId: 'readiness-probe' } });
      } catch (error) {
        if (codeOf(error) !== NOT_FOUND || /namespace/i.test(String(error))) throw error;
      }
    }), patience);
  } finally {
    await connection.close();
  }
}
