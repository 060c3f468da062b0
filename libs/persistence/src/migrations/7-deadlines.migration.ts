import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BASE_CALENDAR, SHIPPED_LADDERS } from '@totrinh/domain';
import { chainedVersion } from '../chain/calendar-chain.ts';
import { shippedCalendar } from '../shipped/shipped-calendar.ts';

// Versions are kept for good: the text of a calendar exactly as it is hashed into the calendar's own chain.
const OFFICE = `
  create table totrinh.calendar_version (
    calendar_id text not null, version int not null, body text not null, prev_hash text not null, hash text not null, reason text not null,
    by_person text references totrinh.person, act_id uuid references totrinh.act, at timestamptz(3) not null, primary key (calendar_id, version));
  create table totrinh.ladder_version (
    ladder_id text not null, version int not null, body jsonb not null, by_person text references totrinh.person, act_id uuid references totrinh.act,
    at timestamptz(3) not null, primary key (ladder_id, version));
  create table totrinh.office_setting (
    key text not null, version int not null, value jsonb not null, by_person text references totrinh.person, act_id uuid references totrinh.act,
    at timestamptz(3) not null, primary key (key, version));
  create trigger calendar_version_append_only before update or delete or truncate on totrinh.calendar_version for each statement execute function totrinh.refuse_change();
  create trigger ladder_version_append_only before update or delete or truncate on totrinh.ladder_version for each statement execute function totrinh.refuse_change();
  create trigger office_setting_append_only before update or delete or truncate on totrinh.office_setting for each statement execute function totrinh.refuse_change();
`;

const CLOCK = `
  alter table totrinh.step add due jsonb;
  alter table totrinh.rung drop constraint rung_kind_check, drop constraint rung_check;
  alter table totrinh.rung add ladder text, add name text, add n int not null default 1, add calendar text, add reminded boolean not null default false, add outgrown boolean not null default false,
    add check (kind in ('overdue', 'lapse', 'resume', 'ladder')), add check (step_id is not null or kind = 'resume'), add check ((kind = 'ladder') = (ladder is not null and name is not null));
  create index rung_calendar on totrinh.rung (calendar, dossier_id) where fired_at is null and void_at is null;
  create table totrinh.briefing (
    id uuid primary key, dossier_id uuid not null references totrinh.dossier, step_id uuid not null references totrinh.step, rung_id uuid not null unique references totrinh.rung,
    at timestamptz(3) not null, heard_on date, heard_by text references totrinh.person, check ((heard_on is null) = (heard_by is null)));
  create index briefing_step on totrinh.briefing (step_id);
`;

// Instants of sending are the machine's, since the other side lives by them too; the business clock dates what is said. Whether letters can be sent
// at all is the worker's to know (it has the mail server's address) and everybody's to read, so that none are written that nobody would send.
const NOTICES = `
  alter table totrinh.person add email text;
  alter table totrinh.notice add step_id uuid, add task_id uuid, add data jsonb not null default '{}';
  create table totrinh.notice_preference (
    person_id text primary key references totrinh.person, email text not null default 'each' check (email in ('each', 'digest', 'none')),
    language text not null default 'vi' check (language in ('vi', 'en')), digest boolean not null default true, quiet text[] not null default '{}');
  create table totrinh.webhook_endpoint (
    id uuid primary key, name text not null unique, url text not null, secret text not null, kinds text[], with_titles boolean not null default false,
    created_by text not null references totrinh.person, act_id uuid not null references totrinh.act, at timestamptz(3) not null, ended_at timestamptz(3));
  create table totrinh.delivery (
    id uuid primary key, effect_key text not null unique, channel text not null check (channel in ('email', 'webhook')),
    person_id text references totrinh.person, endpoint_id uuid references totrinh.webhook_endpoint, dossier_id uuid references totrinh.dossier, notice_id uuid references totrinh.notice,
    kind text not null, data jsonb not null default '{}', at timestamptz(3) not null, state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'dead')),
    attempts int not null default 0, next_try timestamptz(3) not null default now(), possible_double boolean not null default false, last_error text, sent_at timestamptz(3),
    check ((channel = 'email') = (person_id is not null)), check ((channel = 'webhook') = (endpoint_id is not null)));
  create index delivery_waiting on totrinh.delivery (next_try) where state in ('waiting', 'sending');
  create index delivery_dossier on totrinh.delivery (dossier_id, at);
  create index delivery_way on totrinh.delivery (coalesce(endpoint_id::text, 'email'), next_try) where state in ('waiting', 'sending');
  create index delivery_notice on totrinh.delivery (notice_id);
  create index notice_dossier on totrinh.notice (dossier_id, at, id);
  create index delivery_dead on totrinh.delivery (at, id) where state = 'dead';
  create table totrinh.outside_channel (channel text primary key check (channel = 'email'), is_on boolean not null, at timestamptz(3) not null);
`;

