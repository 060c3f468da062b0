import assert from 'node:assert/strict';
import {
  answerDemand, arrive, attach, barredBy, bodyOf, callOff, cancel, cast, confirm, confirmProposal, correctRoster, decide, edit, finish, findRule, issue, openSteps, openTasks, opinionsToAnswer, possibleOutcomes, reach, recordResult, release, respond, resume,
  settleAutomatic, stepOf, submit, milestonesOf, type CaseStep, type CaseTask, type Fact, type FieldValue, type Result,
} from '@totrinh/domain';
import { everybody } from './choice.ts';
import { BODY_OUTCOMES, distances, targetOf } from './distances.ts';
import { appointEverywhere } from './random-office.ts';
import { EVENT } from './random-settings.ts';
import { attemptOn } from './walking.ts';
import type { Attempt } from './random-attempt.ts';
import type { Walk } from './walk.ts';

const REASON = 'lý do';
const A_MOVE: Attempt = { verb: 'move', sensible: true, who: 0, task: 0, outcome: 0, to: 0, n: 0, reason: true };
/** Facts that people set otherwise on each way through a draft, so that no condition leads in a circle for ever. */
const FACTS: readonly Readonly<Record<string, FieldValue>>[] = [{ budget: 9, urgent: true, share: 1 }, { budget: 0, urgent: false, share: 0.1 }, { budget: 9, urgent: false, area: 'noi-chinh' }, { budget: 0, urgent: true, starts: '2022-09-01' }];

/** From wherever the dossier stands, its people lead it to an end (by way of an issue where one can be reached), with sensible acts only. */
export function leadToEnd(w: Walk, byIssue: boolean): void {
  appointEverywhere(w.d.directory);
  w.absences = [];
  w.authorities = [];
  const limit = 40 + 6 * Object.keys(w.route.steps).length;
  for (let n = 0; n < limit; n += 1) {
    attemptOn(w, A_MOVE);
    if (w.case.status !== 'open') return;
    if (w.case.suspended) { must(w, 'resume', (person) => resume(w.case, w.route, null, w.dues(), w.suspendedOn, w.now, w.as(person), w.d.means)); continue; }
    const before = w.case.seq;
    // Everybody does their part; whatever that ends is left alone.
    for (const step of openSteps(w.case)) if (w.case.steps.find((s) => s.id === step.id)?.state === 'open' && w.case.status === 'open') workOn(w, step, n, byIssue);
    // Nobody may do what is left (whoever could have has drafted or submitted it): "vướng mắc" is shown, and the dossier can be stopped.
    if (w.case.seq === before && w.case.number === null && openTasks(w.case).length > 0 && openTasks(w.case).every((t) => t.assignees.length === 0)) { must(w, 'cancel', (person) => cancel(w.case, REASON, w.as(person))); return; }
    assert(w.case.seq > before || w.case.pending.length > 0, `stuck at ${openSteps(w.case).map((s) => `${s.path} (${s.kind})`).join(', ')}`);
  }
  // Conditions, and an event that has come and is remembered, may lead in a circle: then its people can still stop it.
  assert(w.case.number === null, `issued and still open after ${limit} rounds at ${openSteps(w.case).map((s) => s.path).join()}`);
  assert(hasChoice(w) || w.case.arrivals.length > 0, `still open after ${limit} rounds at ${openSteps(w.case).map((s) => s.path).join()}`);
  must(w, 'cancel', (person) => cancel(w.case, REASON, w.as(person)));
}

const hasChoice = (w: Walk): boolean => JSON.stringify(w.route).includes('"if"');

function workOn(w: Walk, step: CaseStep, n: number, byIssue: boolean): void {
  if (step.kind === 'parallel' || step.kind === 'route') return;
  if (step.kind === 'notify' || step.kind === 'webhook') { w.put(settleAutomatic(w.case, w.route, step.id, 'completed', 'hieu-ung')); return; }
  const rule = findRule(w.route, step.path);
  if (rule?.kind === 'wait') {
    if (rule.for === undefined) w.passTime();
    else must(w, 'arrive', (person) => arrive(w.case, w.route, { name: EVENT }, w.as(person)));
    return;
  }
  const isOpen = (): boolean => w.case.steps.find((s) => s.id === step.id)?.state === 'open';
  for (const task of openTasks(w.case, step.id).filter((t) => t.purpose !== 'aside')) if (isOpen() && w.case.tasks.find((t) => t.id === task.id)?.state === 'open') inTask(w, step, task, n, byIssue);
  if (isOpen() && openTasks(w.case, step.id).every((t) => t.purpose === 'aside') && w.rungs()[0]?.rung.kind === 'lapse' && w.case.pending.length === 0) w.passTime();
}

