import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = `
  alter table totrinh.dossier add more jsonb not null default '{}';
  alter table totrinh.step add more jsonb, add arithmetic jsonb;
  alter table totrinh.task add more jsonb;
  create index task_holder on totrinh.task (holder) where state = 'open';
  alter table totrinh.task_candidate add helper boolean not null default false;
  -- Who helps in a task may also be one of those who answer it.
  alter table totrinh.task_candidate drop constraint task_candidate_pkey, add primary key (task_id, person_id, helper);
  create index task_candidate_person on totrinh.task_candidate (person_id, task_id);
  alter table totrinh.decision add recorded jsonb, add in_stead uuid;
  alter table totrinh.rung alter step_id drop not null, add check (kind in ('overdue', 'lapse', 'resume')), add check (step_id is not null or kind = 'resume');
  create index rung_dossier on totrinh.rung (dossier_id) where fired_at is null and void_at is null;
  create table totrinh.urn (
    step_id uuid primary key references totrinh.step, dossier_id uuid not null references totrinh.dossier, ballots text[] not null);
`;

const ORGANISATION = `
  alter table totrinh.person add skills text[] not null default '{}';
  create table totrinh.absence (
    id uuid primary key, person_id text not null references totrinh.person, substitute_id text not null references totrinh.person, from_on date not null, to_on date not null,
    routes text[], ended_on date, act_id uuid not null references totrinh.act, at timestamptz(3) not null, check (to_on >= from_on), check (person_id <> substitute_id));
  create index absence_person on totrinh.absence (person_id);
  create index absence_substitute on totrinh.absence (substitute_id);
  alter table totrinh.decision add foreign key (in_stead) references totrinh.absence;
  create table totrinh.notice (
    id uuid primary key, person_id text not null references totrinh.person, dossier_id uuid references totrinh.dossier, kind text not null, effect_key text not null unique,
    at timestamptz(3) not null, read_at timestamptz(3));
  create index notice_person on totrinh.notice (person_id, at, id);
  create index notice_unread on totrinh.notice (person_id) where read_at is null;
`;

const REGISTERS = `
  alter table totrinh.register add gives boolean not null default true;
  alter table totrinh.register_number alter dossier_id drop not null, add state text not null default 'given' check (state in ('given', 'recorded', 'void', 'elsewhere')), add reason text,
    add constraint register_number_void check (state <> 'void' or reason is not null), add constraint register_number_dossier check (state in ('void', 'elsewhere') or dossier_id is not null);
  create function totrinh.only_void_or_record() returns trigger language plpgsql as $$
    begin
      if (new.register_id, new.series, new.number) is not distinct from (old.register_id, old.series, old.number) then
        if old.state <> 'void' and new.state = 'void' and (new.text, new.dossier_id, new.given_on, new.act_id) is not distinct from (old.text, old.dossier_id, old.given_on, old.act_id) then return new; end if;
        if old.state = 'elsewhere' and new.state = 'recorded' and new.reason is null then return new; end if;
      end if;
      raise exception 'totrinh.% is append-only: a number may become void, and one given elsewhere may be recorded', tg_table_name using errcode = 'integrity_constraint_violation';
    end $$;
  drop trigger register_number_append_only on totrinh.register_number;
  create trigger register_number_kept before delete or truncate on totrinh.register_number for each statement execute function totrinh.refuse_change();
  create trigger register_number_append_only before update on totrinh.register_number for each row execute function totrinh.only_void_or_record();
`;

const MEETINGS = `
  create table totrinh.meeting (
    id uuid primary key, body_id text not null references totrinh.body, on_day date not null, title text not null, place text not null,
    state text not null check (state in ('planned', 'held', 'closed')), papers_sent_at timestamptz(3), conclusion text, created_by text not null references totrinh.person,
    act_id uuid not null references totrinh.act, seq int not null);
  create index meeting_body on totrinh.meeting (body_id, on_day, id);
  create table totrinh.meeting_item (
    meeting_id uuid not null references totrinh.meeting, dossier_id uuid not null references totrinh.dossier, step_id uuid not null references totrinh.step, sort int not null,
    state text not null check (state in ('onAgenda', 'putOff', 'decided')), primary key (meeting_id, step_id));
  create index meeting_item_step on totrinh.meeting_item (step_id);
  create table totrinh.meeting_attendance (
    meeting_id uuid not null references totrinh.meeting, person_id text not null references totrinh.person, present boolean not null, note text, primary key (meeting_id, person_id));
  create table totrinh.meeting_paper (
    meeting_id uuid not null references totrinh.meeting, sha256 text not null, name text not null, media_type text not null, size bigint not null,
    kind text not null check (kind in ('paper', 'minutes')), act_id uuid not null references totrinh.act, primary key (meeting_id, kind, sha256));
  create table totrinh.assignment (
    id uuid primary key, meeting_id uuid not null references totrinh.meeting, dossier_id uuid references totrinh.dossier, unit_id text not null references totrinh.unit, text text not null,
    due_on date, done_on date, done_by text references totrinh.person, check ((done_on is null) = (done_by is null)));
  create index assignment_meeting on totrinh.assignment (meeting_id);
  create trigger meeting_paper_append_only before update or delete or truncate on totrinh.meeting_paper for each statement execute function totrinh.refuse_change();
`;

const RIGHTS = `
  grant select, insert, update on totrinh.meeting, totrinh.meeting_item, totrinh.meeting_attendance, totrinh.assignment to totrinh_app;
  grant select, insert on totrinh.meeting_paper, totrinh.absence, totrinh.notice to totrinh_app;
  grant update (ended_on) on totrinh.absence to totrinh_app;
  grant update (read_at) on totrinh.notice to totrinh_app;
  grant select, insert, update, delete on totrinh.urn to totrinh_app;
  grant delete on totrinh.task_candidate to totrinh_app;
  grant update (state, reason, text, dossier_id, given_on, act_id) on totrinh.register_number to totrinh_app;
`;

/**
 * What the whole engine knows beside the straight way: regions, rosters, finishing, demands, proposals; helpers of tasks, absences, urns,
 * meetings, notices, and registers that record numbers given elsewhere. Only adds: rows from before have the defaults.
 */
export class Engine1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CASE, ORGANISATION, REGISTERS, MEETINGS, RIGHTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
