import { isAdministrator } from '../case/actor.ts';
import { ok, refuse, type Result } from '../result.ts';
import { graphOf } from '../route/graph.ts';
import { among, amongAlike, amongSteps, forThose, NO_MEANS, type Check, type DossierChecker, type DossierPlace } from './allowed-place.ts';
import { arrive } from './arrive.ts';
import { ask } from './ask.ts';
import { mayCallOff } from './call-off.ts';
import { cancel } from './cancel.ts';
import { closeConsult } from './close-consult.ts';
import { declineProposal, mayConfirm } from './confirm.ts';
import { draftTaskOf } from './edit.ts';
import { demanding } from './in-force.ts';
import { placeOnAgenda, putOff } from './meeting.ts';
import { addParticipant, removeParticipant } from './participants.ts';
import { liveProposal } from './proposals.ts';
import { recall } from './recall.ts';
import { redo } from './redo.ts';
import { reopen, reopenTargets } from './reopen.ts';
import { repair } from './repair.ts';
import { opinionTable } from './respond.ts';
import { mayCorrectRoster } from './roster.ts';
import { skip } from './skip.ts';
import { submit } from './submit.ts';
import { resume, suspend } from './suspend.ts';
import type { DossierVerb } from './verb-table.ts';
import { withdraw } from './withdraw.ts';

/** Somebody whom the directory would find; who it is makes no difference to whether the verb has a place. */
const SOMEBODY = { person: '', capacity: '', appointment: '' } as const;
/** A post of theirs. */
const A_POST = { appointment: '', role: '', unit: '', body: null } as const;

/** For each verb on the dossier, what its rule says now. */
export const DOSSIER_CHECKERS: Readonly<Record<DossierVerb, DossierChecker>> = {
  edit: ({ c, actor }) => ({ answer: draftTaskOf(c, actor) }),
  attach: ({ c, actor }) => ({ answer: draftTaskOf(c, actor) }),
  submit: ({ c, route, actor }) => ({ answer: submit(c, route, actor, NO_MEANS) }),
  recall: ({ c, route, actor }) => ({ answer: recall(c, route, actor) }),
  cancel: ({ c, actor }) => ({ answer: cancel(c, 'reason', actor) }),
  comment: () => ({ answer: ok(null) }),

  respond: (p) => inDraft(p, opinionTable(p.c, p.route).map((o) => o.decision)),
  answerDemand: (p) => {
    const steps = demanding(p.c).map((s) => s.id);
    return inDraft(p, p.c.demands.filter((d) => steps.includes(d.step)).map((d) => d.id));
  },
  ask: ({ c, route, actor }) => unless(ask(c, route, { person: '', text: '-' }, actor, [A_POST]), ['DOSSIER_CLOSED', 'STEP_NOT_FOUND', 'VERB_NOT_IN_STEP']),
  addParticipant: (p) => amongSteps(p, ['consult'], (step) => addParticipant(p.c, p.route, { step, unit: '' }, p.actor, [SOMEBODY])),
  removeParticipant: (p) => amongAlike(p, (t) => {
    const answer = removeParticipant(p.c, p.route, { task: t.id, reason: '-' }, p.actor);
    return !answer.ok && answer.error.code === 'VERB_NOT_IN_STEP' ? null : answer;
  }),
  correctRoster: (p) => amongSteps(p, ['vote'], (step) => mayCorrectRoster(p.c, p.route, step, p.actor)),
  closeConsult: (p) => amongSteps(p, ['consult'], (step) => closeConsult(p.c, p.route, { step, reason: '-' }, p.actor)),
  callOff: (p) => amongSteps(p, ['vote'], (step) => mayCallOff(p.c, p.route, step, p.actor)),

  suspend: ({ c, actor }) => {
    // The day is asked for last; every day would do here.
    const answer = suspend(c, { until: '', reason: '-' }, '', actor, NO_MEANS);
    return unless(!answer.ok && answer.error.code === 'DATE_INVALID' ? ok(null) : answer, ['DOSSIER_CLOSED', 'DOSSIER_SUSPENDED']);
  },
  resume: ({ c, route, actor }) => (c.suspended ? forThose(resume(c, route, null, {}, '', new Date(0), actor, NO_MEANS)) : null),
  skip: (p) => amongSteps(p, null, (step) => {
    const answer = skip(p.c, p.route, { step, reason: '-' }, p.actor, NO_MEANS);
    return !answer.ok && answer.error.code === 'STEP_CANNOT_BE_SKIPPED' ? null : answer;
  }),
  redo: (p) => {
    const targets = new Set<string>();
    const check = amongSteps(p, null, (step) => {
      // No step is meant yet; the refusal names those that are legal.
      const answer = redo(p.c, p.route, { step, to: '', reason: '-' }, p.actor);
      if (answer.ok || answer.error.code !== 'RETURN_TARGET_NOT_LEGAL') return !answer.ok && answer.error.code === 'VERB_NOT_IN_STEP' ? null : answer;
      const legal = answer.error.details?.['legal'] as readonly string[];
      for (const path of legal) targets.add(path);
      return legal.length === 0 ? null : ok(null);
    });
    return check && { ...check, returnTargets: [...targets] };
  },
  repair: ({ c, route, actor }) => {
    const visited = [...new Set([...c.steps.map((s) => s.path), route.start])];
    const answers = visited.map((to) => () => repair(c, route, { to, reason: '-' }, actor, NO_MEANS));
    const answer = firstThrough(answers);
    return answer && unless(answer, ['DOSSIER_CLOSED']);
  },
  reopen: ({ c, route, actor }) => (c.status === 'rejected' || c.status === 'cancelled' ? withTargets(forThose(reopen(c, route, { to: null, reason: '-' }, actor)), reopenTargets(c, route)) : null),
  migrate: ({ c, actor }) => (c.status === 'open' && c.route !== null && isAdministrator(actor) ? { answer: ok(null) } : null),
  arrive: ({ c, route, actor }) => {
    if (c.status !== 'open') return null;
    const names = [...graphOf(route).values()].flatMap(({ rule }) => (rule.kind === 'wait' && rule.for !== undefined && !c.arrivals.includes(rule.for) ? [rule.for] : []));
    return among([...new Set(names)].map((name) => ({ id: name, answer: arrive(c, route, { name }, actor) })));
  },
  withdraw: ({ c, actor }) => unless(withdraw(c, { how: 'revoke', reason: '-', replacedBy: null }, actor), ['NOT_ISSUED']),

  confirmProposal: (p) => among(p.c.proposals.map((o) => ({ id: o.id, answer: mayBeSecond(p, o.id) }))),
  declineProposal: ({ c, actor }) => among(c.proposals.map((o) => ({ id: o.id, answer: declineProposal(c, { proposal: o.id, reason: '-' }, actor) }))),
  placeOnAgenda: (p) => amongSteps(p, ['vote'], (step) => {
    const answer = placeOnAgenda(p.c, p.route, { meeting: '', step }, p.actor);
    return !answer.ok && answer.error.code === 'OUTCOME_NOT_POSSIBLE' ? null : answer;
  }),
  putOff: ({ c, route, actor }) => among(c.agenda.filter((a) => c.steps.some((s) => s.id === a.step && s.state === 'open')).map(({ meeting, step }) => ({ id: step, answer: putOff(c, route, { meeting, step, reason: '-', to: null }, actor) }))),
};

