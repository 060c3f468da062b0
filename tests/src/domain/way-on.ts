import assert from 'node:assert/strict';
import { attach, decide, issue, openSteps, openTasks, submit, TASK_OUTCOMES, type CaseTask, type Fact, type Result, type Route } from '@totrinh/domain';
import { REGISTER, TODAY, type DossierDriver } from './dossier-driver.ts';
import { appointEverywhere } from './random-office.ts';

/** Steps from each path to the nearest goal along the edges of the route. */
function distances(route: Route, goals: readonly string[]): Map<string, number> {
  const far = new Map(goals.map((g) => [g, 0]));
  for (let n = 1; n <= Object.keys(route.steps).length; n++) {
    for (const [path, rule] of Object.entries(route.steps)) {
      if (rule.kind !== 'end' && !far.has(path) && Object.values(rule.next).some((to) => far.get(to) === n - 1)) far.set(path, n);
    }
  }
  return far;
}

/** What the people of an open task would do to bring the dossier nearer to its goals. */
function wayOn(d: DossierDriver, task: CaseTask, far: Map<string, number>): Result<Fact[]> {
  const path = d.case.steps.find((s) => s.id === task.step)?.path ?? '';
  const rule = d.route.steps[path];
  const person = task.holder ?? task.assignees[0]?.person ?? '';
  if (!rule || rule.kind === 'end') throw new Error(`a task stands at ${path}`);
  if (rule.kind === 'draft') return submit(d.case, d.route, d.as(person), d.means);
  if (rule.kind === 'issue') return issue(d.case, d.route, task.id, REGISTER, TODAY, d.as(person), d.means);
  const nearness = (outcome: string): number => far.get(rule.next[outcome] ?? '') ?? Number.POSITIVE_INFINITY;
  const [outcome = ''] = rule.kind === 'consult' ? ['consent'] : [...TASK_OUTCOMES[rule.kind]].sort((a, b) => nearness(a) - nearness(b));
  return decide(d.case, d.route, { task: task.id, outcome, reason: 'lý do' }, d.as(person), d.means);
}

/** Whoever has an open task can act on it now, whatever happened before (a draft may first want its documents). */
export function assertWayOn(d: DossierDriver): void {
  const far = distances(d.route, ends(d.route));
  for (const task of d.case.status === 'open' ? openTasks(d.case).filter((t) => t.assignees.length > 0) : []) {
    const result = wayOn(d, task, far);
    assert(result.ok || result.error.code === 'DOCUMENT_MISSING', `${task.id}: ${result.ok ? '' : result.error.code}`);
  }
}

const ends = (route: Route): string[] => Object.keys(route.steps).filter((p) => route.steps[p]?.kind === 'end');
const issues = (route: Route): string[] => Object.keys(route.steps).filter((p) => route.steps[p]?.kind === 'issue');

/** From wherever the dossier stands, its people lead it to an end (by way of an issue where one can be reached). */
export function leadToEnd(d: DossierDriver, byIssue: boolean): void {
  appointEverywhere(d.directory);
  const limit = 4 * Object.keys(d.route.steps).length + 4;
  for (let n = 0; n < limit; n++) {
    d.move();
    if (d.case.status !== 'open') return;
    const here = openSteps(d.case)[0]?.path ?? '';
    const toIssue = distances(d.route, issues(d.route));
    const far = byIssue && d.case.number === null && toIssue.has(here) ? toIssue : distances(d.route, ends(d.route));
    for (let task = openTasks(d.case)[0]; task && openSteps(d.case).length > 0; task = openTasks(d.case)[0]) {
      if (d.case.steps.find((s) => s.id === task?.step)?.kind === 'draft') bringDocuments(d, task);
      d.must(wayOn(d, task, far));
    }
  }
  throw new Error(`still open after ${limit} moves at ${openSteps(d.case)[0]?.path}`);
}

function bringDocuments(d: DossierDriver, task: CaseTask): void {
  const person = task.holder ?? task.assignees[0]?.person ?? '';
  d.must(attach(d.case, { role: 'du-thao', name: 'tep.docx', sha256: 'moi', size: 1, mediaType: 'application/pdf' }, d.as(person), d.means));
}
