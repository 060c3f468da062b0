import assert from 'node:assert/strict';
import { findRule, openSteps, openTasks, type Case, type CaseStep, type PlacedFact } from '@totrinh/domain';
import type { Walk } from './walk.ts';

/** An activation is opened once for its cause and ends once; a task is closed once; a number is given once. */
export function settledOnce(facts: readonly PlacedFact[]): void {
  const opened = facts.flatMap((f) => (f.type === 'step.opened' ? [`${f.data.cause} ${f.data.path}`] : []));
  const ended = facts.flatMap((f) => (f.type === 'step.settled' || f.type === 'step.cancelled' ? [f.data.step] : []));
  const closed = facts.flatMap((f) => (f.type === 'task.closed' ? [f.data.task] : []));
  const issued = facts.flatMap((f) => (f.type === 'dossier.issued' ? ['issued'] : []));
  const cast = facts.flatMap((f) => (f.type === 'ballot.cast' ? [`${f.data.step} ${f.data.person}`] : []));
  for (const list of [opened, ended, closed, issued, cast]) assert.equal(new Set(list).size, list.length, `twice: ${list.find((x, i) => list.indexOf(x) !== i) ?? ''}`);
}

/** A task that is done has one word in it: a decision, a secret ballot, or what its kind of step has instead; one that is not has none. */
export function oneWordATask({ case: c, d }: Walk): void {
  const ballots = new Set(d.facts.flatMap((f) => (f.type === 'ballot.cast' ? [f.data.task] : [])));
  for (const task of c.tasks) {
    const words = c.decisions.filter((x) => x.task === task.id).length + (ballots.has(task.id) ? 1 : 0);
    const kind = c.steps.find((s) => s.id === task.step)?.kind;
    const wordless = task.purpose === 'record' || (task.purpose === 'work' && (kind === 'draft' || kind === 'finish' || kind === 'track'));
    assert.equal(words, task.state === 'done' && !wordless ? 1 : 0, `words in ${task.id} of a ${kind}`);
  }
}

/** A closed dossier waits for nobody. */
export function closedForGood({ case: c }: Walk): void {
  if (c.status !== 'open') assert.deepEqual([openSteps(c), openTasks(c), c.pending, c.proposals, c.suspended], [[], [], [], [], null]);
}

/**
 * An open dossier stands at one place on its top level, and at one in each chosen branch that has not joined and in each
 * sub-route of an open region; wherever it stands, somebody may act now, or the clock, the engine or an event will.
 */
export function everyPlaceWaits(w: Walk): void {
  const { case: c } = w;
  if (c.status !== 'open') return;
  assert.equal(standing(c, null, ''), 1, 'on the top level');
  for (const region of c.steps.filter((s) => s.branches !== null)) {
    for (const branch of region.branches ?? []) {
      const count = standing(c, region.id, branch.name);
      const wanted = region.state === 'cancelled' || branch.joined ? 0 : region.state === 'open' ? 1 : Math.min(count, 1);
      assert.equal(count, wanted, `in ${region.path} ${branch.name} of a region ${region.state}`);
    }
  }
  for (const step of openSteps(c)) {
    assert(step.branches !== null || waits(w, step), `nothing will move ${step.path} (${step.kind})`);
    for (const task of openTasks(c, step.id)) assert.equal(task.state, 'open');
  }
  for (const task of openTasks(c)) assert.equal(c.steps.find((s) => s.id === task.step)?.state, 'open', 'an open task in a closed step');
  assert(openSteps(c).filter((s) => s.kind === 'draft' || s.kind === 'finish').length <= 1, 'content changes in two places');
}

function standing(c: Case, region: string | null, branch: string): number {
  const isHere = (within: { step: string; branch: string } | null | undefined): boolean => (region === null ? within == null : within?.step === region && within.branch === branch);
  return openSteps(c).filter((s) => isHere(s.within)).length + c.pending.filter((p) => p.step === undefined && isHere(p.within)).length;
}

function waits(w: Walk, step: CaseStep): boolean {
  const { case: c } = w;
  const tasks = openTasks(c, step.id).filter((t) => t.purpose !== 'aside');
  const holds = (appointment: string): boolean => w.d.directory.appointments.some((a) => a.appointment === appointment);
  if (tasks.some((t) => t.assignees.length === 0 || t.assignees.some((a) => holds(a.appointment)))) return true;
  if (c.pending.some((p) => p.step === step.id && p.seat?.kind !== 'aside')) return true;
  if (step.kind === 'notify' || step.kind === 'webhook') return true;
  const rule = findRule(w.route, step.path);
  if (rule?.kind === 'wait' && rule.for !== undefined) return true;
  // A suspended dossier has one rung, its resumption, which plans the others anew.
  return w.rungs().some((r) => (c.suspended ? r.rung.kind === 'resume' : r.step?.id === step.id && r.rung.kind === 'lapse'));
}
