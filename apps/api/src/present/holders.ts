import { findRule, HOLDING_NAMES, minutesOfWorkingDay, stepById, workingMinutesBetween, type HoldingSpan, type LaneLife } from '@totrinh/domain';
import type { OPERATIONS } from '@totrinh/api-schema';
import type { SeenHolders } from '@totrinh/persistence';
import type { z } from 'zod';

type Answer = z.infer<(typeof OPERATIONS.listHolders.answers)[200]>;
type Span = Answer['lanes'][number]['spans'][number];

/** Ai giữ bao lâu, with names and the working time of each stretch. */
export function presentHolders(dossier: string, seen: SeenHolders): Answer {
  const { ledger } = seen;
  return {
    dossier, from: ledger.from.toISOString(), to: ledger.to.toISOString(), running: ledger.running,
    lanes: ledger.lanes.map((l) => ({ lane: l.lane, title: titleOf(seen, l), from: l.from.toISOString(), to: l.to.toISOString(), spans: l.spans.map((s) => presentSpan(seen, s)) })),
  };
}

/** A branch is called by its parallel step and its own name; the dossier's own lane needs no name. */
function titleOf(seen: SeenHolders, { lane }: LaneLife): Answer['lanes'][number]['title'] {
  const [step, branch] = lane.split('/');
  if (!step || branch === undefined) return null;
  const { path } = stepById(seen.ledger.after, step);
  const title = (seen.route && findRule(seen.route, path)?.title) ?? { vi: path, en: path };
  return { vi: `${title.vi} · ${branch}`, en: `${title.en} · ${branch}` };
}

function presentSpan(seen: SeenHolders, s: HoldingSpan): Span {
  const { calendar, names, ledger } = seen;
  const minutes = workingMinutesBetween(calendar, s.from, s.to);
  const ref = (of: ReadonlyMap<string, string>, id: string): { id: string; name: string } => ({ id, name: of.get(id) ?? id });
  const person = (id: string): { person: string; name: string } => ({ person: id, name: names.people.get(id) ?? id });
  const step = s.step === null ? null : stepById(ledger.after, s.step);
  return {
    from: s.from.toISOString(), to: s.to.toISOString(), running: ledger.running && s.to.getTime() === ledger.to.getTime(), is: s.is, words: { ...HOLDING_NAMES[s.is] },
    step: step && { id: step.id, path: step.path, kind: step.kind, round: step.round, title: (seen.route && findRule(seen.route, step.path)?.title) ?? null },
    holders: s.holders.map((h) => ({
      task: h.task, person: h.person === null ? null : person(h.person), capacity: h.capacity, post: h.appointment === null ? null : (names.posts.get(h.appointment) ?? null), unit: h.unit === null ? null : ref(names.units, h.unit),
      body: h.body === null ? null : ref(names.bodies, h.body), candidates: h.candidates.map(person),
    })),
    workingMinutes: minutes, workingDays: Math.round((minutes / minutesOfWorkingDay(calendar)) * 10) / 10, dueAt: s.dueAt?.toISOString() ?? null, late: s.late, leaders: s.leaders,
  };
}
