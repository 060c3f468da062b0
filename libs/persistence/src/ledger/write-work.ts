import type { Case, CaseStep, CaseTask, PlacedFact } from '@totrinh/domain';
import type { Tx } from '../tx.ts';
import type { Under } from './record.ts';

type Of<T extends PlacedFact['type']> = Extract<PlacedFact, { type: T }>;
const facts = <T extends PlacedFact['type']>(placed: readonly PlacedFact[], type: T): Of<T>[] => placed.filter((f): f is Of<T> => f.type === type);

/** Steps, tasks, decisions, documents and rungs: the rows in which the cases before and after differ. */
export function writeWork(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], at: Date, under: Under): void {
  writeSteps(tx, before, after, placed, at);
  writeTasks(tx, before, after, at);
  writeDecisions(tx, before.id, placed, at, under);
  writeDocuments(tx, before.id, placed, at, under);
}

function writeSteps(tx: Tx, before: Case, after: Case, placed: readonly PlacedFact[], at: Date): void {
  const known = new Map(before.steps.map((s) => [s.id, s]));
  const due = new Map(facts(placed, 'step.opened').map((f) => [f.data.step, f.derived]));
  const opened = after.steps.filter((s) => !known.has(s.id));
  if (opened.length > 0) {
    const column = <T>(of: (s: CaseStep) => T): T[] => opened.map(of);
    tx.write(
      `insert into totrinh.step (id, dossier_id, path, kind, round, cause, opened, state, outcome, settled, opened_at, settled_at, due_at)
       select id, $1::uuid, path, kind, round, cause, opened, state, outcome, settled, $2::timestamptz, case when state <> 'open' then $2::timestamptz end, due
       from unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[], $10::text[], $11::int[], $12::timestamptz[]) as s(id, path, kind, round, cause, opened, state, outcome, settled, due)`,
      [after.id, at, column((s) => s.id), column((s) => s.path), column((s) => s.kind), column((s) => s.round), column((s) => s.cause), column((s) => s.opened), column((s) => s.state), column((s) => s.outcome),
        column((s) => s.settled), column((s) => due.get(s.id)?.dueAt ?? null)]);
    const rungs = opened.filter((s) => s.state === 'open').flatMap((s) => { const d = due.get(s.id); return d?.rung && d.dueAt ? [{ id: d.rung, step: s.id, dueAt: d.dueAt }] : []; });
    if (rungs.length > 0) {
      tx.write(`insert into totrinh.rung (id, dossier_id, step_id, kind, due_at) select id, $1::uuid, step, 'overdue', due from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as r(id, step, due)`,
        [after.id, rungs.map((r) => r.id), rungs.map((r) => r.step), rungs.map((r) => r.dueAt)]);
    }
  }
  const left = after.steps.filter((s) => known.get(s.id)?.state === 'open' && s.state !== 'open');
  if (left.length > 0) {
    const ids = left.map((s) => s.id);
    tx.write(`update totrinh.step s set state = n.state, outcome = n.outcome, settled = n.settled, settled_at = $1::timestamptz from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as n(id, state, outcome, settled) where s.id = n.id`,
      [at, ids, left.map((s) => s.state), left.map((s) => s.outcome), left.map((s) => s.settled)]);
    tx.write('update totrinh.rung set void_at = $1::timestamptz where step_id = any($2::uuid[]) and fired_at is null and void_at is null', [at, ids]);
  }
}

function writeTasks(tx: Tx, before: Case, after: Case, at: Date): void {
  const known = new Map(before.tasks.map((t) => [t.id, t]));
  const opened = after.tasks.filter((t) => !known.has(t.id));
  if (opened.length > 0) {
    tx.write(
      `insert into totrinh.task (id, dossier_id, step_id, unit_id, state, opened, holder, seen, opened_at)
       select id, $1::uuid, step, unit, state, opened, holder, seen, $2::timestamptz from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[], $9::boolean[]) as t(id, step, unit, state, opened, holder, seen)`,
      [after.id, at, opened.map((t) => t.id), opened.map((t) => t.step), opened.map((t) => t.unit), opened.map((t) => t.state), opened.map((t) => t.opened), opened.map((t) => t.holder), opened.map((t) => t.seen)]);
  }
  const changed = after.tasks.filter((t) => { const b = known.get(t.id); return b !== undefined && b !== t; });
  if (changed.length > 0) {
    tx.write(`update totrinh.task t set state = n.state, holder = n.holder, seen = n.seen, closed_at = case when n.state = 'open' then null else $1::timestamptz end from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[]) as n(id, state, holder, seen) where t.id = n.id`,
      [at, changed.map((t) => t.id), changed.map((t) => t.state), changed.map((t) => t.holder), changed.map((t) => t.seen)]);
  }
  const closed = changed.filter((t) => t.state !== 'open').map((t) => t.id);
  if (closed.length > 0) tx.write('update totrinh.task_candidate set open = false where task_id = any($1::uuid[])', [closed]);
  writeCandidates(tx, after.id, after.tasks.filter((t) => t.assignees !== known.get(t.id)?.assignees && t.assignees.length > 0));
}

function writeCandidates(tx: Tx, dossier: string, tasks: readonly CaseTask[]): void {
  const rows = tasks.flatMap((t) => t.assignees.map((a, sort) => ({ task: t.id, sort, ...a })));
  if (rows.length === 0) return;
  tx.write(
    `insert into totrinh.task_candidate (task_id, person_id, capacity, appointment_id, sort, open) select *, true from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[])`,
    [rows.map((r) => r.task), rows.map((r) => r.person), rows.map((r) => r.capacity), rows.map((r) => r.appointment), rows.map((r) => r.sort)]);
  tx.write('insert into totrinh.participant (dossier_id, person_id) select distinct $1::uuid, p from unnest($2::text[]) as p on conflict do nothing', [dossier, rows.map((r) => r.person)]);
}

function writeDecisions(tx: Tx, dossier: string, placed: readonly PlacedFact[], at: Date, under: Under): void {
  for (const { seq, data: d } of facts(placed, 'decision.made')) {
    tx.write(
      `insert into totrinh.decision (id, dossier_id, task_id, step_id, seq, outcome, actor, principal, capacity, appointment_id, manifest, act_id, at)
       values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6, $7, $8, $9, $10::uuid, $11, $12::uuid, $13::timestamptz)`,
      [d.decision, dossier, d.task, d.step, seq, d.outcome, d.actor, d.principal, d.capacity, d.appointment, d.manifest, under.act, at]);
  }
}

function writeDocuments(tx: Tx, dossier: string, placed: readonly PlacedFact[], at: Date, under: Under): void {
  for (const { seq, data: d } of facts(placed, 'document.attached')) {
    tx.write(
      `insert into totrinh.document (id, dossier_id, role, no, sha256, size, media_type, seq, act_id, attached_by, attached_at)
       values ($1::uuid, $2::uuid, $3, $4::int, $5, $6::bigint, $7, $8::int, $9::uuid, $10, $11::timestamptz)`,
      [d.document, dossier, d.role, d.no, d.sha256, d.size, d.mediaType, seq, under.act, under.by, at]);
  }
}
