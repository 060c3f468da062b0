import { decisionsOf, type Case, type CaseStep } from '../case/case.ts';
import { isForAnother, type Right, type Actor } from '../case/actor.ts';
import { refuse, ok, type Refusal, type Result } from '../result.ts';
import { findRule, type Route, type StepRule, type TaskRule, type WorkRule } from '../route/route.ts';

/**
 * Separation of duties, in one place for every channel: whoever drafted or submitted, or in whose stead it was submitted, never judges; nobody gives both
 * initials (content and form) on one dossier (NĐ 30/2020 Đ.12); nobody acts for another in a task that they may not do
 * themselves; votes and signatures admit no substitute.
 */
export function barredBy(c: Case, route: Route, path: string, person: string): Refusal | null {
  const rule = findRule(route, path);
  if (!rule || !isJudgement(rule)) return null;
  if (person === c.drafter) return { code: 'SELF_APPROVAL', details: { because: 'drafter' } };
  if (route.semantics >= 2 && (person === c.submission?.by || person === c.submission?.principal)) return { code: 'SELF_APPROVAL', details: { because: 'submitter' } };
  if (rule.kind === 'review' && rule.initials && route.semantics >= 2 && gaveOtherInitials(c, route, rule.initials, person)) return { code: 'BOTH_INITIALS', details: { person } };
  return null;
}

/** Who finished the content of a finishing step, and in whose stead: they do not confirm it. */
export function finishersOf({ finishing }: CaseStep): readonly string[] {
  return [finishing?.finishedBy, finishing?.principal].filter((person): person is string => typeof person === 'string');
}

/** Steps whose decision is a judgement on the content: the drafter never gives it on their own dossier. */
export function isJudgement(rule: StepRule): boolean {
  return rule.kind === 'review' || rule.kind === 'appraise' || rule.kind === 'approve' || rule.kind === 'sign' || rule.kind === 'vote' || rule.kind === 'finish';
}

function gaveOtherInitials(c: Case, route: Route, initials: 'content' | 'form', person: string): boolean {
  return c.steps.some((s) => {
    const rule = s.round === c.round || s.state === 'settled' ? findRule(route, s.path) : undefined;
    if (rule?.kind !== 'review' || rule.initials === undefined || rule.initials === initials) return false;
    return decisionsOf(c, s.id).some((d) => d.outcome === 'approved' && d.manifest === c.manifest && (d.actor === person || d.principal === person));
  });
}

/** Errors: SELF_APPROVAL, BOTH_INITIALS, NOT_ALLOWED (because: decidedAlready), NO_SUBSTITUTE. */
export function mayJudge(c: Case, route: Route, path: string, actor: Actor, right: Right): Result<null> {
  const rule = findRule(route, path);
  const barred = barredBy(c, route, path, actor.person) ?? barredBy(c, route, path, right.person);
  if (barred) return { ok: false, error: barred };
  if (rule?.kind === 'approve' && hasSpoken(c, path, actor.person, right)) return refuse('NOT_ALLOWED', { because: 'decidedAlready' });
  if ((right.inStead !== null && rule?.kind === 'sign') || (isForAnother(right) && rule?.kind === 'vote')) return refuse('NO_SUBSTITUTE', { principal: right.person });
  return ok(null);
}

/**
 * Where several people are wanted, one voice is one person's: whoever has a seat of their own, or has spoken for one absent
 * member, stands in for nobody else; the absent one's seat waits for them. What somebody wrote down for another is not theirs.
 */
function hasSpoken(c: Case, path: string, person: string, right: Right): boolean {
  const step = !isForAnother(right) ? undefined : c.steps.findLast((s) => s.path === path && s.state === 'open');
  if (!step) return false;
  return step.roster?.some((a) => a.person === person) === true || decisionsOf(c, step.id).some((d) => (d.inStead !== null || d.authority !== null) && d.actor === person);
}

/** Minutes for which a sign-in counts as fresh. */
const FRESH_MINUTES = 5;

/** Errors: FRESH_SIGN_IN_REQUIRED where the step asks for a sign-in of the last five minutes and there is none. */
export function freshEnough(rule: WorkRule, outcome: string, actor: Actor, now: Date): Result<null> {
  if (!('fresh' in rule) || !rule.fresh?.includes(outcome)) return ok(null);
  const age = actor.signedInAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(actor.signedInAt);
  return age <= FRESH_MINUTES * 60_000 ? ok(null) : refuse('FRESH_SIGN_IN_REQUIRED', { minutes: FRESH_MINUTES });
}

/** Errors: VERB_NOT_IN_STEP where the route takes the verb away in this step. */
export function offered(rule: WorkRule, verb: NonNullable<TaskRule['without']>[number]): Result<null> {
  return 'without' in rule && rule.without?.includes(verb) ? refuse('VERB_NOT_IN_STEP', { verb }) : ok(null);
}
