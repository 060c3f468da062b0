import { addWorkingDays, DIGEST_LINES, endOfDay, officeDay, type Digest } from '@totrinh/domain';
import { calendarOfUnit, insertDigests, nearTasksOfAll, settingOf, unreadOfAll, type NearTask, type UnreadNotice } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Writes the day's letters: what each person has not read, and their tasks that are due soon or late; who has neither, or holds no post any more, gets none. One a person and day, however often it is asked. Answers how many are new. */
export function writeDigests(desk: Desk): Promise<number> {
  return desk.transact(async (tx) => {
    const now = desk.now();
    const day = officeDay(now);
    const soon = addWorkingDays(await calendarOfUnit(tx, ''), day, await settingOf(tx, 'deadline.soon'));
    const unread = Map.groupBy(await unreadOfAll(tx, now, DIGEST_LINES, day), (n) => n.person);
    const near = Map.groupBy(await nearTasksOfAll(tx, endOfDay(soon), DIGEST_LINES, day), (t) => t.person);
    const people = [...new Set([...unread.keys(), ...near.keys()])].sort();
    return insertDigests(tx, people.map((person) => ({ person, digest: digestOf(day, now, unread.get(person) ?? [], near.get(person) ?? []) })), now);
  });
}

function digestOf(day: string, now: Date, unread: readonly UnreadNotice[], near: readonly NearTask[]): Digest {
  return {
    day,
    unread: unread.map(({ code, kind, at }) => ({ code, kind, at: at.toISOString() })), unreadCount: unread[0]?.n ?? 0,
    near: near.map(({ code, step, dueAt }) => ({ code, step, dueAt: dueAt.toISOString(), late: dueAt < now })), nearCount: near[0]?.n ?? 0,
  };
}
