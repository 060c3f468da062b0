import { assertNever } from '../result.ts';
import { candidatesOf, type Case, type CaseStep, type CaseTask, type ProgrammeState } from './case.ts';
import type { Fact, PlacedFact } from './facts.ts';

/** A dossier before its first event. */
export function emptyCase(id: string): Case {
  return {
    id, seq: 0, route: null, kind: '', item: null, leadUnit: '', drafter: null, roles: { units: {}, groups: {}, bodies: {}, register: null },
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

const changeStep = (c: Case, id: string, change: Partial<CaseStep>): Case => ({ ...c, steps: c.steps.map((s) => (s.id === id ? { ...s, ...change } : s)) });
const changeTask = (c: Case, id: string, change: Partial<CaseTask>): Case => ({ ...c, tasks: c.tasks.map((t) => (t.id === id ? { ...t, ...change } : t)) });

/** A dossier that is drafted again, stopped or turned down no longer lies before the authority. */
const offTheTable = (c: Case): ProgrammeState => (c.programmeState === 'submitted' ? 'notYetSubmitted' : c.programmeState);
const onlyOne = (people: readonly string[]): string | null => (people.length === 1 ? (people[0] ?? null) : null);

/** One step of the fold. */
export function apply(before: Case, f: PlacedFact): Case {
  const c: Case = { ...before, seq: f.seq };
  switch (f.type) {
    case 'dossier.created': {
      const { route, start, kind, item, leadUnit, drafter, roles } = f.data;
      return { ...c, route, kind, item, leadUnit, drafter, roles, pending: [{ path: start, cause: f.seq }] };
    }
    case 'dossier.imported':
      return { ...c, kind: f.data.kind, item: f.data.item, leadUnit: f.data.leadUnit, status: 'done', programmeState: 'completed' };
    case 'document.attached': {
      const { document, role, no, sha256 } = f.data;
      return { ...c, documents: [...c.documents, { id: document, role, no, sha256 }] };
    }
    case 'content.frozen':
      return { ...c, manifest: f.data.manifest };
    case 'dossier.submitted':
      return { ...c, submission: { path: f.data.path, seq: f.seq } };
    case 'dossier.reached':
      return { ...c, programmeState: 'submitted' };
    case 'step.opened': {
      const { step, path, kind, round, cause } = f.data;
      const opened: CaseStep = { id: step, path, kind, round, cause, opened: f.seq, state: 'open', outcome: null, settled: null };
      const programmeState = kind === 'draft' ? offTheTable(c) : c.programmeState;
      return { ...c, programmeState, steps: [...c.steps, opened], pending: c.pending.filter((p) => p.path !== path || p.cause !== cause) };
    }
    case 'task.opened': {
      const { task, step, unit, assignees, holder } = f.data;
      return { ...c, tasks: [...c.tasks, { id: task, step, unit, assignees, holder, state: 'open', opened: f.seq, seen: false }] };
    }
    case 'task.assigned':
      return changeTask(c, f.data.task, { assignees: f.data.assignees, holder: onlyOne(candidatesOf(f.data.assignees)) });
    case 'task.claimed':
      return changeTask(c, f.data.task, { holder: f.data.person });
    case 'task.released':
      return changeTask(c, f.data.task, { holder: null });
    case 'task.seen':
      return changeTask(c, f.data.task, { seen: true });
    case 'decision.made': {
      const { decision, task, step, outcome, actor, manifest } = f.data;
      return { ...c, decisions: [...c.decisions, { id: decision, task, step, outcome, actor, manifest }] };
    }
    case 'task.closed':
      return changeTask(c, f.data.task, { state: f.data.as });
    case 'step.settled':
      return { ...changeStep(c, f.data.step, { state: 'settled', outcome: f.data.outcome, settled: f.seq }), pending: [...c.pending, { path: f.data.to, cause: f.seq }] };
    case 'step.cancelled':
      return changeStep(c, f.data.step, { state: 'cancelled', settled: f.seq });
    case 'dossier.returned':
      return { ...c, round: f.data.round, submission: null };
    case 'dossier.recalled':
      return { ...c, round: f.data.round, submission: null, pending: [{ path: f.data.to, cause: f.seq }] };
    case 'dossier.cancelled':
      return { ...c, status: 'cancelled', programmeState: offTheTable(c), pending: [] };
    case 'number.given':
      return { ...c, number: f.data.text };
    case 'item.completed':
      return { ...c, programmeState: 'completed' };
    case 'dossier.ended':
      return { ...c, status: f.data.status, programmeState: f.data.status === 'done' ? c.programmeState : offTheTable(c), pending: [] };
    case 'dossier.edited':
    case 'comment.added':
    case 'dossier.issued':
    case 'deadline.passed':
      return c;
    default:
      return assertNever(f);
  }
}
