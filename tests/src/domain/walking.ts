import assert from 'node:assert/strict';
import {
  AUTHORITY_VERBS, declareAbsence, endAbsence, endAuthority, findRule, grantAuthority, openSteps, openTasks, opinionsToAnswer, settleAutomatic, stepOf, tasksWithoutOwner, type CaseTask, type Fact, type AuthorityCommand,
} from '@totrinh/domain';
import { everybody, pick } from './choice.ts';
import { checkInvariants } from './invariants.ts';
import { bind } from './random-acts.ts';
import type { Attempt, Happening, Verb } from './random-attempt.ts';
import { appoint, PEOPLE } from './random-office.ts';
import type { Walk } from './walk.ts';

/** Acts that say something new each time they are done; doubles of these are kept out by the idempotency key. */
const REPEATABLE: ReadonlySet<string> = new Set(['explainLateness', 'comment', 'attach', 'edit', 'respond', 'answerDemand', 'assign', 'recordResult']);

interface Meant { readonly verb: Verb | Happening; readonly task?: CaseTask }

/** One attempt: what it changed is checked, and then that it cannot be done twice. */
export function attemptOn(w: Walk, attempt: Attempt): void {
  const { verb, task } = meant(w, attempt);
  const round = w.case.round;
  const happened = happen(w, verb, attempt);
  if (happened !== null) {
    checkInvariants(w, happened, round);
    if (verb === 'move') assert.deepEqual(w.d.movesNow(), [], 'a second move does something');
    return;
  }
  const act = bind(w, attempt, verb as Verb, task);
  const before = freeze(w.case);
  const result = act.on(before);
  if (!result.ok) {
    assert(!('value' in result), 'a refusal yields no facts');
    return;
  }
  act.beside();
  w.put(result.value);
  checkInvariants(w, result.value, round);
  const again = act.on(w.case);
  if (again.ok && !REPEATABLE.has(act.verb)) assert.deepEqual(again.value, [], `${act.verb} twice`);
}

/** What comes about without a rule of a verb; null for a verb of people. */
function happen(w: Walk, verb: Verb | Happening, a: Attempt): readonly Fact[] | null {
  switch (verb) {
    case 'move': return w.move();
    case 'time': return w.passTime();
    case 'automatic': {
      const step = pick(openSteps(w.case).filter((s) => s.kind === 'notify' || s.kind === 'webhook'), a.task);
      const outcome = step?.kind === 'webhook' && a.outcome % 4 === 3 ? 'lapsed' : 'completed';
      return w.put(settleAutomatic(w.case, w.route, step?.id ?? '', outcome, 'hieu-ung'));
    }
    case 'appoint': appoint(w.d.directory, a.task, PEOPLE[a.who % PEOPLE.length] ?? 'a'); return w.move();
    case 'absent': {
      const [person, substitute] = [pick(everybody(w), a.who) ?? '', pick(everybody(w), a.to) ?? ''];
      const declared = declareAbsence({ person, substitute, from: w.today, to: '2099-01-01', routes: a.n % 3 === 0 ? [w.route.route] : null }, w.absences, w.as(person), w.today, w.d.as(person).posts);
      if (declared.ok) w.absences.push({ ...declared.value, id: `vang-${w.absences.length}`, endedOn: null });
      return [];
    }
    case 'present': {
      const absence = pick(w.absences, a.who);
      const ended = endAbsence(absence ?? null, w.as(absence?.person ?? ''), w.today, []);
      if (ended.ok) w.absences = w.absences.map((x) => (x === absence ? { ...x, ...ended.value } : x));
      return [];
    }
    case 'empower': {
      const paper = paperOf(w, a);
      const granted = grantAuthority(paper, w.authorities, w.as(paper.grantor), w.today, { grantor: w.d.as(paper.grantor).posts, grantee: w.d.as(paper.grantee).posts });
      if (granted.ok) w.authorities.push({ ...granted.value, id: `uq-${w.authorities.length}`, endedOn: null });
      return [];
    }
    case 'revoke': {
      const authority = pick(w.authorities, a.who);
      const ended = endAuthority(authority ?? null, w.as(authority?.grantor ?? ''), w.today, []);
      if (ended.ok) w.authorities = w.authorities.map((x) => (x === authority ? { ...x, ...ended.value } : x));
      return [];
    }
    default: return null;
  }
}

/** A paper by which somebody lets another act from today on. */
export function paperOf(w: Walk, a: Attempt): AuthorityCommand {
  return { grantor: pick(everybody(w), a.who) ?? '', grantee: pick(everybody(w), a.to) ?? '', number: `${a.n}/UQ`, document: null, routes: a.n % 3 === 0 ? [w.route.route] : null, verbs: a.n % 4 === 0 ? ['sign'] : [...AUTHORITY_VERBS], from: w.today, to: w.today };
}

/** The verb that an attempt comes down to now: work waits for the move, wants an owner, or is what an open step asks for. */
export function meant(w: Walk, a: Attempt): Meant {
  if (a.verb !== 'work') return { verb: a.verb };
  const c = w.case;
  if (c.status !== 'open') return { verb: c.number === null ? 'reopen' : 'withdraw' };
  if (c.suspended) return { verb: a.n % 2 === 0 ? 'resume' : 'time' };
  if (c.pending.length > 0 && a.n % 3 !== 0) return { verb: 'move' };
  if (tasksWithoutOwner(c).length > 0 && a.n % 3 === 1) return { verb: 'appoint' };
  const step = pick(openSteps(c).filter((s) => s.kind !== 'parallel' && s.kind !== 'route'), a.task);
  if (!step) return { verb: 'move' };
  if (step.kind === 'notify' || step.kind === 'webhook') return { verb: 'automatic' };
  if (step.kind === 'wait') return { verb: a.n % 2 === 0 ? 'arrive' : 'time' };
  const task = pick(openTasks(c, step.id).filter((t) => t.purpose !== 'aside' && t.assignees.length > 0), a.n);
  return task ? { verb: workIn(w, a, task), task } : { verb: step.kind === 'vote' ? 'time' : 'appoint' };
}

function workIn(w: Walk, a: Attempt, task: CaseTask): Verb {
  const c = w.case;
  const step = stepOf(c, task);
  switch (step.kind) {
    case 'draft': return draftWork(w, a, step.path);
    case 'issue': return 'issue';
    case 'track': return 'reach';
    case 'vote': if (task.purpose === 'work') return 'cast'; return c.proposals.some((p) => p.params['task'] === task.id) && a.n % 4 !== 0 ? 'confirmProposal' : 'recordResult';
    case 'finish': if (task.purpose === 'confirm') return 'confirm'; return c.demands.some((d) => !d.answered) ? 'answerDemand' : a.n % 3 === 0 ? 'attach' : 'finish';
    default: return 'decide';
  }
}

function draftWork(w: Walk, a: Attempt, path: string): Verb {
  const rule = findRule(w.route, path);
  const unanswered = opinionsToAnswer(w.case).some((d) => !w.case.responses.some((r) => r.decision === d.id));
  if (rule?.kind === 'draft' && rule.needs?.responses === 'all' && unanswered) return 'respond';
  return w.case.documents.some((x) => x.role === 'du-thao') && a.n % 6 !== 0 ? 'submit' : 'attach';
}

/** A rule that changes the case it was given throws. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
