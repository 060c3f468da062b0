import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import { postQueue, type DeliveryActivities } from '@totrinh/messages';

/** One round for all letters and webhooks: sends what is due, then sleeps as long as it is told to. What is to be sent, when, and how often it was tried are rows. */
export async function postRound(): Promise<never> {
  const { deliverDue } = post();
  for (;;) {
    const { sent, failed, sleepMs } = await deliverDue();
    setCurrentDetails(`sent ${sent}, failed ${failed}`);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof postRound>();
    await sleep(sleepMs);
  }
}

/** The letters of the day, begun by a schedule. */
export async function dailyDigest(): Promise<number> {
  return post().writeDigests();
}

function post(): DeliveryActivities {
  return proxyActivities<DeliveryActivities>({
    taskQueue: postQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '5 minutes',
    retry: { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' },
  });
}
