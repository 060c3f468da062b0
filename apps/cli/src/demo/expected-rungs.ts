import { calendarOf, deadlineOf, nextTime, SHIPPED_LADDERS, workRule, BASE_CALENDAR, type RungToCome, type Terms } from '@totrinh/domain';
import { readRoute } from '@totrinh/casework';
import { shippedCalendar } from '@totrinh/persistence';
import { readSampleRoutes } from './sample-routes.ts';

/** A rung and the instant at which it is due, by the rules alone. */
export interface Expected { readonly rung: string; readonly dueAt: string }

/** What the draft of the shown route says when nobody does anything, from its opening until `last` (`name n`): reckoned from the shipped calendar and ladders, without the engine. */
export function speaksUntil(openedAt: string, last: string): Expected[] {
  const route = readRoute(readSampleRoutes().get('mot-nguoi-duyet')?.source ?? '');
  if (!route.ok) throw new Error('the shipped route is not readable');
  const rule = workRule(route.value, 'soan-thao');
  const terms: Terms = { calendar: calendarOf([{ id: BASE_CALENDAR, version: 1, content: shippedCalendar() }]), ladders: new Map(SHIPPED_LADDERS.map((rules) => [rules.ladder, { id: rules.ladder, version: 1, rules }])) };
  const opening = new Date(openedAt);
  const deadline = deadlineOf(rule, { opening, submission: null, itemDeadline: null }, terms);
  const ladder = terms.ladders.get(rule.ladder ?? '');
  if (!deadline?.dueAt || !ladder) throw new Error('the shown step has no term or no ladder');
  const standing = { openedAt: opening, dueAt: new Date(deadline.dueAt) };
  const said: Expected[] = [];
  let waiting: readonly RungToCome[] = deadline.rungs;
  let reminders = 0;
  for (;;) {
    const [first] = [...waiting].sort((a, b) => a.at.localeCompare(b.at));
    if (!first) return said;
    const { name, n = 1, at } = first;
    said.push({ rung: name === undefined ? first.kind : `${name} ${n}`, dueAt: at });
    const does = ladder.rules.rungs.find((r) => r.rung === name)?.do ?? [];
    if (does.includes('remind')) {
      reminders += 1;
      for (const r of ladder.rules.rungs) if (typeof r.at === 'object' && 'afterReminders' in r.at && r.at.afterReminders === reminders) said.push({ rung: `${r.rung} 1`, dueAt: at });
    }
    if (said.some((s) => s.rung === last)) return said;
    const next = name === undefined ? null : nextTime(ladder, name, n, { ...standing, now: new Date(at) }, terms.calendar);
    waiting = [...waiting.filter((r) => r !== first), ...(next ? [next] : [])];
  }
}
