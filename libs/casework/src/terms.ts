import type { Dues, Terms } from '@totrinh/domain';
import { calendarOfUnit, laddersOf, latestLadders, type Tx } from '@totrinh/persistence';

/** What the deadlines of a dossier are reckoned with now: the calendar of the unit that leads it, the latest ladders, and the versions that these steps of it climb. */
export async function termsOf(tx: Tx, leadUnit: string, dues: Dues = {}): Promise<Terms> {
  const kept = await laddersOf(tx, [...new Set(Object.values(dues).flatMap((d) => d.ladder ?? []))]);
  return { calendar: await calendarOfUnit(tx, leadUnit), ladders: await latestLadders(tx), kept };
}
