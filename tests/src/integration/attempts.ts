import fc from 'fast-check';
import { fireDueRungs, leaseCalls, type ActAnswer } from '@totrinh/casework';
import { openTasks, TASK_OUTCOMES, type CaseTask, type Result } from '@totrinh/domain';
import type { LedgerDossier } from '../house/ledger-dossier.ts';
import { codeOf } from '../house/ledger-house.ts';

const VERBS = ['work', 'move', 'decide', 'return', 'submit', 'attach', 'edit', 'claim', 'release', 'seen', 'recall', 'cancel', 'issue', 'comment', 'fire', 'lease', 'late'] as const;

/** What somebody, or the machine, tries on a dossier; numbers pick a person, a task and an outcome among those there are then. */
export interface Attempt { readonly verb: (typeof VERBS)[number]; readonly who: number; readonly task: number; readonly outcome: number; readonly key: number }

const weights: Partial<Record<Attempt['verb'], number>> = { work: 50, move: 10, attach: 2, recall: 2 };

export const anyAttempt: fc.Arbitrary<Attempt> = fc.record({
  verb: fc.oneof(...VERBS.map((verb) => ({ weight: weights[verb] ?? 1, arbitrary: fc.constant(verb) }))),
  who: fc.nat({ max: 20 }), task: fc.nat({ max: 8 }), outcome: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 4 }) }), key: fc.nat({ max: 60 }),
});

const PEOPLE = ['btctu-cv', 'btctu-truong', 'btctu-pho', 'stc-truong', 'btgtu-truong', 'vptu-truong', 'vptu-pho', 'vptu-th', 'vptu-vt', 'btv-1', 'btv-2', 'btv-3', 'sxd-truong', 'quan-tri'] as const;
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

/** Tries it on the dossier as it is now; answers how it went in a word (`ok`, an error code, `-` where there was nothing to try). */
export async function tryOut(d: LedgerDossier, attempt: Attempt): Promise<string> {
  const { case: c } = await d.load();
  const given = { key: `attempt-${attempt.key}`, request: 'body' };
  const task = pick(attempt.verb === 'work' ? openTasks(c) : c.tasks, attempt.task);
  const holder = task?.holder ?? pick(task?.assignees ?? [], attempt.who)?.person;
  const person = (attempt.verb === 'work' || attempt.who % 3 > 0 ? holder : undefined) ?? pick(PEOPLE, attempt.who) ?? d.drafter;
  const kind = c.steps.find((s) => s.id === task?.step)?.kind;
  const id = task?.id ?? d.id;
  switch (attempt.verb) {
    case 'move': return `moved ${(await d.move()).phase}`;
    case 'work': return task ? work(d, task, kind, person, attempt) : c.pending.length > 0 ? `moved ${(await d.move()).phase}` : '-';
    case 'decide': return said(d.decideIn(id, person, pick(TASK_OUTCOMES[kind ?? 'review'], attempt.outcome) ?? 'approved', 'MẪU', given));
    case 'return': return said(d.returnIn(id, person, pick([null, ...c.steps.map((s) => s.path)], attempt.outcome) ?? null, 'MẪU', given));
    case 'submit': return said(d.submit(given));
    case 'attach': return said(d.attach('du-thao', `a${attempt.outcome}`, given));
    case 'edit': return said(d.edit(`MẪU ${attempt.key}`, given));
    case 'claim': return said(d.claim(id, person, given));
    case 'release': return said(d.release(id, person, given));
    case 'seen': return said(d.seen(id, person, given));
    case 'recall': return said(d.recall(given));
    case 'cancel': return said(d.cancel(attempt.outcome > 0 ? 'MẪU' : null, given));
    case 'issue': return said(d.issueIn(id, person, given));
    case 'comment': return said(d.comment(person, 'MẪU', given));
    case 'fire': return `fired ${(await fireDueRungs(d.desk)).fired}`;
    case 'lease': return `leased ${(await leaseCalls(d.desk, 3)).length}`;
    case 'late': d.house.clock.pass(2 * 86_400_000); return 'later';
  }
}

/** What the open task asks for, as its holder would do it. */
async function work(d: LedgerDossier, task: CaseTask, kind: string | undefined, person: string, { outcome }: Attempt): Promise<string> {
  if (kind === 'issue') return said(d.issueIn(task.id, person));
  if (kind !== 'draft') return said(d.decideIn(task.id, person, pick(TASK_OUTCOMES[kind as 'review'], outcome) ?? 'approved', 'MẪU'));
  const { case: c } = await d.load();
  const lacking = ['du-thao', 'to-trinh'].find((role) => !c.documents.some((x) => x.role === role));
  return lacking === undefined ? said(d.submit()) : said(d.attach(lacking, 'a1'));
}

async function said(answer: Promise<Result<ActAnswer>>): Promise<string> {
  return codeOf(await answer) ?? 'ok';
}
