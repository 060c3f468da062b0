import { rightIn, type Actor } from '../case/actor.ts';
import { openDraft, openTasks, type Case, type CaseTask } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import { seenBy } from './task-gate.ts';

/** Content changes only in an open draft, by whoever holds its task. Errors: DOSSIER_CLOSED, NO_OPEN_DRAFT, NOT_ALLOWED, TASK_HELD_BY_OTHER. */
export function draftTaskOf(c: Case, actor: Actor): Result<CaseTask> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const step = openDraft(c);
  if (!step) return refuse('NO_OPEN_DRAFT');
  const task = openTasks(c, step.id)[0];
  if (!task?.assignees.some((a) => a.person === actor.person)) return refuse('NOT_ALLOWED', { because: 'notYourTask' });
  const right = rightIn(task, actor);
  return right.ok ? ok(task) : right;
}

export interface EditCommand {
  readonly title?: string;
  /** The day by which the drafter means to submit, `YYYY-MM-DD`. */
  readonly dueOn?: string;
}

/** Changes the title or the planned day. A day before today is refused. Errors: of draftTaskOf, DUE_IN_PAST (details: today). */
export function edit(c: Case, command: EditCommand, today: string, actor: Actor): Result<Fact[]> {
  const task = draftTaskOf(c, actor);
  if (!task.ok) return task;
  if (command.dueOn !== undefined && command.dueOn < today) return refuse('DUE_IN_PAST', { dueOn: command.dueOn, today });
  const secret = Object.fromEntries(Object.entries(command).filter((e): e is [string, string] => e[1] !== undefined));
  const fields = Object.keys(secret).sort();
  if (fields.length === 0) return refuse('REQUEST_INVALID', { because: 'nothingToChange' });
  return ok([...seenBy(task.value, actor), { type: 'dossier.edited', data: { fields }, secret }]);
}

export interface AttachCommand {
  readonly role: string;
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** Adds a document as the next numbered draft of its role ("lần 1, 2, 3"). Errors: of draftTaskOf. */
export function attach(c: Case, command: AttachCommand, actor: Actor, means: Means): Result<Fact[]> {
  const task = draftTaskOf(c, actor);
  if (!task.ok) return task;
  const { role, name, sha256, size, mediaType } = command;
  const no = 1 + Math.max(0, ...c.documents.filter((d) => d.role === role).map((d) => d.no));
  return ok([...seenBy(task.value, actor), { type: 'document.attached', data: { document: means.id(), role, no, sha256, size, mediaType }, secret: { name } }]);
}