function inTask(w: Walk, step: CaseStep, task: CaseTask, n: number, byIssue: boolean): void {
  const { route, d: { means } } = w;
  const by = (act: (person: string) => Result<readonly Fact[]>): readonly Fact[] => must(w, `${step.kind} ${task.purpose} at ${step.path}`, act, people(task));
  if (task.assignees.length === 0) return;
  switch (step.kind) {
    case 'draft': { bringContent(w, by, n); by((p) => submit(w.case, route, w.as(p), means)); return; }
    case 'issue': by((p) => issue(w.case, route, task.id, w.register, w.today, w.as(p), means)); return;
    case 'track': { const rule = findRule(route, step.path); if (rule?.kind === 'track') for (const milestone of milestonesOf(rule)) if (w.case.tasks.find((t) => t.id === task.id)?.state === 'open') by((p) => reach(w.case, route, { task: task.id, milestone }, w.as(p))); return; }
    case 'finish': finishing(w, task, by); return;
    case 'vote': voting(w, step, task, by, n < 20 ? distances(w, byIssue && w.case.number === null) : new Map(), n % 4 >= 2 ? ['yêu cầu'] : []); return;
    default: {
      const rule = findRule(route, step.path);
      if (!rule || rule.kind === 'end' || rule.kind === 'choice') return;
      putBack(w, step, task);
      const far = distances(w, byIssue && w.case.number === null);
      const nearestFirst = step.kind === 'consult' ? ['consent'] : possibleOutcomes(rule).toSorted((a, b) => (far.get(targetOf(route, step.path, a)) ?? 1e6) - (far.get(targetOf(route, step.path, b)) ?? 1e6));
      // The nearest way is told without the other branches, and may turn in a circle; then everybody goes forward for a while.
      const forward = n % 24 >= 12 ? nearestFirst.filter((o) => o !== 'returned') : nearestFirst;
      const ranked = forward.length > 0 ? forward : nearestFirst;
      const nearest = far.get(targetOf(route, step.path, ranked[0] ?? '')) ?? 1e6;
      // Where every word leads round and round, silence is the way on.
      if ('next' in rule && rule.next['lapsed'] !== undefined && (far.get(targetOf(route, step.path, 'lapsed')) ?? 1e6) < nearest && w.case.pending.length === 0 && w.rungs().some((r) => r.rung.kind === 'lapse')) { w.passTime(); return; }
      by((p) => decide(w.case, route, { task: task.id, outcome: ranked[0] ?? '', reason: REASON, demands: ranked[0] === 'approvedSubjectTo' ? ['yêu cầu'] : [] }, w.as(p), means, w.now));
    }
  }
}

/** Whoever has initialled the content in another branch meanwhile leaves the form to somebody else. */
function putBack(w: Walk, step: CaseStep, task: CaseTask): void {
  const { holder } = task;
  if (holder === null || barredBy(w.case, w.route, step.path, holder)?.code !== 'BOTH_INITIALS') return;
  const put = release(w.case, task.id, w.as(holder));
  if (put.ok) w.put(put.value);
}

type By = (act: (person: string) => Result<readonly Fact[]>) => readonly Fact[];

function bringContent(w: Walk, by: By, n: number): void {
  const { d: { means }, route } = w;
  for (const opinion of opinionsToAnswer(w.case)) if (!w.case.responses.some((r) => r.decision === opinion.id)) by((p) => respond(w.case, { decision: opinion.id, verdict: 'accepted', reason: null }, w.as(p)));
  by((p) => edit(w.case, route, { fields: FACTS[n % FACTS.length] ?? {} }, w.today, w.as(p)));
  by((p) => attach(w.case, { role: 'du-thao', name: 'tep.docx', sha256: 'moi', size: 1, mediaType: 'application/pdf' }, w.as(p), means));
}

