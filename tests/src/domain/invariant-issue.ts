import assert from 'node:assert/strict';
import { beside, findRule, JOIN, regionOf, startOfBranch, type PlacedFact, type Route, type StepRule } from '@totrinh/domain';
import { pathsOf } from './acts-on-dossier.ts';
import type { Walk } from './walk.ts';

/** Told from the chain alone: the newest activation of each approval that no way avoids approved the content that is issued, or a confirmed finishing led from it there. */
export function everyApprovalInForce(w: Walk): void {
  const { facts } = w.d;
  const paths = new Map(facts.flatMap((f) => (f.type === 'step.opened' ? [[f.data.step, f.data.path] as const] : [])));
  const issued = facts.findLast((f) => f.type === 'decision.made' && f.data.outcome === 'issued');
  const given = facts.findLast((f) => f.type === 'dossier.issued');
  if (issued?.type !== 'decision.made' || given?.type !== 'dossier.issued') throw new Error('a number without an issue');
  assert.equal(given.data.manifest, frozenBefore(facts, facts.length), 'issued something else than what is frozen');
  const mandatory = unavoidable(w.route, paths.get(issued.data.step) ?? '');
  assert(mandatory.length > 0, 'issued without any mandatory approval');
  for (const path of mandatory) {
    const step = [...paths].findLast(([, p]) => p === path)?.[0] ?? '';
    const at = facts.findIndex((f) => f.type === 'step.settled' && f.data.step === step);
    const settled = facts[at];
    assert(settled?.type === 'step.settled' && ['approved', 'approvedSubjectTo', 'signed'].includes(settled.data.outcome), `${path} did not approve`);
    const voided = new Set(facts.flatMap((f) => (f.type === 'decision.voided' ? [f.data.decision] : [])));
    const words = facts.flatMap((f) => (f.type === 'decision.made' && f.data.step === step && !voided.has(f.data.decision) ? [f.data] : []));
    const isVote = findRule(w.route, path)?.kind === 'vote';
    const contents = isVote ? [frozenBefore(facts, at)] : words.filter((d) => w.case.tasks.find((t) => t.id === d.task)?.purpose === 'work').map((d) => d.manifest);
    assert(contents.length > 0, `${path} approved without a word`);
    for (const content of contents) assert.equal(finishedTo(facts, step, content), given.data.manifest, `${path} approved something else`);
    if (settled.data.outcome === 'approvedSubjectTo') demandsMet(facts, step);
  }
}

function frozenBefore(facts: readonly PlacedFact[], at: number): string | null {
  const frozen = facts.slice(0, at).findLast((f) => f.type === 'content.frozen' || f.type === 'content.finished');
  return frozen?.type === 'content.frozen' || frozen?.type === 'content.finished' ? frozen.data.manifest : null;
}

function finishedTo(facts: readonly PlacedFact[], step: string, content: string | null): string | null {
  return facts.reduce((at, f) => (f.type === 'revision.confirmed' && f.data.step === step && f.data.from === at ? f.data.to : at), content);
}

function demandsMet(facts: readonly PlacedFact[], step: string): void {
  const demands = facts.flatMap((f) => (f.type === 'demand.made' && f.data.step === step ? [f.data.demand] : []));
  const answered = facts.flatMap((f) => (f.type === 'demand.answered' ? [f.data.demand] : []));
  assert(demands.length > 0 && demands.every((d) => answered.includes(d)), 'demands unanswered');
  assert(facts.some((f) => f.type === 'revision.confirmed' && f.data.step === step), 'no confirmed finishing');
}

/** Approvals of the authority without which no way leads from the start to `goal`. */
function unavoidable(route: Route, goal: string): string[] {
  return pathsOf({ route }).filter((path) => {
    const rule = findRule(route, path);
    return (rule?.kind === 'approve' || rule?.kind === 'vote' || rule?.kind === 'sign') && rule.authority !== false && !ways(route, route.start, new Set([path])).has(goal);
  });
}

/** Everywhere that a dossier can come from `from` without entering `avoided`; a region leads on as its inside can end. `join` and ends of sub-routes are told as `region outcome`. */
function ways(route: Route, from: string, avoided: ReadonlySet<string>): Set<string> {
  const met = new Set<string>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (met.has(path) || avoided.has(path)) continue;
    met.add(path);
    const rule = findRule(route, path);
    if (!rule) continue;
    const on = (outcome: string): void => { if (rule.kind !== 'choice' && rule.kind !== 'end') open.push(toward(route, path, rule.next[outcome] ?? '')); };
    if (rule.kind === 'end') { const region = regionOf(route, path)?.region; if (region) met.add(`${region} ${rule.status === 'done' ? 'completed' : 'rejected'}`); }
    else if (rule.kind === 'choice') rule.when.forEach((arm) => open.push(toward(route, path, 'else' in arm ? arm.else : arm.go)));
    else if (rule.kind === 'route') {
      const inside = ways(route, startOfBranch(route, path, ''), new Set([...avoided, path]));
      open.push(...inside);
      for (const outcome of ['completed', 'rejected']) if (inside.has(`${path} ${outcome}`)) on(outcome);
    } else if (rule.kind === 'parallel') {
      const inside = Object.keys(rule.branches).map((branch) => [branch, ways(route, startOfBranch(route, path, branch), new Set([...avoided, path]))] as const);
      open.push(...inside.flatMap(([, all]) => [...all]));
      if (joins(rule, inside.filter(([branch, all]) => all.has(`${path} ${branch}`)).map(([branch]) => branch))) on('completed');
    } else Object.keys(rule.next).forEach(on);
  }
  return met;
}

function joins(rule: Extract<StepRule, { kind: 'parallel' }>, joined: readonly string[]): boolean {
  const sure = Object.entries(rule.branches).filter(([, b]) => b.if === undefined).map(([name]) => name);
  const enough = rule.join === 'any' ? 1 : typeof rule.join === 'object' ? rule.join.atLeast : Number.POSITIVE_INFINITY;
  return joined.length >= enough || sure.every((branch) => joined.includes(branch));
}

function toward(route: Route, path: string, target: string): string {
  const place = regionOf(route, path);
  return target === JOIN && place ? `${place.region} ${place.branch}` : beside(path, target);
}
