import type { MigrationInterface, QueryRunner } from 'typeorm';

// Neither the session's id nor what binds a sign-in to its browser is kept in clear: whoever reads these tables signs in as nobody.
const TABLES = `
  create table totrinh.sign_in (
    state_hash text primary key, browser_hash text not null, verifier text not null, nonce text not null, back_to text not null, fresh boolean not null,
    at timestamptz(3) not null, until timestamptz(3) not null);
  create index sign_in_until on totrinh.sign_in (until);
  create table totrinh.session (
    id_hash text primary key, person_id text not null references totrinh.person, signed_in_at timestamptz(3) not null, at timestamptz(3) not null,
    seen_at timestamptz(3) not null, until timestamptz(3) not null, id_token text not null, check (until > at));
  create index session_person on totrinh.session (person_id);
  create index session_until on totrinh.session (until);
`;

// Whoever clears away what is over passes by rows that somebody else is clearing: locking a row takes the right to change a column of it.
const RIGHTS = `
  grant select, insert, delete on totrinh.sign_in, totrinh.session to totrinh_app;
  grant update (seen_at) on totrinh.session to totrinh_app;
  grant update (until) on totrinh.sign_in to totrinh_app;
`;

/** Sign-in of browsers: sign-ins under way and sessions. Instants are the machine's, never the business clock's. Only adds. */
export class SignIn1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, RIGHTS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
