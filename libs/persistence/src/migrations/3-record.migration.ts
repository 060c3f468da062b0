import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record: acts, the chained events with their erasable words, idempotency keys, registers and their numbers. */
export class Record1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table totrinh.act (
        id uuid primary key, verb text not null, target text not null, dossier_id uuid references totrinh.dossier, actor text not null,
        correlation_id text not null, at timestamptz(3) not null, recorded_at timestamptz(3) not null default now());
      create index act_correlation on totrinh.act (correlation_id text_pattern_ops);
      create index act_dossier on totrinh.act (dossier_id);
      create table totrinh.event (
        dossier_id uuid not null references totrinh.dossier, seq int not null check (seq > 0), type text not null, at timestamptz(3) not null,
        act_id uuid references totrinh.act, body text not null, hash text not null, primary key (dossier_id, seq));
      create table totrinh.event_private (
        dossier_id uuid not null, seq int not null, field text not null, salt text, value text, primary key (dossier_id, seq, field),
        foreign key (dossier_id, seq) references totrinh.event);
      create table totrinh.idempotency_key (
        person text not null, verb text not null, target text not null, key text not null, request text not null, status int not null,
        answer jsonb not null, recorded_at timestamptz(3) not null default now(), primary key (person, verb, target, key));

      create table totrinh.register (
        id text primary key, issuer text not null, type text not null, regime text not null check (regime in ('party', 'state')),
        notation text not null, term text not null, unique (issuer, type));
      create table totrinh.register_series (
        register_id text not null references totrinh.register, series text not null, first int not null, next int not null, last_on date,
        primary key (register_id, series), check (next >= first));
      create table totrinh.register_number (
        register_id text not null, series text not null, number int not null, text text not null, dossier_id uuid not null references totrinh.dossier,
        given_on date not null, act_id uuid not null references totrinh.act, primary key (register_id, series, number),
        foreign key (register_id, series) references totrinh.register_series);

      create function totrinh.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'totrinh.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
    `);
    for (const table of ['act', 'event', 'decision', 'document', 'manifest', 'register_number', 'route_version']) {
      await runner.query(`create trigger ${table}_append_only before update or delete or truncate on totrinh.${table} for each statement execute function totrinh.refuse_change()`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
