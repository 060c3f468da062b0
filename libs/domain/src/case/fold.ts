import { assertNever } from '../result.ts';
import { BARE, BARE_TASK, candidatesOf, type Case, type CaseTask, type ProgrammeState } from './case.ts';
import type { Fact, PlacedFact } from './facts.ts';
import { calledFor, changeStep, changeTask, correctRoster, handBack, offTheTable, openStep, takeBack, takeOver } from './fold-parts.ts';

/** A dossier before its first event. */
export function emptyCase(id: string): Case {
  return {
    ...BARE, id, seq: 0, route: null, kind: '', item: null, leadUnit: '', drafter: null, roles: { units: {}, groups: {}, bodies: {}, register: null },
    status: 'open', round: 1, programmeState: 'notYetSubmitted', manifest: null, number: null, pending: [], submission: null, steps: [], tasks: [], decisions: [], documents: [],
  };
}

/** The structural state after all these facts, in their order. */
export function fold(id: string, facts: readonly PlacedFact[]): Case {
  return facts.reduce(apply, emptyCase(id));
}

/** Places new facts behind a case's last event and answers both: the facts with their sequence and the case after them. */
export function extend(c: Case, facts: readonly Fact[]): { readonly placed: readonly PlacedFact[]; readonly after: Case } {
  const placed = facts.map((f, i): PlacedFact => ({ ...f, seq: c.seq + 1 + i }));
  return { placed, after: placed.reduce(apply, c) };
}

const onlyOne = (people: readonly string[]): string | null => (people.length === 1 ? (people[0] ?? null) : null);
const without = <T>(list: readonly T[], drop: (item: T) => boolean): readonly T[] => (list.some(drop) ? list.filter((item) => !drop(item)) : list);

