import { PLAIN_CALENDAR, type Calendar } from '../calendar/calendar.ts';
import type { PlannedRung } from '../case/facts.ts';
import { reckonDue, type DueBasis, type DueExplanation } from '../deadlines/reckon.ts';
import type { WorkRule } from '../route/route.ts';
import { ladderKey, type Ladder, type LadderRung, type Ladders, type PublishedLadder } from './ladder.ts';
import { mostTimes, rungTime, type Climb } from './rung-times.ts';

/** What an office's deadlines are reckoned with: its calendar and its latest ladders; `kept`: versions that steps climb already, by key (`standard:1`). */
export interface Terms { readonly calendar: Calendar; readonly ladders: Ladders; readonly kept?: ReadonlyMap<string, PublishedLadder> }
/** Monday to Friday and no ladders. */
export const PLAIN_TERMS: Terms = { calendar: PLAIN_CALENDAR, ladders: new Map() };

/** A rung to come, before it has an id. */
export type RungToCome = Omit<PlannedRung, 'id'>;

/** What a step that opens has to keep: when it is due (ISO), why, and what speaks until then. */
export interface Deadline { readonly dueAt: string | null; readonly due: DueExplanation | null; readonly rungs: readonly RungToCome[] }

/**
 * A step's climb as it stands now, and what has been said in it: the rungs that have spoken, and that the term has passed. None of it is said again. What
 * is still `waiting` is said, also where its time, reckoned anew, has gone by.
 */
export interface Climbing extends Climb {
  readonly now: Date;
  readonly fired?: readonly { readonly name: string; readonly n: number }[];
  readonly passed?: boolean;
  readonly waiting?: readonly Pick<RungToCome, 'name' | 'n'>[];
}

/** Whether time closes the step: where the route has the edge, a consultation, a vote outside a meeting, a wait. Silence never decides anything else. */
export function lapses(rule: WorkRule): boolean {
  return rule.next['lapsed'] !== undefined ? rule.kind !== 'vote' || rule.mode !== 'meeting' : rule.kind === 'consult' || rule.kind === 'wait';
}

/** The deadline of a step that opens now; null for one that has neither a term nor a ladder. */
export function deadlineOf(rule: WorkRule, basis: Omit<DueBasis, 'calendar'>, terms: Terms): Deadline | null {
  const reckoned = rule.due === undefined ? null : reckonDue(rule.due, { ...basis, calendar: terms.calendar });
  if (reckoned === null && rule.ladder === undefined) return null;
  const rungs = rungsToCome(rule, { openedAt: basis.opening, dueAt: reckoned?.dueAt ?? null, now: basis.opening }, terms);
  return { dueAt: reckoned?.dueAt.toISOString() ?? null, due: reckoned?.due ?? null, rungs };
}

/**
 * What speaks for a step from now on: the passing of its term (never for leaders), its lapse where time closes it, and the rungs of its ladder whose
 * time lies ahead. Nothing speaks after the lapse.
 */
export function rungsToCome(rule: WorkRule, standing: Climbing, terms: Terms): RungToCome[] {
  const published = rule.ladder === undefined ? undefined : terms.ladders.get(rule.ladder);
  const { dueAt } = standing;
  const lapseAt = lapses(rule) ? lapseTime(published?.rules, standing, terms.calendar) : null;
  const calendar = terms.calendar.key;
  const own: RungToCome[] = [];
  if (lapseAt !== null) own.push({ kind: 'lapse', at: lapseAt.toISOString(), calendar });
  const told = standing.passed === true && dueAt !== null && dueAt <= standing.now;
  if (dueAt !== null && !told && lapseAt?.getTime() !== dueAt.getTime() && published?.rules.leaders !== true) own.push({ kind: 'overdue', at: dueAt.toISOString(), calendar });
  return [...own, ...(published ? ladderRungs(published, standing, terms.calendar, lapseAt) : [])];
}

function ladderRungs(ladder: PublishedLadder, standing: Climbing, calendar: Calendar, lapseAt: Date | null): RungToCome[] {
  return ladder.rules.rungs.filter((r) => !r.do.includes('lapse')).flatMap((rung): RungToCome[] => {
    const spoken = Math.max(0, ...(standing.fired ?? []).filter((f) => f.name === rung.rung).map((f) => f.n));
    const waits = standing.waiting?.find((w) => w.name === rung.rung);
    const next = waits ? timeOf(ladder, rung, waits.n ?? 1, standing, calendar) : nextTime(ladder, rung.rung, spoken, standing, calendar);
    return next === null || (lapseAt !== null && Date.parse(next.at) >= lapseAt.getTime()) ? [] : [next];
  });
}

/** When a rung speaks next after its `spoken`th time, never before now; null where it does not. */
export function nextTime(ladder: PublishedLadder, name: string, spoken: number, standing: Climbing, calendar: Calendar): RungToCome | null {
  const rung = ladder.rules.rungs.find((r) => r.rung === name);
  if (!rung) return null;
  for (let n = spoken + 1; n <= mostTimes(rung); n++) {
    const next = timeOf(ladder, rung, n, standing, calendar);
    if (next === null || Date.parse(next.at) > standing.now.getTime()) return next;
  }
  return null;
}

function timeOf(ladder: PublishedLadder, rung: LadderRung, n: number, climb: Climb, calendar: Calendar): RungToCome | null {
  const at = rungTime(ladder.rules, rung, n, climb, calendar);
  return at && { kind: 'ladder', at: at.toISOString(), calendar: calendar.key, ladder: ladderKey(ladder), name: rung.rung, n };
}

/** Never before the term has ended: a rung on the due day speaks when that day begins, and nobody loses the day by it. */
function lapseTime(ladder: Ladder | undefined, standing: Climbing, calendar: Calendar): Date | null {
  const rung = ladder?.rungs.find((r) => r.do.includes('lapse'));
  const at = ladder && rung ? rungTime(ladder, rung, 1, standing, calendar) : null;
  return at === null || (standing.dueAt !== null && at < standing.dueAt) ? standing.dueAt : at;
}
