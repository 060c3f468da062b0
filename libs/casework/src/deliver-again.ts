import { isAdministrator, ok, refuse, type Result } from '@totrinh/domain';
import { resendDelivery as resendRow, setMailIsOn } from '@totrinh/persistence';
import type { Desk } from './desk.ts';
import { officeAct, type OfficeAnswer } from './office-act.ts';
import type { ActRequest } from './perform.ts';

/** Gửi lại what was tried no more, under the same key. Errors: NOT_ALLOWED, DELIVERY_NOT_FOUND (also one that is not dead, or whose endpoint was ended), those of the key. */
export function resendDelivery(desk: Desk, delivery: string, request: ActRequest): Promise<Result<OfficeAnswer<{ delivery: string }>>> {
  return officeAct(desk, 'resendDelivery', delivery.toLowerCase(), 200, request, async ({ tx, actor }) => {
    if (!isAdministrator(actor)) return refuse('NOT_ALLOWED', { because: 'notAdministrator' });
    return (await resendRow(tx, delivery.toLowerCase())) ? ok({ delivery: delivery.toLowerCase() }) : refuse('DELIVERY_NOT_FOUND', { id: delivery });
  });
}

/** Says for the whole house whether letters are sent: without a mail server none are written. What waits from before stays, and goes out when there is one again. */
export function declareMail(desk: Desk, isOn: boolean): Promise<void> {
  return desk.transact((tx) => Promise.resolve(setMailIsOn(tx, isOn)));
}
