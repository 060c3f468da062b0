import { tagOfTask } from '@totrinh/casework';
import type { DeskAnswer, DeskRowAnswer } from '@totrinh/api-schema';
import type { DeskLine, DeskPage, DeskPlace, Reckoning } from '@totrinh/persistence';
import { cursorOf } from '../http/cursor.ts';
import { presentStanding } from './deadlines.ts';

type PlaceAnswer = DeskRowAnswer['now'][number];
/** People that a place names. */
const NAMED = 3;

export function presentDesk({ items, next, count, places, reckoning }: DeskPage, now: Date): DeskAnswer {
  return { items: items.map((line) => presentLine(line, places.filter((p) => p.dossier === line.dossier.id), reckoning, now)), next: cursorOf(next), count };
}

function presentLine(line: DeskLine, places: readonly DeskPlace[], reckoning: Reckoning, now: Date): DeskRowAnswer {
  const { id, task, dossier, step, unit, purpose, holder, seen, urgency, asHelper, inSteadOf, byAuthorityOf, bulk, moving, at, dueAt, settled, told, trouble, left } = line;
  const lies = places.map((p) => presentPlace(p, reckoning, now));
  return {
    id, task, dossier, step, unit, purpose, holder, seen, urgency: places.some((p) => p.hours) ? 'flash' : urgency, asHelper, inSteadOf, byAuthorityOf, bulk: [...bulk], moving, offered: line.open && holder === null,
    openedAt: (line.openedAt ?? at).toISOString(), dueAt: dueAt?.toISOString() ?? null, standing: standingOf(line, lies, reckoning, now), etag: tagOf(line), now: lies,
    settled: settled && task !== null ? { ...settled, at: at.toISOString() } : null, told: told && { ...told, at: at.toISOString() }, trouble: trouble && { kind: trouble, since: at.toISOString(), left: [...left] },
  };
}

/** An open task's own; a dossier's is that of the place with its term, else of the first that has one. */
function standingOf(line: DeskLine, places: readonly PlaceAnswer[], reckoning: Reckoning, now: Date): DeskRowAnswer['standing'] {
  const { openedAt, dueAt, pausedUntil, leaders } = line;
  if (line.open && openedAt !== null) return presentStanding({ openedAt, dueAt, pausedUntil, leaders, leadUnit: line.dossier.leadUnit.id }, reckoning, now);
  if (line.task !== null) return null;
  return (places.find((p) => p.dueAt !== null && p.dueAt === dueAt?.toISOString()) ?? places.find((p) => p.standing !== null))?.standing ?? null;
}

function tagOf({ open, cause, step, holder, manifest }: DeskLine): string | null {
  return open && cause !== null && step !== null ? tagOfTask({ state: 'open', cause, path: step.path, holder: holder?.person ?? null, manifest }) : null;
}

function presentPlace({ step, unit, people, offered, since, dueAt, pausedUntil, leaders, leadUnit }: DeskPlace, reckoning: Reckoning, now: Date): PlaceAnswer {
  return {
    step, unit, people: people.slice(0, NAMED).map((p) => ({ ...p })), more: Math.max(0, people.length - NAMED), offered, since: since.toISOString(), dueAt: dueAt?.toISOString() ?? null,
    standing: presentStanding({ openedAt: since, dueAt, pausedUntil, leaders, leadUnit }, reckoning, now),
  };
}
