import { isOfOffice, type Actor } from '../case/actor.ts';
import { openTasks, type Assignee, type Case, type CaseStep, type CaseTask } from '../case/case.ts';
import type { Fact } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Route, RuleOf } from '../route/route.ts';
import { ballotsOf, closeEarly, voteOf } from './close-vote.ts';
import { Flow } from './flow.ts';

export interface RosterCommand {
  readonly step: string;
  /** The dossier's document that says who came and who left; may be null in a meeting, whose minutes say it. */
  readonly document: string | null;
  /** Clean text or null. */
  readonly reason: string | null;
}

/** An open vote of this dossier. */
export interface OpenVote { readonly step: CaseStep; readonly rule: RuleOf<'vote'> }

/**
 * Điều chỉnh danh sách: brings the snapshot of an open vote to the incumbents of today, in the body's order, and nothing else.
 * Who came new gets a task; who left loses theirs, and their open ballot is void. Whoever has cast a secret ballot cannot be
 * taken off, since their ballot cannot be found. An incumbent with a new appointment votes by that one. The correction may settle an early vote.
 * Errors: those of `mayCorrectRoster`, REASON_REQUIRED, DOCUMENT_NOT_FOUND, NOT_INCUMBENT (nothing to correct, or nobody would be left),
 * MEMBER_HAS_CAST (details: people).
 */
export function correctRoster(c: Case, route: Route, command: RosterCommand, incumbentsToday: readonly Assignee[], actor: Actor): Result<Fact[]> {
  const may = mayCorrectRoster(c, route, command.step, actor);
  if (!may.ok) return may;
  const { step, rule } = may.value;
  const { document, reason } = command;
  if (reason === null) return refuse('REASON_REQUIRED', { verb: 'correctRoster' });
  if (document === null ? rule.mode !== 'meeting' : !c.documents.some((d) => d.id === document)) return refuse('DOCUMENT_NOT_FOUND', { document });
  const change = changeTo(c, step, incumbentsToday);
  if (incumbentsToday.length === 0 || change.added.length + change.removed.length + change.renewed.length === 0) return refuse('NOT_INCUMBENT', { step: step.id });
  const cast = change.removed.filter((person) => rule.rule.ballot === 'secret' && tasksOf(c, step, person).some((t) => t.state === 'done'));
  if (cast.length > 0) return refuse('MEMBER_HAS_CAST', { people: cast });
  const flow = new Flow(c).add(...takenOff(c, step, change.removed));
  flow.add({ type: 'roster.corrected', data: { step: step.id, added: change.added, removed: change.removed, document }, secret: { reason } }, ...change.renewed);
  closeEarly(flow, route, step);
  return flow.done();
}

/** Errors: STEP_NOT_FOUND (no open vote of this dossier), DOSSIER_CLOSED, DOSSIER_SUSPENDED, NOT_ALLOWED (because: notOfOffice), STILL_MOVING. */
export function mayCorrectRoster(c: Case, route: Route, step: string, actor: Actor): Result<OpenVote> {
  if (!isOfOffice(actor, c)) return refuse('NOT_ALLOWED', { because: 'notOfOffice' });
  const vote = openVote(c, route, step);
  // Who was added a moment ago has no task yet and must not lose it unseen.
  return vote.ok && c.pending.some((p) => p.step === step) ? refuse('STILL_MOVING') : vote;
}

/** Errors: DOSSIER_CLOSED, DOSSIER_SUSPENDED, STEP_NOT_FOUND (no open vote of this dossier). */
export function openVote(c: Case, route: Route, id: string): Result<OpenVote> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const step = c.steps.find((s) => s.id === id && s.state === 'open');
  const rule = step && voteOf(route, step);
  return rule ? ok({ step, rule }) : refuse('STEP_NOT_FOUND', { step: id });
}

interface Change { readonly added: readonly Assignee[]; readonly removed: readonly string[]; readonly renewed: readonly Fact[] }

function changeTo(c: Case, step: CaseStep, today: readonly Assignee[]): Change {
  const roster = step.roster ?? [];
  const isOn = (people: readonly Assignee[], person: string): boolean => people.some((a) => a.person === person);
  const first = today.filter((a, i) => today.findIndex((o) => o.person === a.person) === i);
  const renewed = openTasks(c, step.id).filter((t) => t.purpose === 'work').flatMap((t): Fact[] => {
    const held = today.filter((a) => t.assignees.some((o) => o.person === a.person));
    const still = held.length === 0 || held.some((a) => t.assignees.some((o) => o.appointment === a.appointment));
    return still ? [] : [{ type: 'task.assigned', data: { task: t.id, assignees: held } }];
  });
  return { added: first.filter((a) => !isOn(roster, a.person)), removed: roster.filter((a) => !isOn(today, a.person)).map((a) => a.person), renewed };
}

function takenOff(c: Case, step: CaseStep, people: readonly string[]): Fact[] {
  const ballots = ballotsOf(c, step).filter((d) => people.includes(d.principal));
  const tasks = people.flatMap((p) => tasksOf(c, step, p)).filter((t) => t.state === 'open');
  return [
    ...tasks.map((t): Fact => ({ type: 'task.closed', data: { task: t.id, as: 'cancelled' } })),
    ...ballots.map((d): Fact => ({ type: 'decision.voided', data: { decision: d.id } })),
  ];
}

function tasksOf(c: Case, step: CaseStep, person: string): readonly CaseTask[] {
  return c.tasks.filter((t) => t.step === step.id && t.purpose === 'work' && t.assignees.some((a) => a.person === person));
}
