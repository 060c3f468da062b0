import * as casework from '@totrinh/casework';
import type { ActAnswer, ActRequest, Desk } from '@totrinh/casework';
import { BALLOT_CHOICES, milestonesOf, opinionTable, redoTargets, refuse, type DecideCommand, type Result } from '@totrinh/domain';
import { FIELDS, HOW, VERDICTS, dayAfter, pathsOf, stepFor } from '../domain/acts-on-dossier.ts';
import { NAMES, colleague, decisionOf, resultOf } from '../domain/acts-on-task.ts';
import { pick, type Choice } from '../domain/choice.ts';
import { ON_TASK, type Verb } from '../domain/random-attempt.ts';
import { UNITS } from '../domain/random-office.ts';
import { EVENT } from '../domain/random-settings.ts';

/** What an act is sent with. */
export interface Sending { readonly desk: Desk; readonly dossier: string; readonly request: ActRequest; readonly meetings: readonly string[] }
type Answer = Promise<Result<ActAnswer>>;

/** A verb as people send it, through casework, with what an attempt chose; the same choices as in memory. */
export function send(verb: Verb, choice: Choice, s: Sending): Answer {
  return (ON_TASK as readonly string[]).includes(verb) ? onTask(verb as (typeof ON_TASK)[number], choice, s) : onDossier(verb as Exclude<Verb, (typeof ON_TASK)[number]>, choice, s);
}

const NOWHERE = '00000000-0000-4000-8000-000000000000';

function onTask(verb: (typeof ON_TASK)[number], choice: Choice, { desk, dossier, request }: Sending): Answer {
  const { w, a, step, rule, reason } = choice;
  const task = choice.task?.id ?? NOWHERE;
  const decision: DecideCommand = { ...decisionOf(choice), task };
  switch (verb) {
    case 'decide': return casework.decide(desk, decision, request);
    case 'decideAs': return decideAs(pick(NAMES, a.n) ?? 'review', desk, decision, request);
    case 'claim': return casework.claim(desk, task, request);
    case 'release': return casework.release(desk, task, request);
    case 'seen': return casework.seen(desk, task, request);
    case 'cast': {
      const isSecret = rule?.kind === 'vote' && rule.rule.ballot === 'secret';
      return casework.cast(desk, { task, choice: a.outcome === 0 ? 'yes' : (pick(BALLOT_CHOICES, a.outcome) ?? 'yes'), reason: isSecret && a.n % 9 !== 0 ? null : reason }, request);
    }
    case 'register': return casework.register(desk, { task, number: '15' }, request);
    case 'assign': return casework.assign(desk, { task, person: colleague(choice), mayAnswer: a.n % 2 === 0 }, request);
    case 'prepare': return casework.prepare(desk, { task, outcome: decision.outcome, text: 'dự thảo' }, request);
    case 'takeOver': return casework.takeOver(desk, { task, reason }, request);
    case 'handBack': return casework.handBack(desk, { task }, request);
    case 'explainLateness': return casework.explainLateness(desk, { task, reason }, request);
    case 'reassign': return casework.reassign(desk, { task, person: colleague(choice), reason }, request);
    case 'transfer': return casework.transfer(desk, { task, person: choice.task?.unit === null ? (pick(choice.task.assignees, a.to)?.person ?? choice.other) : colleague(choice) }, request);
    case 'nudge': return casework.nudge(desk, task, request);
    case 'extend': return casework.extend(desk, { task, until: a.n % 5 === 0 ? '2022-01-01' : `2023-0${1 + (a.n % 9)}-15`, reason }, request);
    case 'record': return casework.recordFor(desk, { ...decision, principal: pick(choice.task?.assignees ?? [], a.to)?.person ?? choice.other, document: pick(w.case.documents, a.n)?.id ?? NOWHERE, on: a.n % 7 === 0 ? '2099-01-01' : '2022-07-13', signatory: 'người ký' }, request);
    case 'recordResult': return casework.recordResult(desk, { ...resultOf(choice), task }, request);
    case 'reach': return casework.reach(desk, { task, milestone: (rule?.kind === 'track' ? pick(milestonesOf(rule), a.n) : undefined) ?? 'khong-co' }, request);
    case 'finish': return casework.finish(desk, { task }, request);
    case 'confirm': return casework.confirm(desk, { task, outcome: a.outcome % 4 === 3 ? 'returned' : 'confirmed', reason }, request);
    case 'issue': return casework.issue(desk, { task }, request);
    case 'reserve': return casework.reserve(desk, { task, text: 'bảo lưu' }, request);
    case 'removeParticipant': return casework.removeParticipant(desk, dossier, { task, reason }, request);
    default: throw new Error(`no such verb on a task: ${String(verb satisfies never)} at ${step?.path ?? ''}`);
  }
}

