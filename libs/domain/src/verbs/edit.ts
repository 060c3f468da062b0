import { answersFor, holdsPost, isOfOffice, type Actor } from '../case/actor.ts';
import { openSteps, openTasks, type Case, type CaseTask } from '../case/case.ts';
import type { Fact, Means } from '../case/facts.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { FieldValue, Route } from '../route/route.ts';
import { fieldFaults } from './fields.ts';
import { EVIDENCE_ROLES } from './submit.ts';
import { openTaskFor, seenBy } from './task-gate.ts';

/** Content changes only in an open draft or finishing, by whoever holds its task. Errors: DOSSIER_CLOSED, NO_OPEN_DRAFT, NOT_ALLOWED, those of the gate. */
export function draftTaskOf(c: Case, actor: Actor): Result<CaseTask> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  const step = openSteps(c).find((s) => s.kind === 'draft' || (s.kind === 'finish' && s.finishing?.finishedBy === null));
  const task = step && openTasks(c, step.id).find((t) => t.purpose === 'work');
  if (!step || !task) return refuse('NO_OPEN_DRAFT');
  const gate = openTaskFor(c, task.id, actor);
  if (gate.ok) return ok(task);
  return gate.error.code === 'TASK_NOT_FOUND' ? refuse('NOT_ALLOWED', { because: 'notYourTask' }) : gate;
}

export interface EditCommand {
  readonly title?: string;
  /** The day by which the drafter means to submit, `YYYY-MM-DD`. */
  readonly dueOn?: string;
  /** Typed facts that conditions use. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** Changes the title, the planned day or typed facts. A day before today is refused. Errors: of draftTaskOf, DUE_IN_PAST (details: today), FIELDS_INVALID (details: fields). */
export function edit(c: Case, route: Route, command: EditCommand, today: string, actor: Actor): Result<Fact[]> {
  const task = draftTaskOf(c, actor);
  if (!task.ok) return task;
  if (command.dueOn !== undefined && command.dueOn < today) return refuse('DUE_IN_PAST', { dueOn: command.dueOn, today });
  const { fields: values = {}, ...words } = command;
  const faults = fieldFaults(route, values, false);
  if (faults.length > 0) return refuse('FIELDS_INVALID', { fields: faults });
  const secret = Object.fromEntries(Object.entries(words).filter((e): e is [string, string] => e[1] !== undefined));
  const fields = [...Object.keys(secret), ...Object.keys(values)].sort();
  if (fields.length === 0) return refuse('REQUEST_INVALID', { because: 'nothingToChange' });
  return ok([...seenBy(task.value, actor), { type: 'dossier.edited', data: { fields, ...(Object.keys(values).length > 0 ? { values } : {}) }, ...(Object.keys(secret).length > 0 ? { secret } : {}) }]);
}

export interface AttachCommand {
  readonly role: string;
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/**
 * Adds a document as the next numbered draft of its role ("lần 1, 2, 3"). Evidence (EVIDENCE_ROLES) is added by the lead unit or the
 * office whatever step is open, and leaves the content alone. Errors: of draftTaskOf.
 */
export function attach(c: Case, command: AttachCommand, actor: Actor, means: Means): Result<Fact[]> {
  const { role, name, sha256, size, mediaType } = command;
  const may = EVIDENCE_ROLES.has(role) ? mayAddEvidence(c, actor) : draftTaskOf(c, actor);
  if (!may.ok) return may;
  const no = 1 + Math.max(0, ...c.documents.filter((d) => d.role === role).map((d) => d.no));
  return ok([...(may.value ? seenBy(may.value, actor) : []), { type: 'document.attached', data: { document: means.id(), role, no, sha256, size, mediaType }, secret: { name } }]);
}

function mayAddEvidence(c: Case, actor: Actor): Result<null> {
  if (c.status !== 'open') return refuse('DOSSIER_CLOSED', { status: c.status });
  if (c.suspended) return refuse('DOSSIER_SUSPENDED', { until: c.suspended.until });
  const may = answersFor(actor, c) || holdsPost(actor, c.leadUnit, ['clerk', 'drafter']) !== undefined || isOfOffice(actor, c);
  return may ? ok(null) : refuse('NOT_ALLOWED', { because: 'notYourDossier' });
}
