import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, bodies, posts and who holds them over time; programmes, items and published routes. */
export class Organisation1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table totrinh.unit (
        id text primary key, name text not null, short text not null, regime text not null check (regime in ('party', 'state', 'union')),
        valid_from date not null, valid_to date, check (valid_to > valid_from));
      create table totrinh.body (
        id text primary key, name text not null, valid_from date not null, valid_to date, check (valid_to > valid_from));
      create table totrinh.person (id text primary key, name text not null);
      create table totrinh.post (
        id text primary key, unit_id text references totrinh.unit, body_id text references totrinh.body, role text not null, title text not null,
        check ((unit_id is null) <> (body_id is null)));
      create index post_unit on totrinh.post (unit_id, role);
      create index post_body on totrinh.post (body_id);
      create table totrinh.appointment (
        id uuid primary key, person_id text not null references totrinh.person, post_id text not null references totrinh.post,
        valid_from date not null, valid_to date, check (valid_to > valid_from));
      create index appointment_person on totrinh.appointment (person_id);
      create index appointment_post on totrinh.appointment (post_id);
      create table totrinh.body_signer (
        body_id text not null references totrinh.body, post_id text not null references totrinh.post, sort int not null, primary key (body_id, post_id));

      create table totrinh.route_version (
        route_id text not null, version int not null check (version > 0), semantics int not null, source text not null, rules jsonb not null,
        sha256 text not null, published_at timestamptz(3) not null, published_by text not null, primary key (route_id, version));

      create table totrinh.programme (
        id text primary key, code text not null unique, title text not null, issuer text not null, issued_on date not null, term text not null,
        year_from int not null, year_to int not null);
      create table totrinh.item (
        id uuid primary key, programme_id text not null references totrinh.programme, code text not null unique, no int not null, kind text not null,
        title text not null, lead_unit_id text not null references totrinh.unit, authority text not null references totrinh.body,
        cooperating text[] not null, appraising_unit_id text not null references totrinh.unit, issuing_unit_id text not null references totrinh.unit,
        register_issuer text not null, register_type text not null, directing text not null,
        deadline_text text not null, deadline_precision text not null, deadline_on date not null,
        state text not null check (state in ('notYetSubmitted', 'submitted', 'completed')), state_on date, dossier_id uuid);
      create index item_programme on totrinh.item (programme_id, no);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
