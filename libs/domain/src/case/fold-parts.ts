import { BARE_STEP, type Assignee, type Case, type CaseStep, type CaseTask, type Pending, type ProgrammeState, type SeatWish } from './case.ts';
import type { PlacedFact } from './facts.ts';

type Of<T extends PlacedFact['type']> = Extract<PlacedFact, { type: T }>;

export const changeStep = (c: Case, id: string, change: (s: CaseStep) => Partial<CaseStep>): Case => ({ ...c, steps: c.steps.map((s) => (s.id === id ? { ...s, ...change(s) } : s)) });
export const changeTask = (c: Case, id: string, change: Partial<CaseTask>): Case => ({ ...c, tasks: c.tasks.map((t) => (t.id === id ? { ...t, ...change } : t)) });

/** A dossier that is drafted again, stopped or turned down no longer lies before the authority. */
export const offTheTable = (c: Case): ProgrammeState => (c.programmeState === 'submitted' ? 'notYetSubmitted' : c.programmeState);

/** A new activation; a region calls for the start of each branch that is not kept. */
export function openStep(c: Case, f: Of<'step.opened'>): Case {
  const { step, path, kind, round, cause, within, roster, branches, finishes } = f.data;
  const opened: CaseStep = {
    ...BARE_STEP, id: step, path, kind, round, cause, opened: f.seq, state: 'open', outcome: null, settled: null,
    ...(within ? { within } : {}), ...(roster ? { roster } : {}), ...(finishes === undefined ? {} : { finishing: { from: finishes, finishedBy: null } }),
    ...(branches ? { branches: branches.map((b) => ({ name: b.name, joined: b.kept !== undefined, kept: b.kept !== undefined, manifest: b.kept ?? null })) } : {}),
  };
  const inside = (branches ?? []).filter((b) => b.kept === undefined).map((b): Pending => ({ path: b.start, cause: f.seq, within: { step, branch: b.name } }));
  return {
    ...c, programmeState: kind === 'draft' ? offTheTable(c) : c.programmeState, steps: [...c.steps, opened],
    pending: [...c.pending.filter((p) => p.step !== undefined || p.path !== path || p.cause !== cause), ...inside],
  };
}

/** What an activation that ended had called for and nobody has opened yet: tasks of its own, steps inside it. */
export function takeBack(c: Case, step: string): Case {
  const drop = (p: Pending): boolean => p.step === step || p.within?.step === step;
  return c.pending.some(drop) ? { ...c, pending: c.pending.filter((p) => !drop(p)) } : c;
}

/** A task that an open step wants. */
export function calledFor(c: Case, step: string, cause: number, seat: SeatWish): Case {
  const path = c.steps.find((s) => s.id === step)?.path ?? '';
  return { ...c, pending: [...c.pending, { path, cause, step, seat }] };
}

/** The roster of the day, and a task for each member who came new; in a sequence they are asked in their turn. */
export function correctRoster(c: Case, f: Of<'roster.corrected'>): Case {
  const { step, added, removed, inTurn } = f.data;
  const corrected = changeStep(c, step, (s) => ({
    roster: [...(s.roster ?? []).filter((a) => !removed.includes(a.person)), ...added],
    corrected: { added: s.corrected.added + added.length, removed: s.corrected.removed + removed.length },
  }));
  // In a meeting the office records one result; members have no tasks of their own.
  if (inTurn || !c.tasks.some((t) => t.step === step && t.purpose === 'work')) return corrected;
  return added.reduce((at, a) => calledFor(at, step, f.seq, { kind: 'person', person: a.person }), corrected);
}

/** A late task becomes a superior's; who had it first is remembered, also where a second superior takes it. */
export function takeOver(c: Case, id: string, to: Assignee): Case {
  const task = c.tasks.find((t) => t.id === id);
  if (!task) return c;
  const { assignees, holder, officer } = task;
  return changeTask(c, id, { assignees: [to], holder: to.person, officer: null, takenFrom: task.takenFrom ?? { assignees, holder, officer } });
}

/** A task that was taken over is again whose it was. */
export function handBack(c: Case, id: string): Case {
  const from = c.tasks.find((t) => t.id === id)?.takenFrom;
  return from ? changeTask(c, id, { ...from, takenFrom: null }) : c;
}
