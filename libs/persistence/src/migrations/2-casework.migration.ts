import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers with what people do in them: steps (activations), tasks, decisions, documents, rungs, the outbox. */
export class Casework1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence totrinh.dossier_no;
      create table totrinh.dossier (
        id uuid primary key, code text not null unique, kind text not null, title text not null, item_id uuid references totrinh.item,
        lead_unit_id text not null references totrinh.unit, drafter_id text references totrinh.person,
        route_id text, route_version int, route_semantics int, roles jsonb not null,
        status text not null check (status in ('open', 'done', 'rejected', 'cancelled')), round int not null,
        programme_state text not null check (programme_state in ('notYetSubmitted', 'submitted', 'completed')),
        manifest text, number text, issued_on date, due_on date, pending jsonb not null, submission jsonb,
        seq int not null, head_hash text not null, last_at timestamptz(3) not null, created_at timestamptz(3) not null, closed_at timestamptz(3),
        foreign key (route_id, route_version) references totrinh.route_version);
      create index dossier_lead_unit on totrinh.dossier (lead_unit_id, id);
      create index dossier_item on totrinh.dossier (item_id);
      create index dossier_open on totrinh.dossier (id) where status = 'open';
      alter table totrinh.item add foreign key (dossier_id) references totrinh.dossier;

      create table totrinh.step (
        id uuid primary key, dossier_id uuid not null references totrinh.dossier, path text not null, kind text not null, round int not null,
        cause int not null, opened int not null, state text not null check (state in ('open', 'settled', 'cancelled')), outcome text, settled int,
        opened_at timestamptz(3) not null, settled_at timestamptz(3), due_at timestamptz(3), unique (dossier_id, cause, path));
      create table totrinh.task (
        id uuid primary key, dossier_id uuid not null references totrinh.dossier, step_id uuid not null references totrinh.step,
        unit_id text references totrinh.unit, state text not null check (state in ('open', 'done', 'cancelled')), opened int not null,
        holder text references totrinh.person, seen boolean not null, opened_at timestamptz(3) not null, closed_at timestamptz(3));
      create index task_dossier on totrinh.task (dossier_id);
      create table totrinh.task_candidate (
        task_id uuid not null references totrinh.task, person_id text not null references totrinh.person, capacity text not null,
        appointment_id uuid not null references totrinh.appointment, sort int not null, open boolean not null, primary key (task_id, person_id));
      create index task_candidate_queue on totrinh.task_candidate (person_id, task_id) where open;
      create table totrinh.participant (
        dossier_id uuid not null references totrinh.dossier, person_id text not null references totrinh.person, primary key (person_id, dossier_id));

      create table totrinh.decision (
        id uuid primary key, dossier_id uuid not null references totrinh.dossier, task_id uuid not null unique references totrinh.task,
        step_id uuid not null references totrinh.step, seq int not null, outcome text not null, actor text not null references totrinh.person,
        principal text not null references totrinh.person, capacity text not null, appointment_id uuid not null references totrinh.appointment,
        manifest text, act_id uuid not null, at timestamptz(3) not null);
      create index decision_dossier on totrinh.decision (dossier_id);
      create table totrinh.document (
        id uuid primary key, dossier_id uuid not null references totrinh.dossier, role text not null, no int not null, sha256 text not null,
        size bigint not null, media_type text not null, seq int not null, act_id uuid not null, attached_by text not null references totrinh.person,
        attached_at timestamptz(3) not null, unique (dossier_id, role, no));
      create table totrinh.manifest (
        dossier_id uuid not null references totrinh.dossier, sha256 text not null, body text not null, frozen_at timestamptz(3) not null,
        primary key (dossier_id, sha256));

      create table totrinh.rung (
        id uuid primary key, dossier_id uuid not null references totrinh.dossier, step_id uuid not null references totrinh.step, kind text not null,
        due_at timestamptz(3) not null, fired_at timestamptz(3), void_at timestamptz(3));
      create index rung_waiting on totrinh.rung (due_at, dossier_id) where fired_at is null and void_at is null;
      create index rung_step on totrinh.rung (step_id);
      create table totrinh.outbox (
        dossier_id uuid primary key references totrinh.dossier, version int not null, next_try timestamptz(3) not null, attempts int not null,
        raised_at timestamptz(3) not null);
      create index outbox_next on totrinh.outbox (next_try);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