const AUTHORITY = `
  alter table totrinh.appointment add acting boolean not null default false;
  create table totrinh.authority (
    id uuid primary key, grantor_id text not null references totrinh.person, grantee_id text not null references totrinh.person, number text not null, document text, routes text[], verbs text[] not null check (cardinality(verbs) > 0 and verbs <@ array['decide', 'sign', 'confirm']),
    from_on date not null, to_on date not null, ended_on date, act_id uuid not null references totrinh.act, at timestamptz(3) not null, check (to_on >= from_on), check (grantor_id <> grantee_id));
  create index authority_grantor on totrinh.authority (grantor_id);
  create index authority_grantee on totrinh.authority (grantee_id);
  alter table totrinh.decision add authority uuid references totrinh.authority;
  create table totrinh.feed_token (
    token_hash text primary key, person_id text not null references totrinh.person, at timestamptz(3) not null, ended_at timestamptz(3));
  create index feed_token_person on totrinh.feed_token (person_id);
`;

const RIGHTS = `
  grant select, insert on totrinh.calendar_version, totrinh.ladder_version, totrinh.office_setting, totrinh.briefing, totrinh.notice_preference, totrinh.webhook_endpoint,
    totrinh.delivery, totrinh.authority, totrinh.feed_token to totrinh_app;
  grant update (heard_on, heard_by) on totrinh.briefing to totrinh_app;
  grant update on totrinh.notice_preference, totrinh.delivery to totrinh_app;
  grant select, insert, update on totrinh.outside_channel to totrinh_app;
  grant update (ended_at) on totrinh.webhook_endpoint, totrinh.feed_token to totrinh_app;
  grant update (ended_on) on totrinh.authority to totrinh_app;
  grant update (email) on totrinh.person to totrinh_app;
`;

/** Deadlines that keep themselves: calendars, ladders, the reasons of due dates, notices that leave the house, written authority. Only adds. */
export class Deadlines1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [OFFICE, CLOCK, NOTICES, AUTHORITY, RIGHTS]) await runner.query(part);
    const first = chainedVersion({ calendar: BASE_CALENDAR, version: 1, content: shippedCalendar(), reason: 'Lịch kèm theo hệ thống', at: SHIPPED_AT, by: null }, null);
    await runner.query('insert into totrinh.calendar_version (calendar_id, version, body, prev_hash, hash, reason, at) values ($1, 1, $2, $3, $4, $5, $6)', [BASE_CALENDAR, first.body, first.prevHash, first.hash, first.reason, SHIPPED_AT]);
    for (const ladder of SHIPPED_LADDERS) await runner.query('insert into totrinh.ladder_version (ladder_id, version, body, at) values ($1, 1, $2, $3)', [ladder.ladder, JSON.stringify(ladder), SHIPPED_AT]);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}

/** What comes with the system is older than any act of any office. */
const SHIPPED_AT = '2021-01-01T00:00:00.000Z';
