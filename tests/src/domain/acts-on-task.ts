import {
  assign, BALLOT_CHOICES, barredBy, cast, claim, confirm, decide, decideAs, explainLateness, extendTerm, finish, handBack, issue, legalReturnTargets, milestonesOf, nudge, possibleOutcomes, prepare, reach, reassign, reassignQuery, recordFor, recordResult, register, release, removeParticipant,
  reserve, seen, takeOver, TASK_OUTCOMES, transfer, transferQuery, type Case, type DecideCommand, type DecisionName, type Fact, type Result, type WorkRule,
} from '@totrinh/domain';
import { pick, type Choice } from './choice.ts';
import type { ON_TASK } from './random-attempt.ts';

export const OUTCOMES: readonly string[] = [...new Set([...Object.values(TASK_OUTCOMES).flat(), ...BALLOT_CHOICES, 'issued', 'completed', 'khong-co'])];
export const NAMES: readonly DecisionName[] = ['initial', 'sign', 'answer', 'review'];

/** A verb on a task, with what an attempt chose; `told.beside` becomes what casework keeps with it. */
export function taskAct(verb: (typeof ON_TASK)[number], choice: Choice, c: Case, told: { beside: () => void }): Result<readonly Fact[]> {
  const { w, a, actor, task, step, rule, reason } = choice;
  const { means } = w.d;
  const { route, now } = w;
  const id = task?.id ?? 'khong-co';
  const decision = decisionOf(choice);
  switch (verb) {
    case 'decide': return decide(c, route, decision, actor, means, now);
    case 'decideAs': return decideAs(pick(NAMES, a.n) ?? 'review', c, route, decision, actor, means, now);
    case 'claim': return claim(c, id, actor);
    case 'release': return release(c, id, actor);
    case 'seen': return seen(c, id, actor);
    case 'cast': {
      const isSecret = rule?.kind === 'vote' && rule.rule.ballot === 'secret';
      const choiceOf = a.outcome === 0 ? 'yes' : (pick(BALLOT_CHOICES, a.outcome) ?? 'yes');
      const said = cast(c, route, { task: id, choice: choiceOf, reason: isSecret && a.n % 9 !== 0 ? null : reason }, actor, means, now);
      if (!said.ok) return said;
      const { ballot, facts } = said.value;
      // The urn holds a sorted multiset: nobody can tell from it who came when.
      told.beside = () => { if (ballot) w.urns.set(ballot.step, [...(w.urns.get(ballot.step) ?? []), ballot.choice].sort()); };
      return { ok: true, value: facts };
    }
    case 'register': return register(c, route, { task: id, number: '15' }, actor);
    case 'assign': return assign(c, route, { task: id, person: colleague(choice), mayAnswer: a.n % 2 === 0 }, actor, w.d.directory.ask({ kind: 'person', person: colleague(choice), unit: task?.unit ?? '' }));
    case 'prepare': return prepare(c, route, { task: id, outcome: decision.outcome, text: 'dự thảo' }, actor);
    case 'transfer': {
      const person = task?.unit === null ? (pick(task.assignees, a.to)?.person ?? choice.other) : colleague(choice);
      const query = transferQuery(c, route, { task: id, person });
      return transfer(c, route, { task: id, person }, actor, { to: query ? w.d.directory.ask(query) : [], heldToday: w.d.directory.appointments.map((x) => x.appointment) });
    }
    case 'nudge': return nudge(c, route, id, w.today, actor);
    case 'extend': return extendTerm(c, route, { task: id, until: a.n % 5 === 0 ? '2022-01-01' : `2023-0${1 + (a.n % 9)}-15`, reason }, w.termOf(step?.id ?? '')?.dueAt ?? null, now, actor, means);
    case 'record': return recordFor(c, route, { ...decision, principal: pick(task?.assignees ?? [], a.to)?.person ?? choice.other, document: pick(c.documents, a.n)?.id ?? 'khong-co', on: a.n % 7 === 0 ? '2099-01-01' : '2022-07-13', signatory: 'người ký' }, now, actor, means);
    case 'recordResult': return recordResult(c, route, resultOf(choice), actor, means);
    case 'reach': return reach(c, route, { task: id, milestone: (rule?.kind === 'track' ? pick(milestonesOf(rule), a.n) : undefined) ?? 'khong-co' }, actor);
    case 'finish': return finish(c, route, { task: id }, actor, means);
    case 'confirm': return confirm(c, route, { task: id, outcome: a.outcome % 4 === 3 ? 'returned' : 'confirmed', reason }, actor, means, now);
    case 'issue': return issue(c, route, id, w.register, a.reason ? w.today : '2022-06-30', actor, means);
    case 'reserve': return reserve(c, { task: id, text: 'bảo lưu' }, w.reservedIn(step?.id ?? ''), actor);
    case 'removeParticipant': return removeParticipant(c, route, { task: id, reason }, actor);
    case 'takeOver': return takeOver(c, route, { task: id, reason }, actor, w.circumstances());
    case 'handBack': return handBack(c, { task: id }, actor, w.d.directory.appointments.map((x) => x.appointment));
    case 'explainLateness': return explainLateness(c, route, { task: id, reason }, actor, w.circumstances());
    case 'reassign': {
      const command = { task: id, person: colleague(choice), reason };
      const query = reassignQuery(c, route, command);
      return reassign(c, route, command, actor, { to: query ? w.d.directory.ask(query) : [], heldToday: w.d.directory.appointments.map((x) => x.appointment) });
    }
  }
}