/** One step of the fold. Never changes what it is given. */
export function apply(before: Case, f: PlacedFact): Case {
  const c: Case = { ...before, seq: f.seq };
  switch (f.type) {
    case 'dossier.created': {
      const { route, start, kind, item, leadUnit, drafter, roles, fields } = f.data;
      return { ...c, route, kind, item, leadUnit, drafter, roles, fields: fields ?? {}, pending: [{ path: start, cause: f.seq }] };
    }
    case 'dossier.imported':
      return { ...c, kind: f.data.kind, item: f.data.item, leadUnit: f.data.leadUnit, status: 'done', programmeState: 'completed' };
    case 'dossier.edited':
      return f.data.values ? { ...c, fields: { ...c.fields, ...f.data.values } } : c;
    case 'document.attached': {
      const { document, role, no, sha256 } = f.data;
      return { ...c, documents: [...c.documents, { id: document, role, no, sha256 }] };
    }
    case 'content.frozen':
      return { ...c, manifest: f.data.manifest };
    case 'dossier.submitted': {
      const { path, by, principal, step } = f.data;
      const within = c.steps.find((s) => s.id === step)?.within ?? null;
      return { ...c, submission: { path, seq: f.seq, ...(by === undefined ? {} : { by }), ...(principal === undefined ? {} : { principal }), ...(within === null ? {} : { within }) } };
    }
    case 'dossier.reached':
      return { ...c, programmeState: 'submitted' };
    case 'step.opened':
      return openStep(c, f);
    case 'choice.made': {
      const { path, cause, to, within } = f.data;
      const left = c.pending.filter((p) => p.path !== path || p.cause !== cause);
      return { ...c, pending: to === 'join' ? left : [...left, { path: to, cause: f.seq, ...(within ? { within } : {}) }] };
    }
    case 'branch.joined': {
      const { step, branch, manifest } = f.data;
      return changeStep(c, step, (s) => ({ branches: (s.branches ?? []).map((b) => (b.name === branch ? { ...b, joined: true, manifest } : b)) }));
    }
    case 'task.opened': {
      const { task, step, unit, assignees, holder, purpose, helpers, cause } = f.data;
      const opened: CaseTask = { ...BARE_TASK, id: task, step, unit, assignees, holder, state: 'open', opened: f.seq, seen: false, ...(purpose ? { purpose } : {}), ...(helpers ? { helpers } : {}) };
      return { ...c, tasks: [...c.tasks, opened], pending: cause === undefined ? c.pending : without(c.pending, (p) => p.step === step && p.cause === cause) };
    }
    case 'task.assigned':
      return changeTask(c, f.data.task, { assignees: f.data.assignees, holder: onlyOne(candidatesOf(f.data.assignees)) });
    case 'task.claimed':
      return changeTask(c, f.data.task, { holder: f.data.person });
    case 'task.released':
      return changeTask(c, f.data.task, { holder: null });
    case 'task.seen':
      return changeTask(c, f.data.task, { seen: true });
    case 'task.transferred':
      return changeTask(c, f.data.task, { assignees: [f.data.to], holder: f.data.to.person, officer: null, takenFrom: null });
    case 'task.reassigned':
      return changeTask(c, f.data.task, { assignees: [f.data.to], holder: f.data.to.person, officer: null, takenFrom: null });
    case 'task.takenOver':
      return takeOver(c, f.data.task, f.data.to);
    case 'task.handedBack':
      return handBack(c, f.data.task);
    case 'task.registered':
      return changeTask(c, f.data.task, { registered: f.data.number });
    case 'task.given': {
      const { task, officer, mayAnswer } = f.data;
      const helpers = c.tasks.find((t) => t.id === task)?.helpers ?? [];
      return changeTask(c, task, { officer: { person: officer.person, mayAnswer, prepared: false }, holder: officer.person, helpers: [...helpers.filter((h) => h.person !== officer.person), officer] });
    }
    case 'task.prepared': {
      const task = c.tasks.find((t) => t.id === f.data.task);
      return changeTask(c, f.data.task, { holder: onlyOne(candidatesOf(task?.assignees ?? [])), officer: task?.officer ? { ...task.officer, prepared: true } : null });
    }
    case 'task.nudged':
      return changeTask(c, f.data.task, { nudgedOn: f.data.on });
    case 'decision.made': {
      const { decision, task, step, outcome, actor, principal, manifest, inStead = null, authority = null } = f.data;
      return { ...c, decisions: [...c.decisions, { id: decision, task, step, outcome, actor, principal, manifest, inStead, authority }] };
    }
    case 'decision.voided':
      return { ...c, voided: [...c.voided, f.data.decision] };
    case 'opinion.responded': {
      const { decision, verdict } = f.data;
      return { ...c, responses: [...c.responses.filter((r) => r.decision !== decision), { decision, verdict }] };
    }
    case 'demand.made':
      return { ...c, demands: [...c.demands, { id: f.data.demand, step: f.data.step, answered: false }] };
    case 'demand.answered':
      return { ...c, demands: c.demands.map((d) => (d.id === f.data.demand ? { ...d, answered: true } : d)) };
    case 'content.finished': {
      const { step, manifest, by, principal } = f.data;
      const path = c.steps.find((s) => s.id === step)?.path ?? '';
      const finished = changeStep(c, step, (s) => ({ finishing: s.finishing && { ...s.finishing, finishedBy: by, ...(principal === undefined ? {} : { principal }) } }));
      return { ...finished, manifest, pending: [...c.pending, { path, cause: f.seq, step, seat: { kind: 'confirm' } }] };
    }
    case 'revision.confirmed':
      return { ...c, revisions: [...c.revisions, { from: f.data.from, to: f.data.to, step: f.data.step }] };
    case 'roster.corrected':
      return correctRoster(c, f);
    case 'participant.added':
      return calledFor(c, f.data.step, f.seq, f.data.seat);
    case 'sequence.passed':
      return calledFor(c, f.data.step, f.seq, { kind: 'next', person: f.data.next });
    case 'proposal.made': {
      const { proposal, verb, by, params } = f.data;
      return { ...c, proposals: [...c.proposals, { id: proposal, verb, by, params }] };
    }
    case 'proposal.confirmed':
    case 'proposal.declined':
      return { ...c, proposals: c.proposals.filter((p) => p.id !== f.data.proposal) };
    case 'task.closed':
      return changeTask(c, f.data.task, { state: f.data.as });
    case 'step.settled': {
      const { step, outcome, to, within, headFirst } = f.data;
      const left = takeBack(changeStep(c, step, (s) => ({ state: 'settled', outcome, settled: f.seq, content: s.kind === 'vote' ? c.manifest : null })), step);
      return to === 'join' ? left : { ...left, pending: [...left.pending, { path: to, cause: f.seq, ...(within ? { within } : {}), ...(headFirst ? { headFirst } : {}) }] };
    }
    case 'step.cancelled':
      return takeBack(changeStep(c, f.data.step, () => ({ state: 'cancelled', settled: f.seq })), f.data.step);
    case 'dossier.returned':
      return { ...c, round: f.data.round, submission: c.submission && { ...c.submission, returned: true } };
    case 'dossier.recalled': {
      const { round, to, within } = f.data;
      return { ...c, round, submission: null, pending: [{ path: to, cause: f.seq, ...(within ? { within } : {}) }] };
    }
    case 'dossier.redone':
    case 'dossier.repaired': {
      const { to, within } = f.data;
      // What a repair finds called for in its place could not be opened.
      const left = f.type === 'dossier.repaired' ? without(c.pending, (p) => p.step === undefined && p.within?.step === within?.step && p.within?.branch === within?.branch) : c.pending;
      return { ...c, pending: [...left, { path: to, cause: f.seq, ...(within ? { within } : {}) }] };
    }
    case 'dossier.reopened':
      return { ...c, status: 'open', round: f.data.round, submission: null, pending: [{ path: f.data.to, cause: f.seq }] };
    case 'dossier.suspended':
      return { ...c, suspended: { until: f.data.until } };
    case 'dossier.resumed':
      return { ...c, suspended: null };
    case 'route.migrated': {
      const moved = new Map(f.data.moved.map((m) => [m.step, m.path]));
      const left = c.submission && c.steps.findLast((s) => s.path === c.submission?.path && moved.has(s.id));
      return { ...c, route: f.data.to, steps: c.steps.map((s) => (moved.has(s.id) ? { ...s, path: moved.get(s.id) ?? s.path } : s)), submission: c.submission && left ? { ...c.submission, path: moved.get(left.id) ?? c.submission.path } : c.submission };
    }
    case 'milestone.reached':
      return { ...c, milestones: [...c.milestones, { step: f.data.step, milestone: f.data.milestone }] };
    case 'event.arrived':
      return c.arrivals.includes(f.data.name) ? c : { ...c, arrivals: [...c.arrivals, f.data.name] };
    case 'agenda.placed':
      return { ...c, agenda: [...c.agenda.filter((a) => a.step !== f.data.step), { meeting: f.data.meeting, step: f.data.step }] };
    case 'agenda.putOff':
      return { ...c, agenda: c.agenda.filter((a) => a.step !== f.data.step) };
    case 'document.withdrawn':
      return { ...c, withdrawn: f.data.how, programmeState: afterWithdrawal(c, f.data.how) };
    case 'dossier.cancelled':
      return { ...c, status: 'cancelled', programmeState: offTheTable(c), pending: [], proposals: [], suspended: null };
    case 'number.given':
      return { ...c, number: f.data.text };
    case 'item.completed':
      return { ...c, programmeState: 'completed' };
    case 'dossier.ended':
      return { ...c, status: f.data.status, programmeState: f.data.status === 'done' ? c.programmeState : offTheTable(c), pending: [], proposals: [], suspended: null };
    case 'priority.raised':
      return { ...c, priority: f.data.to };
    case 'rung.fired':
    case 'lateness.explained':
    case 'fault.mended':
    case 'ballot.cast':
    case 'urn.opened':
    case 'result.recorded':
    case 'opinion.reserved':
    case 'step.skipped':
    case 'due.changed':
    case 'effect.done':
    case 'agenda.papersSent':
    case 'conclusion.made':
    case 'comment.added':
    case 'dossier.issued':
    case 'deadline.passed':
      return c;
    default:
      return assertNever(f);
  }
}

/** A document that was revoked completes nothing any more; a correction or a replacement leaves the item completed. */
function afterWithdrawal(c: Case, how: string): ProgrammeState {
  return how === 'revoke' ? 'notYetSubmitted' : c.programmeState;
}
