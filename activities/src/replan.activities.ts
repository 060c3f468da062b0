import { heartbeat } from '@temporalio/activity';
import { FIRST_DOSSIER, replanStale, staleLeft, type Desk } from '@totrinh/casework';
import type { ReplanActivities, ReplanRound } from '@totrinh/messages';

/** Dossiers that are held at once: whoever acts in one of them waits for the whole batch. */
const BATCH = 250;
/** How long one call works before it tells how far it is, real ms. */
const STRETCH_MS = 5_000;

/** What the re-plan asks of casework: batches one after another for a while, each a sign of life. */
export function createReplanActivities({ desk }: { readonly desk: Desk }): ReplanActivities {
  return {
    async replanBatch(after) {
      const began = performance.now();
      let round: Omit<ReplanRound, 'left'> = { after: after ?? FIRST_DOSSIER, moved: 0, asked: 0, unchanged: 0 };
      while (round.after !== null && performance.now() - began < STRETCH_MS) {
        const batch = await replanStale(desk, round.after, BATCH);
        round = { after: batch.after, moved: round.moved + batch.moved, asked: round.asked + batch.asked, unchanged: round.unchanged + batch.unchanged };
        heartbeat(round);
      }
      return { ...round, left: await staleLeft(desk) };
    },
  };
}
