import { WorkflowClient } from '@temporalio/client';
import { createCaseActivities, createClockActivities, createEffectActivities, createReplanActivities, createSweepActivities } from '@totrinh/activities';
import { createDesk } from '@totrinh/casework';
import { transactions } from '@totrinh/persistence';
import { TASK_QUEUE } from '@totrinh/messages';
import { businessClock, connectTemporalWorker, reasonOf, type Logger, type Serving, type WorkerConfig } from '@totrinh/platform';
import { createBell } from './bell.ts';
import { cachedWorkflowBundle } from './bundle-cache.ts';
import { CALLED, MOVED_CHANNEL } from './channels.ts';
import { ensureClock } from './ensure-clock.ts';
import { ensureReplan } from './ensure-replan.ts';
import { ensureSweep, missingLifecycles } from './ensure-sweep.ts';
import { listen } from './listen.ts';
import type { Mover } from './movers/mover.ts';
import { createUpdateMover } from './movers/update-mover.ts';
import { openDatabase } from './open-database.ts';
import { openPostOffice } from './post-office.ts';
import { Relay } from './relay.ts';
import { openWorkshop } from './workshop.ts';

/** What a test or a bench may put in the place of what the house uses. */
export interface WorkerChoices {
  readonly taskQueue?: string;
  readonly createMover?: (client: WorkflowClient, taskQueue: string) => Mover;
}

/** Moves made at once; each holds a connection for its transaction. The others are the clock's, the re-plan's, the relay's and the post's. */
const MOVES_AT_ONCE = 12;
const CONNECTIONS = MOVES_AT_ONCE + 8;

/**
 * The worker's composition root: the database, the business clock, Temporal's worker with the workflows' bundle, the clock of
 * deadlines, and the relay of the outbox. Stops in the order in which nothing new comes in while something is under way.
 * Throws StartError when PostgreSQL or Temporal stays away at the start; later both may go and come.
 */
export async function startWorker(config: WorkerConfig, logger: Logger, choices: WorkerChoices = {}): Promise<Serving> {
  const { taskQueue = TASK_QUEUE, createMover = createUpdateMover } = choices;
  const { namespace } = config.temporal;
  const [source, connection, workflowBundle] = await Promise.all([openDatabase(config.dbUrl, CONNECTIONS), connectTemporalWorker(config.temporal), cachedWorkflowBundle(logger)]);
  const clock = businessClock(config.clock);
  const desk = createDesk(transactions(source), () => clock.now());
  const bell = createBell(config.dbUrl, MOVED_CHANNEL, logger);
  const client = new WorkflowClient({ connection, namespace });

  const keepClock = (): void => {
    ensureClock(client, taskQueue).catch((error: unknown) => logger.warn({ reason: reasonOf(error) }, 'the clock of deadlines could not be started'));
    ensureReplan(client, taskQueue).catch((error: unknown) => logger.warn({ reason: reasonOf(error) }, 'the re-plan after a change of calendar could not be started'));
    ensureSweep(connection, namespace, taskQueue).catch((error: unknown) => logger.warn({ reason: reasonOf(error) }, 'the sweep could not be scheduled'));
  };
  const activities = { ...createReplanActivities({ desk }), ...createCaseActivities({ desk, notifyMoved: bell.ring }), ...createClockActivities({ desk, clockSpeed: config.clock?.speed ?? 1 }), ...createEffectActivities({ desk, hooks: config.hooks, ...(config.hookSecrets && { secrets: config.hookSecrets }) }),
    ...createSweepActivities({ desk, clockSpeed: config.clock?.speed ?? 1, missing: missingLifecycles(connection, namespace), keepClock: () => ensureClock(client, taskQueue) }) };
  const workshop = await openWorkshop(connection, {
    namespace, taskQueue, workflowBundle, activities,
    maxCachedWorkflows: 500,
    maxConcurrentLocalActivityExecutions: MOVES_AT_ONCE,
    // How long a task waits for a worker that has died before any other may take it.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    workflowTaskPollerBehavior: { type: 'autoscaling', initial: 5, maximum: 20 },
    activityTaskPollerBehavior: { type: 'autoscaling', initial: 2, maximum: 4 },
  }, keepClock, logger);

  const post = await openPostOffice({ desk, connection, client, namespace, taskQueue, config, logger });

  const isTemporalUp = (): Promise<boolean> =>
    connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace })).then(() => true, () => false);
  const relay = new Relay({ desk, mover: createMover(client, taskQueue), isTemporalUp, onTemporalBack: keepClock, logger });
  relay.start();
  const listening = listen(config.dbUrl, CALLED, () => relay.wake(), logger);
  return {
    ready: `worker ${namespace}/${taskQueue}`,
    async stop() {
      await listening.stop();
      await relay.stop();
      await Promise.all([workshop.stop(), post.stop()]);
      await Promise.all([bell.stop(), source.destroy(), connection.close()]);
    },
  };
}