export function decisionOf({ w, a, task, step, rule, reason }: Choice): DecideCommand {
  const outcome = pick(a.sensible && task && rule ? possibleIn(task.purpose, rule) : OUTCOMES, a.outcome) ?? 'khong-co';
  const legal = step && rule && 'next' in rule ? legalReturnTargets(w.case, w.route, step) : [];
  const to = a.to < 16 ? null : (pick(a.to < 28 ? legal : [...Object.keys(w.route.steps), 'khong-co'], a.to) ?? null);
  return { task: task?.id ?? 'khong-co', outcome, reason, to, ...(outcome === 'approvedSubjectTo' && a.n % 9 !== 0 ? { demands: ['làm rõ nguồn vốn', 'rà soát tên gọi'].slice(0, 1 + (a.n % 2)) } : {}) };
}

function possibleIn(purpose: string, rule: WorkRule): readonly string[] {
  if (purpose === 'aside') return TASK_OUTCOMES.consult;
  return rule.kind === 'vote' ? BALLOT_CHOICES : possibleOutcomes(rule);
}

/** Somebody of the task's unit, mostly. */
export function colleague({ w, a, task, other }: Choice): string {
  const unit = w.d.directory.appointments.filter((x) => x.unit !== null && x.unit === task?.unit).map((x) => x.person);
  return a.n % 8 === 0 ? other : (pick(unit, a.to) ?? other);
}

/** Counts that are mostly true: seats in order say yes, no, other, abstain, the rest are absent. */
export function resultOf({ a, task, step, rule, w, reason }: Choice): Parameters<typeof recordResult>[2] {
  const members = step?.roster?.length ?? 0;
  const present = a.outcome === 0 ? members : Math.max(0, members - (a.n % 3));
  const able = Math.min(present, (step?.roster ?? []).filter((m) => barredBy(w.case, w.route, step?.path ?? '', m.person) === null).length);
  const yes = a.outcome === 0 ? able : a.outcome % (able + 1);
  const no = Math.min(able - yes, a.to % 3);
  const counts = { present, yes, no, other: 0, abstain: Math.max(0, able - yes - no - (a.n % 2)) };
  const demands = a.n % 4 === 0 ? ['hoàn thiện phụ lục'] : [];
  return { task: task?.id ?? 'khong-co', counts: a.n % 11 === 0 ? { ...counts, yes: 99 } : counts, chair: counts.yes > 0 && a.n % 2 === 0 && !(rule?.kind === 'vote' && rule.rule.ballot === 'secret') ? 'yes' : null, document: pick(w.case.documents, a.n)?.id ?? null, meeting: null, demands, reason };
}
