import assert from 'node:assert/strict';
import { fold, openSteps, openTasks, pathsToResolve, tasksWithoutOwner, type Fact, type PlacedFact, type Route } from '@totrinh/domain';
import type { DossierDriver } from './dossier-driver.ts';

/** What must hold after every act (engine: what must always hold), told from the chain and not by the rules under test. */
export function checkInvariants(d: DossierDriver, fresh: readonly Fact[], roundBefore: number): void {
  const c = d.case;
  assert.deepEqual(fold(c.id, d.facts), c);
  assert(c.round >= roundBefore, `round ${c.round} after ${roundBefore}`);
  activationsSettleOnce(d.facts);
  oneDecisionATask(d);
  somebodyIsWaitedFor(d);
  for (const fact of fresh) if (fact.type === 'decision.made') actedInTheirRight(d, fact.data);
  if (fresh.some((f) => f.type === 'number.given')) everyApprovalInForce(d);
  if (fresh.some((f) => f.type === 'dossier.recalled')) nobodyHadSeen(d.facts);
  bodiesCounted(d);
}

/** A recall takes back what nobody has seen since it was submitted. */
function nobodyHadSeen(facts: readonly PlacedFact[]): void {
  const submitted = facts.findLastIndex((f) => f.type === 'dossier.submitted');
  assert(submitted >= 0 && !facts.slice(submitted).some((f) => f.type === 'task.seen'), 'recalled what was seen');
}

function activationsSettleOnce(facts: readonly PlacedFact[]): void {
  const opened = facts.flatMap((f) => (f.type === 'step.opened' ? [`${f.data.cause} ${f.data.path}`] : []));
  const ended = facts.flatMap((f) => (f.type === 'step.settled' || f.type === 'step.cancelled' ? [f.data.step] : []));
  const closed = facts.flatMap((f) => (f.type === 'task.closed' ? [f.data.task] : []));
  for (const list of [opened, ended, closed]) assert.equal(new Set(list).size, list.length, list.join());
}

function oneDecisionATask({ case: c }: DossierDriver): void {
  assert.equal(new Set(c.decisions.map((x) => x.task)).size, c.decisions.length);
  for (const task of c.tasks) {
    const drafted = c.steps.find((s) => s.id === task.step)?.kind === 'draft';
    assert.equal(c.decisions.some((x) => x.task === task.id), task.state === 'done' && !drafted, task.id);
  }
}

/** An open dossier waits for a person, for the workflow, or shows that it wants for an owner; a closed one for nobody. */
function somebodyIsWaitedFor({ case: c, route }: DossierDriver): void {
  if (c.status !== 'open') {
    assert.deepEqual([openSteps(c), openTasks(c), c.pending], [[], [], []]);
    return;
  }
  assert.equal(openSteps(c).length + c.pending.length, 1);
  for (const task of openTasks(c)) assert.equal(c.steps.find((s) => s.id === task.step)?.state, 'open');
  if (c.pending.length > 0) return;
  const ownerless = tasksWithoutOwner(c);
  assert(openTasks(c).some((t) => t.assignees.length > 0) || ownerless.length > 0, 'nobody is waited for');
  if (ownerless.length > 0) assert(pathsToResolve(c, route).includes(openSteps(c)[0]?.path ?? ''));
}

function actedInTheirRight({ case: c, directory, facts }: DossierDriver, made: { task: string; actor: string; principal: string; appointment: string }): void {
  const step = c.steps.find((s) => s.id === c.tasks.find((t) => t.id === made.task)?.step);
  if (made.actor === c.drafter) assert(step?.kind === 'consult' || step?.kind === 'issue', 'self-approval');
  assert.equal(made.principal, made.actor);
  assert(directory.actor(made.actor).posts.some((p) => p.appointment === made.appointment), made.appointment);
  const given = facts.flatMap((f) => ((f.type === 'task.opened' || f.type === 'task.assigned') && f.data.task === made.task ? f.data.assignees : []));
  assert(given.some((a) => a.person === made.actor && a.appointment === made.appointment), made.actor);
}

/** Told from the chain alone: the newest word of each approval that no path avoids is yes, to the content now frozen. */
function everyApprovalInForce({ facts, route }: DossierDriver): void {
  const issued = facts.findLast((f) => f.type === 'decision.made' && f.data.outcome === 'issued');
  const frozen = facts.findLast((f) => f.type === 'content.frozen');
  if (issued?.type !== 'decision.made' || frozen?.type !== 'content.frozen') throw new Error('issued without content');
  const paths = new Map(facts.flatMap((f) => (f.type === 'step.opened' ? [[f.data.step, f.data.path] as const] : [])));
  const mandatory = unavoidable(route, paths.get(issued.data.step) ?? '');
  assert(mandatory.length > 0, 'issued without any mandatory approval');
  for (const path of mandatory) {
    const words = facts.flatMap((f) => (f.type === 'decision.made' && paths.get(f.data.step) === path ? [f.data] : []));
    assert(['approved', 'signed'].includes(words.at(-1)?.outcome ?? ''), path);
    assert.equal(words.at(-1)?.manifest, frozen.data.manifest);
  }
}

/** Approvals of the authority that every loop-free path from the start to `goal` visits, by listing those paths. */
function unavoidable(route: Route, goal: string): string[] {
  const walk = (path: string, way: readonly string[]): string[][] => {
    const rule = route.steps[path];
    if (path === goal) return [[...way, path]];
    if (!rule || rule.kind === 'end' || way.includes(path)) return [];
    return Object.values(rule.next).flatMap((to) => walk(to, [...way, path]));
  };
  const ways = walk(route.start, []);
  return Object.keys(route.steps).filter((path) => {
    const rule = route.steps[path];
    return (rule?.kind === 'approve' || rule?.kind === 'sign') && rule.authority !== false && ways.every((way) => way.includes(path));
  });
}

/** A body whose rule is "all" has approved when each of its members, each once, has said yes; a consultation when each unit answered. */
function bodiesCounted({ case: c, route }: DossierDriver): void {
  for (const step of c.steps.filter((s) => s.state === 'settled')) {
    const rule = route.steps[step.path];
    const tasks = c.tasks.filter((t) => t.step === step.id);
    const words = c.decisions.filter((x) => x.step === step.id);
    if (rule?.kind === 'consult') assert.equal(words.length, tasks.length);
    if (rule?.kind !== 'approve' || rule.rule !== 'all' || step.outcome !== 'approved') continue;
    assert.deepEqual(words.map((w) => w.outcome), tasks.map(() => 'approved'));
    assert.equal(new Set(words.map((w) => w.actor)).size, tasks.length);
  }
}
