import type { WorkflowClient } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { createDeliveryActivities, createEffectActivities } from '@totrinh/activities';
import { declareMail, type Couriers, type Desk } from '@totrinh/casework';
import { postQueue } from '@totrinh/messages';
import { AddressGuard, createMailer, createWebhookCaller, reasonOf, type Logger, type WorkerConfig } from '@totrinh/platform';
import { ensureDigest, ensurePostRound } from './ensure-post.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

export interface PostOfficeParts {
  readonly desk: Desk;
  readonly connection: NativeConnection;
  readonly client: WorkflowClient;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly config: Pick<WorkerConfig, 'hooks' | 'hookSecrets' | 'mail' | 'publicUrl' | 'webhookAllow'>;
  readonly logger: Logger;
}

/** What waits for others outside at once: one round of letters and webhooks, and the webhook steps of routes. */
const AT_ONCE = 40;

/**
 * All that leaves the house: a worker on a queue of its own, so that whoever hangs outside takes no place of moves and deadlines; the round of letters and webhooks; the letters of
 * the day. Says for the whole house whether letters are sent.
 */
export async function openPostOffice({ desk, connection, client, namespace, taskQueue, config, logger }: PostOfficeParts): Promise<Workshop> {
  await declareMail(desk, config.mail !== undefined);
  if (!config.mail) logger.info('no mail server is set (TOTRINH_SMTP_URL): no letters are written');
  const couriers: Couriers = { mail: config.mail ? createMailer(config.mail) : null, webhook: createWebhookCaller(new AddressGuard(config.webhookAllow ?? [])), publicUrl: config.publicUrl ?? null };
  const activities = { ...createDeliveryActivities({ desk, couriers }), ...createEffectActivities({ desk, hooks: config.hooks, ...(config.hookSecrets && { secrets: config.hookSecrets }) }) };
  const keepRound = (): void => {
    ensurePostRound(client, taskQueue).catch((error: unknown) => logger.warn({ reason: reasonOf(error) }, 'the round of letters could not be started'));
    ensureDigest(connection, namespace, taskQueue).catch((error: unknown) => logger.warn({ reason: reasonOf(error) }, 'the letters of the day could not be scheduled'));
  };
  return openWorkshop(connection, { namespace, taskQueue: postQueue(taskQueue), activities, maxConcurrentActivityTaskExecutions: AT_ONCE, activityTaskPollerBehavior: { type: 'autoscaling', initial: 1, maximum: 2 } }, keepRound, logger);
}