async function decideAs(name: (typeof NAMES)[number], desk: Desk, { task, outcome, reason, to }: DecideCommand, request: ActRequest): Promise<Result<ActAnswer>> {
  switch (name) {
    case 'initial': return casework.initial(desk, { task, reason }, request);
    case 'sign': return casework.sign(desk, { task }, request);
    case 'answer': return casework.answer(desk, { task, outcome, reason }, request);
    default: {
      const lines = await casework.bulk(desk, [{ verb: 'decide', task, key: request.key, body: { outcome, reason, to: to ?? null } }], request);
      return lines.ok ? (lines.value[0]?.result ?? refuse('TASK_NOT_FOUND')) : lines;
    }
  }
}

function onDossier(verb: Exclude<Verb, (typeof ON_TASK)[number]>, choice: Choice, { desk, dossier, request, meetings }: Sending): Answer {
  const { w, a, reason, other } = choice;
  const { case: c, route } = w;
  const proposal = choice.proposal?.id ?? NOWHERE;
  const meeting = (n: number): string => pick(meetings, n) ?? NOWHERE;
  switch (verb) {
    case 'submit': return casework.submit(desk, dossier, request);
    case 'attach': return casework.attach(desk, dossier, { role: a.to % 5 === 4 ? 'phu-luc' : 'du-thao', name: 'tep.docx', sha256: `noi-dung-${a.outcome % 3}`, size: 1, mediaType: 'application/pdf' }, request);
    case 'edit': return casework.edit(desk, dossier, { ...(a.n % 2 === 0 ? { dueOn: a.reason ? '2099-12-31' : '2022-01-01' } : {}), fields: pick(FIELDS, a.to) ?? {} }, request);
    case 'recall': return casework.recall(desk, dossier, request);
    case 'cancel': return casework.cancel(desk, dossier, a.n < 70 ? null : reason, request);
    case 'comment': return casework.comment(desk, dossier, { text: 'trao đổi' }, request);
    case 'respond': return casework.respond(desk, dossier, { decision: pick(opinionTable(c, route), a.to)?.decision ?? NOWHERE, verdict: pick(VERDICTS, a.n) ?? 'not', reason }, request);
    case 'answerDemand': return casework.answerDemand(desk, dossier, { demand: pick(c.demands.filter((x) => !x.answered), a.to)?.id ?? c.demands.at(-1)?.id ?? NOWHERE, text: 'đã hoàn thiện' }, request);
    case 'ask': return casework.ask(desk, dossier, { person: other, step: a.n % 2 === 0 ? null : (choice.step?.id ?? null), text: 'xin ý kiến' }, request);
    case 'addParticipant': return casework.addParticipant(desk, dossier, { step: choice.consult?.id ?? NOWHERE, reason, ...(a.n % 2 === 0 ? { unit: pick(UNITS, a.to) ?? 'so-khac' } : { person: other }) }, request);
    case 'correctRoster': return casework.correctRoster(desk, dossier, { step: choice.vote?.id ?? NOWHERE, document: a.n % 6 === 0 ? null : (c.documents.at(-1)?.id ?? null), reason }, request);
    case 'closeConsult': return casework.closeConsult(desk, dossier, { step: choice.consult?.id ?? NOWHERE, reason }, request);
    case 'callOff': return casework.callOff(desk, dossier, { step: choice.vote?.id ?? NOWHERE, reason }, request);
    case 'suspend': return casework.suspend(desk, { dossier, until: a.n % 6 === 0 ? '2022-01-01' : dayAfter(w.now, 1 + (a.n % 20)), reason }, request);
    case 'resume': return casework.resume(desk, { dossier, reason }, request);
    case 'skip': return casework.skip(desk, { dossier, step: stepFor(c, choice), reason }, request);
    case 'redo': {
      const step = c.steps.find((s) => s.id === stepFor(c, choice));
      return casework.redo(desk, { dossier, step: step?.id ?? NOWHERE, to: pick(step ? redoTargets(c, route, step) : [], a.to) ?? 'khong-co', reason }, request);
    }
    case 'repair': return casework.repair(desk, { dossier, to: pick(pathsOf(w), a.to) ?? 'khong-co', reason }, request);
    case 'migrate': return casework.migrate(desk, { dossier, version: (c.route?.version ?? 0) + 1, reason }, request);
    case 'reopen': return casework.reopen(desk, { dossier, to: null, reason }, request);
    case 'arrive': return casework.arrive(desk, dossier, { name: a.n % 7 === 0 ? 'khong-co' : EVENT }, request);
    case 'withdraw': return casework.withdraw(desk, { dossier, how: pick(HOW, a.n) ?? 'revoke', reason, replacedBy: null }, request);
    case 'confirmProposal': return casework.confirmProposal(desk, { dossier, proposal, reason }, request);
    case 'declineProposal': return casework.declineProposal(desk, { dossier, proposal, reason }, request);
    case 'placeOnAgenda': return casework.placeOnAgenda(desk, dossier, { meeting: meeting(a.n), step: choice.vote?.id ?? NOWHERE }, request);
    case 'putOff': return casework.putOff(desk, dossier, { ...choice.agenda, reason, to: a.n % 2 === 0 ? null : meeting(a.n) }, request);
    default: throw new Error(`no such verb on a dossier: ${String(verb satisfies never)}`);
  }
}
