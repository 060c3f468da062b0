import type { Calendar } from '@totrinh/domain';
import { calendarOfKey, keysNow } from '../ledger/calendars.ts';
import { settingOf } from '../ledger/settings.ts';
import type { Tx } from '../tx.ts';

/** What standings are judged by now: the office's threshold, the calendar of most lead units, and those of units that have their own. */
export interface Reckoning {
  /** Working days left at which a term comes to be due soon. */
  readonly soon: number;
  readonly base: Calendar;
  readonly overlays: ReadonlyMap<string, Calendar>;
}

/** Published calendars are made once a process, so that this asks for their latest versions and for the threshold alone. */
export async function readReckoning(tx: Tx): Promise<Reckoning> {
  const { base, overlays } = await keysNow(tx);
  const calendars = new Map<string, Calendar>();
  for (const [unit, key] of overlays) calendars.set(unit, await calendarOfKey(tx, key));
  return { soon: await settingOf(tx, 'deadline.soon'), base: await calendarOfKey(tx, base), overlays: calendars };
}

/** The calendar of a dossier that this unit leads. */
export function calendarIn(reckoning: Reckoning, leadUnit: string): Calendar {
  return reckoning.overlays.get(leadUnit) ?? reckoning.base;
}
