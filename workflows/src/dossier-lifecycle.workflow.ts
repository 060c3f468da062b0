import { allHandlersFinished, condition, continueAsNew, defineQuery, defineSignal, defineUpdate, proxyActivities, proxyLocalActivities, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import { MOVED, MOVE, postQueue, STANDING, type CaseActivities, type EffectActivities, type Standing } from '@totrinh/messages';

/** The ledger calls for a move up to version n. */
export const moved = defineSignal<[number]>(MOVED);
/** The same, answered once it was taken in. */
export const move = defineUpdate<void, [number]>(MOVE);
/** Where the dossier stands and the way so far; null until the ledger was read once. */
export const standing = defineQuery<Standing | null>(STANDING);

/**
 * The life of a dossier, from the first draft to its end. People's acts close things in Postgres; this workflow opens what
 * follows and runs what runs by itself. It holds no truth of its own: begun anew at any time, it reads the ledger and goes
 * on from there, which is also how it continues as new: an automatic step that is still open is then run again, under the same key.
 */
export async function dossierLifecycle(dossierId: string): Promise<Standing> {
  let calledFor = 0;
  let stands: Standing | null = null;
  const hear = (version: number): void => { calledFor = Math.max(calledFor, version); };
  const running = new Set<string>();
  const { runEffect } = outside();
  const run = async (step: string): Promise<void> => {
    running.add(step);
    await runEffect(dossierId, step);
    hear(Number.MAX_SAFE_INTEGER);
  };
  setHandler(moved, hear);
  setHandler(move, hear);
  setHandler(standing, () => stands);

  for (;;) {
    calledFor = 0;
    const made = await casework(stands).advance(dossierId);
    stands = made.standing;
    setCurrentDetails(told(stands));
    if (made.ended) return stands;
    for (const step of made.effects ?? []) if (!running.has(step)) void run(step);

    if (workflowInfo().continueAsNewSuggested) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof dossierLifecycle>(dossierId);
    }
    // A call for the very version that was left here asks to look again, since something beside the ledger has changed.
    const left = stands.version;
    await condition(() => calledFor >= left);
  }
}

/** Automatic steps wait for others outside, on a queue of their own, so that moves and deadlines never wait for a place behind them. */
function outside(): EffectActivities {
  return proxyActivities<EffectActivities>({
    taskQueue: postQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '1 minute',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 minutes' },
  });
}

/** Casework, asked to move on from where the dossier stands; Temporal's UI shows that place beside the call. */
function casework(from: Standing | null): CaseActivities {
  return proxyLocalActivities<CaseActivities>({
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds', nonRetryableErrorTypes: ['DOSSIER_NOT_FOUND'] },
    summary: from === null ? 'bat-dau' : `${from.at.join('+') || '-'} · ${from.phase}`,
  });
}

/** Codes only: the phase, the open steps and the last stops of the way. */
function told(s: Standing): string {
  const way = s.way.slice(-8).map((stop) => `${stop.step} → ${stop.outcome ?? 'cancelled'} (${stop.round})`);
  return [`**${s.phase}** · ${s.at.join(', ') || '-'}`, ...way].join('\n\n');
}
