import fc from 'fast-check';
import {
  attach, cancel, claim, comment, decide, edit, findTask, issue, ok, openSteps, openTasks, recall, release, seen, submit, tasksWithoutOwner, TASK_OUTCOMES, type Case, type CaseTask, type Fact, type Result,
} from '@totrinh/domain';
import { REGISTER, TODAY, type DossierDriver } from './dossier-driver.ts';
import { PEOPLE } from './random-office.ts';

export const OUTCOMES: readonly string[] = [...new Set(Object.values(TASK_OUTCOMES).flat()), 'issued', 'completed', 'khong-co'];

/** What somebody tries; `work` is whatever the open task asks for, so that walks get far. `sensible` acts are those of an assignee on an open task; the others are anybody's on anything. */
export interface Attempt {
  readonly verb: 'move' | 'work' | 'decide' | 'submit' | 'attach' | 'edit' | 'claim' | 'release' | 'seen' | 'recall' | 'cancel' | 'issue' | 'comment' | 'appoint';
  readonly sensible: boolean;
  readonly who: number;
  readonly task: number;
  readonly outcome: number;
  readonly to: number;
  readonly reason: boolean;
}

const weighted = (verb: Attempt['verb'], weight: number): fc.WeightedArbitrary<Attempt['verb']> => ({ weight, arbitrary: fc.constant(verb) });

export const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  verb: fc.oneof(weighted('move', 20), weighted('work', 24), weighted('decide', 4), weighted('submit', 2), weighted('attach', 4), weighted('edit', 1), weighted('claim', 2), weighted('release', 2),
    weighted('seen', 1), weighted('recall', 1), { weight: 1, arbitrary: fc.constantFrom('cancel', 'comment', 'comment', 'comment', 'comment', 'comment') }, weighted('issue', 1), weighted('appoint', 2)),
  sensible: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  who: fc.nat({ max: 30 }), task: fc.nat({ max: 30 }), outcome: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: 30 }) }), to: fc.nat({ max: 30 }), reason: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

/** An attempt bound to a person and a task; it can be tried on any state of the dossier, also twice. */
export interface Act {
  readonly verb: Exclude<Attempt['verb'], 'work'>;
  readonly person: string;
  readonly on: (c: Case) => Result<Fact[]>;
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

export function bind(d: DossierDriver, attempt: Attempt): Act {
  const task = pick(attempt.sensible ? openTasks(d.case) : d.case.tasks, attempt.task);
  const person = personFor(d, attempt, task);
  const actor = d.as(person);
  const id = task?.id ?? 'khong-co';
  const kind = task && d.case.steps.find((s) => s.id === task.step)?.kind;
  const outcome = pick(attempt.sensible && kind ? TASK_OUTCOMES[kind] : OUTCOMES, attempt.outcome) ?? 'khong-co';
  const paths = [...Object.keys(d.route.steps), 'khong-co'];
  const to = attempt.to < 18 ? null : (pick(paths, attempt.to) ?? null);
  const reason = attempt.reason ? 'lý do' : null;
  const verb = meant(d, attempt);
  const on = (c: Case): Result<Fact[]> => {
    switch (verb) {
      case 'decide': return decide(c, d.route, { task: id, outcome, reason, to }, actor, d.means);
      case 'submit': return submit(c, d.route, actor, d.means);
      case 'attach': return attach(c, { role: attempt.to % 5 === 4 ? 'phu-luc' : 'du-thao', name: 'tep.docx', sha256: `noi-dung-${attempt.outcome % 3}`, size: 1, mediaType: 'application/pdf' }, actor, d.means);
      case 'edit': return edit(c, { dueOn: attempt.reason ? '2022-12-31' : '2022-01-01' }, TODAY, actor);
      case 'claim': return claim(c, id, actor);
      case 'release': return release(c, id, actor);
      case 'seen': return seen(c, id, actor);
      case 'recall': return recall(c, actor);
      case 'cancel': return cancel(c, reason, actor);
      case 'issue': return issue(c, d.route, id, REGISTER, attempt.reason ? TODAY : '2022-06-30', actor, d.means);
      case 'comment': return ok(comment('trao đổi', actor, d.means));
      case 'move':
      case 'appoint': return ok([]);
    }
  };
  return { verb, person, on };
}

/** The verb that an attempt comes down to now: work waits for the move, wants an owner, or is what the open task asks for. */
export function meant(d: DossierDriver, attempt: Attempt): Exclude<Attempt['verb'], 'work'> {
  if (attempt.verb !== 'work') return attempt.verb;
  const kind = openSteps(d.case)[0]?.kind;
  if (kind === undefined) return 'move';
  if (tasksWithoutOwner(d.case).length > 0) return 'appoint';
  if (kind === 'draft') return d.case.documents.some((x) => x.role === 'du-thao') ? 'submit' : 'attach';
  return kind === 'issue' ? 'issue' : 'decide';
}

function personFor(d: DossierDriver, attempt: Attempt, task: CaseTask | undefined): string {
  const anybody = pick([...new Set([...PEOPLE, ...d.directory.people()])], attempt.who) ?? 'a';
  if (!attempt.sensible || attempt.verb === 'recall' || attempt.verb === 'cancel') return attempt.verb === 'recall' && attempt.sensible ? (d.case.drafter ?? anybody) : anybody;
  const now = task && findTask(d.case, task.id);
  return now?.holder ?? pick(now?.assignees ?? [], attempt.who)?.person ?? anybody;
}
