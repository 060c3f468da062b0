import { beginsAnew, type Case, type PlacedFact, type PlannedRung, type RungKind } from '@totrinh/domain';

/** A rung to write; the resumption of a dossier has no step. */
export interface NewRung extends PlannedRung { readonly step: string | null }

/** What these facts do to the rungs of a dossier: those that become void, and those to write. Instants of steps that moved stand in `dueAt`. */
export interface RungPlan {
  readonly rungs: readonly NewRung[];
  /** Waiting rungs of these steps become void. */
  readonly steps: readonly string[];
  /** What was said in these steps belongs to a shorter term: their ladders begin anew. */
  readonly anew: readonly string[];
  /** Waiting rungs of the whole dossier become void, by kind. */
  readonly kinds: readonly RungKind[];
  readonly dueAt: ReadonlyMap<string, string>;
  /** How those instants came about, JSON. */
  readonly due: ReadonlyMap<string, string>;
}

const ALL: readonly RungKind[] = ['overdue', 'lapse', 'resume', 'ladder'];

/**
 * A date that moved replaces the rungs of its step; a suspension parks those of the whole dossier until the day it brings; whoever resumes
 * earlier does away with that day. A step that ended and a dossier that closed wait for nothing.
 */
export function planRungs(before: Case, after: Case, placed: readonly PlacedFact[]): RungPlan {
  let rungs: NewRung[] = [];
  const steps = new Set<string>();
  const anew = new Set<string>();
  const kinds = new Set<RungKind>();
  const dueAt = new Map<string, string>();
  const due = new Map<string, string>();
  for (const f of placed) {
    const step = 'step' in f.data ? f.data.step : null;
    if (f.type === 'due.changed') { steps.add(f.data.step); if (beginsAnew(f.data.because)) anew.add(f.data.step); rungs = rungs.filter((r) => r.step !== f.data.step); }
    if (f.type === 'dossier.suspended') { for (const kind of ALL) kinds.add(kind); rungs = []; }
    if (f.type === 'dossier.resumed') { kinds.add('resume'); rungs = rungs.filter((r) => r.kind !== 'resume'); }
    if (step !== null && f.derived?.dueAt !== undefined) dueAt.set(step, f.derived.dueAt);
    if (step !== null && f.derived?.due !== undefined) due.set(step, JSON.stringify(f.derived.due));
    rungs.push(...(f.derived?.rungs ?? []).map((r): NewRung => ({ ...r, step: r.kind === 'resume' ? null : step })));
  }
  const known = new Set(before.steps.filter((s) => s.state === 'open').map((s) => s.id));
  const open = new Set(after.steps.filter((s) => s.state === 'open').map((s) => s.id));
  for (const step of known) if (!open.has(step)) steps.add(step);
  const closes = before.status === 'open' && after.status !== 'open';
  if (closes) kinds.add('resume');
  return { rungs: rungs.filter((r) => (r.step === null ? !closes : open.has(r.step))), steps: [...steps], anew: [...anew], kinds: [...kinds], dueAt, due };
}
