import type { MigrationInterface, QueryRunner } from 'typeorm';

// The one definition of what a search leaves out of account: case, accents in either composition, tone marks in either place, and đ. Queries fold what is
// looked for by the same function. Other scripts are left as they are, save their marks.
const FOLDING = `
  create function totrinh.folded(words text) returns text language sql immutable strict parallel safe
    return lower(translate(regexp_replace(normalize(words, nfd), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd'));
  grant execute on function totrinh.folded(text) to totrinh_app;
`;

const SEARCH = `
  create extension if not exists pg_trgm with schema public;
  alter table totrinh.dossier add search text generated always as (totrinh.folded(code || ' ' || title || ' ' || coalesce(number, ''))) stored;
  alter table totrinh.unit add search text generated always as (totrinh.folded(name || ' ' || short)) stored;
  create index dossier_search on totrinh.dossier using gin (search public.gin_trgm_ops);
`;

// What a person has settled, the latest first; what they have done in a dossier; who was mentioned.
const LISTS = `
  create index task_done_holder on totrinh.task (holder, closed_at, id) where state = 'done';
  create index decision_actor on totrinh.decision (actor, at, task_id);
  create index decision_principal on totrinh.decision (principal, at, task_id) where principal <> actor;
  create index event_mentions on totrinh.event using gin (((body::jsonb) #> '{data,mentions}')) where type = 'comment.added';
`;

const VIEWS = `
  create table totrinh.saved_view (
    id uuid primary key, person_id text not null references totrinh.person, name text not null, list text not null check (list in ('todo', 'waiting', 'informed', 'done', 'troubled')),
    filter jsonb not null, sort text check (sort in ('due', 'newest', 'code')), place int not null, version int not null, at timestamptz(3) not null,
    constraint saved_view_name unique (person_id, name));
  grant select, insert, update, delete on totrinh.saved_view to totrinh_app;
`;

/** The desk: search without accents, indexes for its lists, the views that people keep. Only adds. */
export class Queue1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [FOLDING, SEARCH, LISTS, VIEWS]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward');
  }
}
