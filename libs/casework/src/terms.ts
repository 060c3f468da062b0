import type { Terms } from '@totrinh/domain';
import { calendarOfUnit, latestLadders, type Tx } from '@totrinh/persistence';

/** What the deadlines of a dossier are reckoned with now: the calendar of the unit that leads it, and the latest ladders. */
export async function termsOf(tx: Tx, leadUnit: string): Promise<Terms> {
  return { calendar: await calendarOfUnit(tx, leadUnit), ladders: await latestLadders(tx) };
}