function finishing(w: Walk, task: CaseTask, by: By): void {
  const { route, d: { means } } = w;
  if (task.purpose === 'confirm') { by((p) => confirm(w.case, route, { task: task.id, outcome: 'confirmed', reason: null }, w.as(p), means, w.now)); return; }
  for (const demand of w.case.demands.filter((x) => !x.answered)) by((p) => answerDemand(w.case, { demand: demand.id, text: REASON }, w.as(p)));
  by((p) => finish(w.case, route, { task: task.id }, w.as(p), means));
}

/** A body brings about what is nearest; with nothing to aim at it says yes, since members who may not vote can keep a no from being a refusal. */
function voting(w: Walk, step: CaseStep, task: CaseTask, by: By, far: ReadonlyMap<string, number>, demands: readonly string[]): void {
  const { route, d: { means } } = w;
  const [wanted = 'approved'] = BODY_OUTCOMES.toSorted((a, b) => (far.get(targetOf(route, step.path, a)) ?? 1e6) - (far.get(targetOf(route, step.path, b)) ?? 1e6));
  if (wanted === 'lapsed') { must(w, 'call off', (p) => callOff(w.case, route, { step: step.id, reason: REASON }, w.as(p))); return; }
  const word = wanted === 'approved' ? 'yes' : 'no';
  const rule = findRule(route, step.path);
  if (task.purpose === 'work') {
    const secret = rule?.kind === 'vote' && rule.rule.ballot === 'secret';
    let ballot: { step: string; choice: string } | null = null;
    by((p) => { const said = cast(w.case, route, { task: task.id, choice: word, reason: secret ? null : REASON }, w.as(p), means, w.now); ballot = said.ok ? said.value.ballot : null; return said.ok ? { ok: true, value: said.value.facts } : said; });
    if (ballot !== null) w.urns.set(step.id, [...(w.urns.get(step.id) ?? []), word]);
    return;
  }
  const body = rule?.kind === 'vote' ? bodyOf(w.case, rule.roster.body) : '';
  if ((step.roster?.length ?? 0) === 0) must(w, 'correctRoster', (p) => correctRoster(w.case, route, { step: step.id, document: null, reason: REASON }, w.d.directory.ask({ kind: 'body', body }), w.as(p)));
  const roster = w.case.steps.find((s) => s.id === step.id)?.roster ?? [];
  const present = roster.length;
  const able = roster.filter((a) => barredBy(w.case, route, step.path, a.person) === null).length;
  by((p) => recordResult(w.case, route, { task: task.id, counts: { present, yes: word === 'yes' ? able : 0, no: word === 'no' ? able : 0, other: 0, abstain: 0 }, chair: null, document: null, meeting: null, demands: rule?.kind === 'vote' && rule.next['approvedSubjectTo'] !== undefined ? demands : [] }, w.as(p), means));
  const proposal = w.case.proposals.find((x) => x.verb === 'recordResult' && x.params['step'] === step.id)?.id ?? '';
  must(w, 'confirm the result', (p) => confirmProposal(w.case, route, { proposal, reason: null }, w.as(p), means, w.now, { words: w.wordsOf(proposal), to: null }));
}

/** Those whom the task was given to, whoever holds it first. */
function people(task: CaseTask): string[] {
  const asked = [task.holder, ...task.assignees.map((a) => a.person), task.officer?.person ?? null].filter((p) => p !== null);
  return [...new Set(asked)];
}

/** Somebody among these people can do it now. */
function must(w: Walk, what: string, act: (person: string) => Result<readonly Fact[]>, among: readonly string[] = everybody(w)): readonly Fact[] {
  const codes: string[] = [];
  for (const person of among) {
    const result = act(person);
    if (result.ok) return w.put(result.value);
    codes.push(result.error.code);
  }
  throw new Error(`nobody can ${what}: ${[...new Set(codes)].join()} ${w.case.steps.length > 0 ? stepNames(w) : ''}`);
}

const stepNames = (w: Walk): string => openTasks(w.case).map((t) => stepOf(w.case, t).kind).join();