/** In an open draft or finishing of one's own, where there is something to name. */
function inDraft({ c, actor }: DossierPlace, targets: readonly string[]): Check | null {
  return targets.length === 0 ? null : withTargets(unless(draftTaskOf(c, actor), ['DOSSIER_CLOSED', 'NO_OPEN_DRAFT']), [], targets);
}

/** The verb is listed only for those it could be for, and not where the dossier stands at something else. */
function unless(answer: Result<unknown>, elsewhere: readonly string[]): Check | null {
  return !answer.ok && elsewhere.includes(answer.error.code) ? null : forThose(answer);
}

function withTargets(check: Check | null, returnTargets: readonly string[], targets: readonly string[] = []): Check | null {
  return check && { ...check, ...(returnTargets.length > 0 ? { returnTargets } : {}), ...(targets.length > 0 ? { targets } : {}) };
}

/** Asked one after another until one goes through; else what the first one said. */
function firstThrough(asked: readonly (() => Result<unknown>)[]): Result<unknown> | null {
  let first: Result<unknown> | null = null;
  for (const ask of asked) {
    const answer = ask();
    // Neither standing nor the dossier's end depends on what is named.
    if (answer.ok || answer.error.code === 'NOT_ALLOWED' || answer.error.code === 'DOSSIER_CLOSED') return answer;
    first ??= answer;
  }
  return first;
}

/** Who may confirm, without the words of the proposal, which only the act reads. */
function mayBeSecond({ c, actor }: DossierPlace, id: string): Result<unknown> {
  const live = liveProposal(c, id);
  if (!live.ok) return live;
  if (!mayConfirm(c, live.value, actor)) return refuse('NOT_ALLOWED', { because: 'mayNotConfirm' });
  return live.value.by === actor.person ? refuse('SAME_PERSON', { proposal: id }) : ok(null);
}
