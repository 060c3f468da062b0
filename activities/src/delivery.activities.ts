import { deliverDue, writeDigests, type Couriers, type Desk } from '@totrinh/casework';
import type { DeliveryActivities } from '@totrinh/messages';
import { sleepMsFor } from './clock.activities.ts';

export interface DeliveryActivityParts { readonly desk: Desk; readonly couriers: Couriers }

/** How long one round goes on taking more, ms; what has come in meanwhile is seen by the next. */
const ROUND_MS = 15_000;

/** What leaves the house: asked of casework, which asks the couriers. Instants of sending are real time, whatever the business clock says. */
export function createDeliveryActivities({ desk, couriers }: DeliveryActivityParts): DeliveryActivities {
  return {
    async deliverDue() {
      const { sent, failed, nextInMs } = await deliverDue(desk, couriers, AbortSignal.timeout(ROUND_MS));
      return { sent, failed, sleepMs: sleepMsFor(nextInMs, 1) };
    },
    writeDigests: () => writeDigests(desk),
  };
}
