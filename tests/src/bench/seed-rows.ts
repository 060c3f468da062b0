import type { Case, PlacedFact } from '@totrinh/domain';
import { chainFacts, GENESIS, type ChainedEvent, type Tx } from '@totrinh/persistence';

/** A dossier as the rules made it: its state, the facts in their order, and when they were said. */
export interface Life { readonly case: Case; readonly placed: readonly PlacedFact[]; readonly at: Date; readonly title: string }

/** Puts lives into the tables, many with one statement a table; what the ledger writes for one at a time, so that its chain verifies and its rows are its fold. Open first steps only. */
export function writeLives(tx: Tx, lives: readonly Life[]): void {
  const chained = lives.map((life) => ({ life, events: chainFacts(life.case.id, GENESIS, life.at.toISOString(), 'system', null, life.placed) }));
  writeDossiers(tx, chained);
  writeChains(tx, chained);
  writeOpenSteps(tx, lives);
  writeOpenTasks(tx, lives);
}

type Chained = readonly { readonly life: Life; readonly events: readonly ChainedEvent[] }[];
const columns = <R, const K extends readonly ((row: R) => unknown)[]>(rows: readonly R[], of: K): unknown[][] => of.map((f) => rows.map(f));

function writeDossiers(tx: Tx, chained: Chained): void {
  tx.write(
    `insert into totrinh.dossier (id, code, kind, title, lead_unit_id, drafter_id, route_id, route_version, route_semantics, roles, status, round, programme_state, pending, seq, head_hash, last_at, created_at)
     select id, 'HS-' || lpad(nextval('totrinh.dossier_no')::text, 6, '0'), kind, title, unit, drafter, route, version, semantics, roles, status, round, state, '[]', seq, head, at, at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::jsonb[], $10::text[], $11::int[], $12::text[], $13::int[], $14::text[], $15::timestamptz[])
       as d(id, kind, title, unit, drafter, route, version, semantics, roles, status, round, state, seq, head, at)`,
    columns(chained, [(c) => c.life.case.id, (c) => c.life.case.kind, (c) => c.life.title, (c) => c.life.case.leadUnit, (c) => c.life.case.drafter, (c) => c.life.case.route?.id, (c) => c.life.case.route?.version,
      (c) => c.life.case.route?.semantics, (c) => JSON.stringify(c.life.case.roles), (c) => c.life.case.status, (c) => c.life.case.round, (c) => c.life.case.programmeState, (c) => c.life.case.seq,
      (c) => c.events.at(-1)?.hash, (c) => c.life.at]));
}

function writeChains(tx: Tx, chained: Chained): void {
  const events = chained.flatMap(({ life, events: of }) => of.map((e) => ({ dossier: life.case.id, ...e })));
  tx.write('insert into totrinh.event (dossier_id, seq, type, at, body, hash) select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])',
    columns(events, [(e) => e.dossier, (e) => e.seq, (e) => e.type, (e) => e.at, (e) => e.body, (e) => e.hash]));
  const words = events.flatMap((e) => e.words.map((w) => ({ dossier: e.dossier, seq: e.seq, ...w })));
  tx.write('insert into totrinh.event_private (dossier_id, seq, field, salt, value) select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[])',
    columns(words, [(w) => w.dossier, (w) => w.seq, (w) => w.field, (w) => w.salt, (w) => w.value]));
}

function writeOpenSteps(tx: Tx, lives: readonly Life[]): void {
  const steps = lives.flatMap(({ case: c, placed, at }) => c.steps.map((s) => ({ ...s, dossier: c.id, at, derived: placed.find((f) => f.type === 'step.opened' && f.data.step === s.id)?.derived })));
  tx.write(
    `insert into totrinh.step (id, dossier_id, path, kind, round, cause, opened, state, opened_at, due_at, due)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::jsonb[])`,
    columns(steps, [(s) => s.id, (s) => s.dossier, (s) => s.path, (s) => s.kind, (s) => s.round, (s) => s.cause, (s) => s.opened, (s) => s.state, (s) => s.at, (s) => s.derived?.dueAt ?? null, (s) => (s.derived?.due ? JSON.stringify(s.derived.due) : null)]));
  const rungs = steps.flatMap((s) => (s.derived?.rungs ?? []).map((r) => ({ ...r, step: s.id, dossier: s.dossier })));
  tx.write(
    `insert into totrinh.rung (id, dossier_id, step_id, kind, due_at, calendar, ladder, name, n)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::int[])`,
    columns(rungs, [(r) => r.id, (r) => r.dossier, (r) => r.step, (r) => r.kind, (r) => r.at, (r) => r.calendar ?? null, (r) => r.ladder ?? null, (r) => r.name ?? null, (r) => r.n ?? 1]));
}

function writeOpenTasks(tx: Tx, lives: readonly Life[]): void {
  const tasks = lives.flatMap(({ case: c, at }) => c.tasks.map((t) => ({ ...t, dossier: c.id, at })));
  tx.write(
    `insert into totrinh.task (id, dossier_id, step_id, unit_id, state, opened, holder, seen, opened_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[], $8::boolean[], $9::timestamptz[])`,
    columns(tasks, [(t) => t.id, (t) => t.dossier, (t) => t.step, (t) => t.unit, (t) => t.state, (t) => t.opened, (t) => t.holder, (t) => t.seen, (t) => t.at]));
  const seats = tasks.flatMap((t) => t.assignees.map((a, sort) => ({ ...a, task: t.id, sort })));
  tx.write('insert into totrinh.task_candidate (task_id, person_id, capacity, appointment_id, sort, open) select task, person, capacity, appointment, sort, true from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[]) as s(task, person, capacity, appointment, sort)',
    columns(seats, [(s) => s.task, (s) => s.person, (s) => s.capacity, (s) => s.appointment, (s) => s.sort]));
  const readers = new Map(lives.flatMap(({ case: c }) => [c.drafter, ...c.tasks.flatMap((t) => t.assignees.map((a) => a.person))].map((person) => [`${c.id} ${person}`, { dossier: c.id, person }] as const)));
  tx.write('insert into totrinh.participant (dossier_id, person_id) select * from unnest($1::uuid[], $2::text[])', columns([...readers.values()], [(r) => r.dossier, (r) => r.person]));
}
