import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { ClockActivities } from '@totrinh/messages';

const { fireDueRungs } = proxyActivities<ClockActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' },
});

/** One clock for all deadlines: fires what is due, then sleeps as long as it is told to. Deadlines themselves are rows. */
export async function deadlineClock(): Promise<never> {
  for (;;) {
    const { fired, sleepMs } = await fireDueRungs();
    setCurrentDetails(`fired ${fired}`);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof deadlineClock>();
    await sleep(sleepMs);
  }
}
