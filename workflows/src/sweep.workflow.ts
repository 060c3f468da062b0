import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { SweepActivities, SweptCounts } from '@totrinh/messages';

const { sweepOnce } = proxyActivities<SweepActivities>({ startToCloseTimeout: '5 minutes', retry: { maximumAttempts: 2 } });

/** When the Schedule meant it to start, however late it did; Temporal sets it. */
const MEANT_FOR = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** One sweep: the share of the minute that it was meant for. What fails twice waits for that minute of the next hour. */
export async function sweep(): Promise<SweptCounts> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const minute = (typedSearchAttributes.get(MEANT_FOR) ?? startTime).getUTCMinutes();
  const swept = await sweepOnce(minute);
  setCurrentDetails(`minute ${minute}: examined ${swept.examined}, found ${swept.found}, mended ${swept.mended}, left ${swept.left}`);
  return swept;
}
