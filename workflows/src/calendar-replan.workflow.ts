import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { ReplanActivities, ReplanRound } from '@totrinh/messages';

const { replanBatch } = proxyActivities<ReplanActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** How long after a round the next one looks for a calendar that was published meanwhile. */
const LOOK_AGAIN = '10 seconds';

/**
 * One job for all calendars: looks for open dossiers that wait on an older version and reckons them anew, a stretch of dossiers at a time, until none is
 * left; then sleeps. What is left stands in the rows themselves, so that it goes on from there however it was ended.
 */
export async function calendarReplan(): Promise<never> {
  let after: string | null = null;
  let [moved, asked, unchanged] = [0, 0, 0];
  for (;;) {
    const round: ReplanRound = await replanBatch(after);
    after = round.after;
    moved += round.moved;
    asked += round.asked;
    unchanged += round.unchanged;
    setCurrentDetails(`**${round.left}** left\n\nmoved ${moved} · asked ${asked} · unchanged ${unchanged}`);
    if (after !== null) continue;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof calendarReplan>();
    await sleep(LOOK_AGAIN);
  }
}
