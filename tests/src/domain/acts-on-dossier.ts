import {
  addParticipant, answerDemand, arrive, ask, attach, bodyOf, callOff, cancel, closeConsult, comment, confirmProposal, correctRoster, declineProposal, edit, findRule, migrate, ok, openSteps, opinionTable, placeOnAgenda, putOff, recall, redo,
  redoTargets, reopen, repair, respond, resume, skip, submit, suspend, withdraw, type Case, type Fact, type PublishedRoute, type Result,
} from '@totrinh/domain';
import { pick, type Choice } from './choice.ts';
import type { ON_DOSSIER } from './random-attempt.ts';
import { UNITS } from './random-office.ts';
import { EVENT } from './random-settings.ts';
import type { Walk } from './walk.ts';

export const HOW = ['replace', 'correct', 'revoke'] as const;
export const VERDICTS = ['accepted', 'partly', 'not'] as const;
export const FIELDS: readonly Record<string, string | number | boolean>[] = [{ budget: 5 }, { budget: 0 }, { urgent: true }, { urgent: false }, { area: 'noi-chinh' }, { starts: '2022-07-01' }, { share: 0.2 }, { budget: -1 }, { la: 1 }];

/** A verb on a dossier, with what an attempt chose. */
export function dossierAct(verb: (typeof ON_DOSSIER)[number], choice: Choice, c: Case): Result<readonly Fact[]> {
  const { w, a, actor, proposal, reason, other } = choice;
  const { means, directory } = w.d;
  const { route, today, now } = w;
  switch (verb) {
    case 'submit': return submit(c, route, actor, means);
    case 'attach': return attach(c, { role: a.to % 5 === 4 ? 'phu-luc' : 'du-thao', name: 'tep.docx', sha256: `noi-dung-${a.outcome % 3}`, size: 1, mediaType: 'application/pdf' }, actor, means);
    case 'edit': return edit(c, route, { ...(a.n % 2 === 0 ? { dueOn: a.reason ? '2099-12-31' : '2022-01-01' } : {}), fields: pick(FIELDS, a.to) ?? {} }, today, actor);
    case 'recall': return recall(c, route, actor);
    // Most walks go on: only now and then somebody stops the dossier for good.
    case 'cancel': return cancel(c, a.n < 70 ? null : reason, actor);
    case 'comment': return ok(comment('trao đổi', actor, means));
    case 'respond': return respond(c, { decision: pick(opinionTable(c, route), a.to)?.decision ?? 'khong-co', verdict: pick(VERDICTS, a.n) ?? 'not', reason }, actor);
    case 'answerDemand': return answerDemand(c, { demand: pick(c.demands.filter((x) => !x.answered), a.to)?.id ?? c.demands.at(-1)?.id ?? 'khong-co', text: 'đã hoàn thiện' }, actor);
    case 'ask': return ask(c, route, { person: other, step: a.n % 2 === 0 ? null : (choice.step?.id ?? null), text: 'xin ý kiến' }, actor, w.d.as(other).posts);
    case 'addParticipant': return added(choice, c);
    case 'correctRoster': {
      const { vote } = choice;
      const rule = vote && findRule(route, vote.path);
      const body = rule?.kind === 'vote' ? bodyOf(c, rule.roster.body) : '';
      return correctRoster(c, route, { step: vote?.id ?? 'khong-co', document: a.n % 6 === 0 ? null : (c.documents.at(-1)?.id ?? null), reason }, directory.ask({ kind: 'body', body }), actor);
    }
    case 'closeConsult': return closeConsult(c, route, { step: choice.consult?.id ?? 'khong-co', reason }, actor);
    case 'callOff': return callOff(c, route, { step: choice.vote?.id ?? 'khong-co', reason }, actor);
    case 'suspend': return suspend(c, { until: a.n % 6 === 0 ? '2022-01-01' : dayAfter(now, 1 + (a.n % 20)), reason }, today, actor, means);
    case 'resume': return resume(c, route, reason, w.dues(), w.suspendedOn, now, actor, means);
    case 'skip': return skip(c, route, { step: stepFor(c, choice), reason }, actor, means);
    case 'redo': {
      const step = c.steps.find((s) => s.id === stepFor(c, choice));
      return redo(c, route, { step: step?.id ?? 'khong-co', to: pick(step ? redoTargets(c, route, step) : [], a.to) ?? 'khong-co', reason }, actor);
    }
    case 'repair': return repair(c, route, { to: pick(pathsOf(w), a.to) ?? 'khong-co', reason }, actor, means);
    case 'migrate': return migrate(c, route, nextVersion(w), { reason }, actor, means);
    case 'reopen': return reopen(c, route, { to: null, reason }, actor);
    case 'arrive': return arrive(c, route, { name: a.n % 7 === 0 ? 'khong-co' : EVENT }, actor);
    case 'withdraw': return withdraw(c, { how: pick(HOW, a.n) ?? 'revoke', reason, replacedBy: null }, actor);
    case 'confirmProposal': return confirmProposal(c, route, { proposal: proposal?.id ?? 'khong-co', reason }, actor, means, now, { words: w.wordsOf(proposal?.id ?? ''), to: nextVersion(w) });
    case 'declineProposal': return declineProposal(c, { proposal: proposal?.id ?? 'khong-co', reason }, actor);
    case 'placeOnAgenda': return placeOnAgenda(c, route, { meeting: `phien-${a.n % 2}`, step: choice.vote?.id ?? 'khong-co' }, actor);
    case 'putOff': return putOff(c, route, { ...choice.agenda, reason, to: a.n % 2 === 0 ? null : `phien-${a.n % 3}` }, actor);
  }
}

function added({ w, a, actor, reason, consult: at, other }: Choice, c: Case): Result<Fact[]> {
  const { directory } = w.d;
  const consult = at?.id ?? 'khong-co';
  const unit = pick(UNITS, a.to) ?? 'so-khac';
  if (a.n % 2 === 0) return addParticipant(c, w.route, { step: consult, unit, reason }, actor, directory.ask({ kind: 'post', unit, roles: ['head', 'deputy'] }));
  return addParticipant(c, w.route, { step: consult, person: other, reason }, actor, directory.ask({ kind: 'holder', person: other }));
}

export function stepFor(c: Case, { a, step }: Choice): string {
  return step?.id ?? pick(openSteps(c), a.task)?.id ?? 'khong-co';
}

/** Every path of a route and of its sub-routes. */
export function pathsOf({ route }: { readonly route: Walk['route'] }): string[] {
  const inside = (r: Walk['route'], prefix: string): string[] => Object.entries(r.steps).flatMap(([name, rule]) => {
    const part = rule.kind === 'route' ? r.parts?.[rule.route]?.rules : undefined;
    return [`${prefix}${name}`, ...(part ? inside(part, `${prefix}${name}/`) : [])];
  });
  return inside(route, '');
}

/** The same rules, published once more. */
function nextVersion(w: Walk): PublishedRoute {
  return { id: w.route.route, version: (w.case.route?.version ?? 0) + 1, rules: w.route };
}

export function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
