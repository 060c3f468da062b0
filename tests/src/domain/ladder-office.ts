import { calendarOf, climb, deadlineOf, nextTime, SHIPPED_LADDERS, type Calendar, type Ladder, type Ladders, type People, type PublishedLadder, type RungToCome, type Terms, type WorkRule } from '@totrinh/domain';
import { shippedCalendar } from '../../../libs/persistence/src/shipped/shipped-calendar.ts';
import { stepSchema } from '../../../libs/domain/src/route/step.ts';

/** The calendar that ships. */
export const SHIPPED_CALENDAR: Calendar = calendarOf([{ id: 'vn', version: 1, content: shippedCalendar() }]);

export const published = (rules: Ladder): PublishedLadder => ({ id: rules.ladder, version: 1, rules });
export const laddersOf = (all: readonly Ladder[]): Ladders => new Map(all.map((l) => [l.ladder, published(l)]));
/** The terms of an office that has changed nothing. */
export const SHIPPED_TERMS: Terms = { calendar: SHIPPED_CALENDAR, ladders: laddersOf(SHIPPED_LADDERS) };

/** `2026-02-27 08:00` on the office's wall clock. */
export function officeTime(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** An instant from the office's wall clock, `2026-02-27 08:00`. */
export function at(officeTimeText: string): Date {
  return new Date(`${officeTimeText.replace(' ', 'T')}:00+07:00`);
}

/** What a step says by itself: each time `when name n`, and behind it `: action actions` of what a ladder's rung does. */
export interface Spoken { readonly when: string; readonly rung: string }

/** Everything that speaks for a step which opens at `openedAt` and in which nobody does anything until `until`, as the clock would fire it; everybody is there to be told. */
export function speaks(step: Readonly<Record<string, unknown>>, openedAt: Date, until: Date, terms: Terms = SHIPPED_TERMS): Spoken[] {
  const rule = ruleOf(step);
  const deadline = deadlineOf(rule, { opening: openedAt, submission: null, itemDeadline: '2022-09-30' }, terms);
  const dueAt = deadline?.dueAt ? new Date(deadline.dueAt) : null;
  let waiting: readonly RungToCome[] = deadline?.rungs ?? [];
  const said: Spoken[] = [];
  let reminders = 0;
  for (;;) {
    const [first] = [...waiting].sort((a, b) => a.at.localeCompare(b.at));
    if (!first || new Date(first.at) > until) return said;
    waiting = waiting.filter((r) => r !== first);
    if (first.kind !== 'ladder') {
      said.push({ when: officeTime(first.at), rung: first.kind });
      if (first.kind === 'lapse') return said;
      continue;
    }
    const ladder = terms.ladders.get(rule.ladder ?? '');
    if (!ladder) throw new Error(`no ladder ${rule.ladder}`);
    const { name = '', n = 1 } = first;
    const climbed = climb(ladder, { id: 'r', dossier: 'd', step: 's', name, n, dueAt: first.at, reminders }, EVERYBODY);
    reminders = climbed.reminders;
    for (const f of climbed.facts) if (f.type === 'rung.fired') said.push({ when: officeTime(f.data.effectiveAt), rung: `${f.data.name} ${f.data.n}` });
    const next = nextTime(ladder, name, n, { openedAt, dueAt, now: new Date(first.at) }, terms.calendar);
    if (next) waiting = [...waiting, next];
  }
}

export const EVERYBODY: People = { holder: ['chuyen-vien'], headOfUnit: ['truong'], superior: ['cap-tren'], office: ['van-phong'], secretary: ['thu-ky'], drafter: ['nguoi-soan'], leadHead: ['thu-truong'] };

/** A draft's rule with this in it, or that of another kind. */
export function ruleOf(step: Readonly<Record<string, unknown>>): WorkRule {
  const draft = 'kind' in step ? {} : { kind: 'draft', who: { person: 'drafter' }, next: { completed: 'duyet-noi-dung' } };
  return stepSchema.parse({ ...draft, ...step }) as WorkRule;
}
