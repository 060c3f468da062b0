import { isBeforeLeaders, type Calendar, type StepRule, type TaskPurpose } from '@totrinh/domain';
import { calendarOfKey, keysNow } from '../ledger/calendars.ts';
import { latestLadders } from '../ledger/ladders.ts';
import { settingOf } from '../ledger/settings.ts';
import type { Tx } from '../tx.ts';

/** What standings are judged by now: the office's threshold, the calendar of most lead units, and those of units that have their own. */
export interface Reckoning {
  /** Working days left at which a term comes to be due soon. */
  readonly soon: number;
  readonly base: Calendar;
  readonly overlays: ReadonlyMap<string, Calendar>;
  /** Ladders by which nobody is late. */
  readonly leaders: ReadonlySet<string>;
  /** Ladders that count in hours: their steps are hỏa tốc. */
  readonly urgent: ReadonlySet<string>;
}

/** Published calendars are made once a process, so that this asks for their latest versions, for the threshold and for the few ladders. */
export async function readReckoning(tx: Tx): Promise<Reckoning> {
  const { base, overlays } = await keysNow(tx);
  const calendars = new Map<string, Calendar>();
  for (const [unit, key] of overlays) calendars.set(unit, await calendarOfKey(tx, key));
  const ladders = [...(await latestLadders(tx)).values()];
  return { soon: await settingOf(tx, 'deadline.soon'), base: await calendarOfKey(tx, base), overlays: calendars, leaders: new Set(ladders.filter((l) => l.rules.leaders).map((l) => l.id)), urgent: new Set(ladders.filter((l) => l.rules.urgent).map((l) => l.id)) };
}

/** The calendar of a dossier that this unit leads. */
export function calendarIn(reckoning: Reckoning, leadUnit: string): Calendar {
  return reckoning.overlays.get(leadUnit) ?? reckoning.base;
}

/** Whether a step at this path of its route lies before leaders, while these are the purposes of its open tasks. */
export function leadersIn(reckoning: Reckoning, rule: StepRule | undefined, purposes: readonly TaskPurpose[]): boolean {
  if (rule === undefined || rule.kind === 'end' || rule.kind === 'choice') return false;
  return isBeforeLeaders(rule, purposes, { leaders: rule.ladder !== undefined && reckoning.leaders.has(rule.ladder) });
}
