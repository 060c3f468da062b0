import { openSteps, openTasks, stepById, type Case, type CaseStep, type CaseTask, type Within } from '../case/case.ts';
import { findRule, type Route, type StepRule } from '../route/route.ts';
import { isLeadersTask } from '../deadlines/leaders.ts';
import type { Holder, Holding } from './holding.ts';

/** A lane of a dossier: its own (''), or a branch of an activation of a parallel step, `step id/branch`. */
export type Lane = string;
export const OWN_LANE: Lane = '';

/** Who has what in each lane that lives at this moment. A sub-route runs in the lane of its step. `route` null: unknown, so that nobody is told to be a leader. */
export function lanesOf(c: Case, route: Route | null): ReadonlyMap<Lane, Holding> {
  if (c.status !== 'open') return new Map([[OWN_LANE, { is: 'closed', step: null, holders: [], leaders: false }]]);
  const steps = openSteps(c);
  const at = Map.groupBy(steps, (s) => laneOf(c, s.within));
  const branches = steps.flatMap((s) => (s.kind === 'parallel' ? (s.branches ?? []).filter((b) => !b.joined && !b.kept).map((b) => `${s.id}/${b.name}`) : []));
  const pending = c.pending.flatMap((p) => (p.step === undefined ? [laneOf(c, p.within ?? null)] : []));
  return new Map([...new Set([OWN_LANE, ...branches, ...pending, ...at.keys()])].map((lane) => [lane, holdingOf(c, route, at.get(lane) ?? [])]));
}

/** The lane in which a region's steps run. */
export function laneOf(c: Case, within: Within | null): Lane {
  if (within === null) return OWN_LANE;
  return within.branch === '' ? laneOf(c, stepById(c, within.step).within) : `${within.step}/${within.branch}`;
}

function holdingOf(c: Case, route: Route | null, steps: readonly CaseStep[]): Holding {
  const worked = steps.filter((s) => s.kind !== 'parallel' && s.kind !== 'route');
  const last = worked.at(-1);
  const step = last?.id ?? null;
  if (c.suspended) return { is: 'suspended', step, holders: [], leaders: false };
  const tasks = worked.flatMap((s) => openTasks(c, s.id)).filter((t) => t.purpose !== 'aside');
  if (tasks.length > 0) return tasksHeld(c, route, tasks);
  if (steps.some((s) => s.kind === 'parallel')) return { is: 'branches', step: null, holders: [], leaders: false };
  if (last === undefined) return { is: 'system', step: null, holders: [], leaders: false };
  if (['wait', 'notify', 'webhook'].includes(last.kind)) return { is: 'waiting', step, holders: [], leaders: false };
  return { is: c.pending.some((p) => p.step === step) ? 'system' : 'nobody', step, holders: [], leaders: false };
}

function tasksHeld(c: Case, route: Route | null, tasks: readonly CaseTask[]): Holding {
  const step = tasks.at(-1)?.step ?? null;
  const before = tasks.map((t) => bodyBehind(c, route, t));
  const leaders = before.some((b) => b.leaders);
  // Who of a body has not cast yet is told to nobody while it votes.
  const holders = stepById(c, tasks[0]?.step ?? '').kind === 'vote' ? [{ ...NOBODY, body: before[0]?.body ?? null }] : tasks.map((t, i) => holderOf(t, before[i]?.body ?? null));
  if (leaders) return { is: 'leaders', step, holders, leaders };
  const held = tasks.some((t) => t.holder !== null);
  return { is: held ? 'held' : tasks.some((t) => t.assignees.length > 0) ? 'offered' : 'nobody', step, holders, leaders };
}

const NOBODY: Holder = { task: null, person: null, capacity: null, appointment: null, unit: null, body: null, candidates: [] };

function holderOf(t: CaseTask, body: string | null): Holder {
  const seat = [...t.assignees, ...t.helpers].find((a) => a.person === t.holder);
  return { task: t.id, person: t.holder, capacity: seat?.capacity ?? null, appointment: seat?.appointment ?? null, unit: t.unit, body, candidates: t.holder === null ? [...new Set(t.assignees.map((a) => a.person))] : [] };
}

function bodyBehind(c: Case, route: Route | null, t: CaseTask): { readonly leaders: boolean; readonly body: string | null } {
  const step = stepById(c, t.step);
  const rule = route === null ? undefined : findRule(route, step.path);
  if (rule === undefined || rule.kind === 'end' || rule.kind === 'choice') return { leaders: step.kind === 'vote', body: null };
  // What the office records of a meeting lies before the body, too.
  const leaders = rule.kind === 'vote' || isLeadersTask(rule, t.purpose);
  return { leaders, body: leaders ? bodyOf(c, rule, t) : null };
}

function bodyOf(c: Case, rule: StepRule, t: CaseTask): string | null {
  if (rule.kind === 'vote') return c.roles.bodies[rule.roster.body] ?? null;
  const who = rule.kind === 'finish' && t.purpose === 'confirm' ? rule.confirm : 'who' in rule ? rule.who : undefined;
  const role = who === undefined ? undefined : 'body' in who ? who.body : 'signers' in who ? who.signers : undefined;
  return role === undefined ? null : (c.roles.bodies[role] ?? null);
}
