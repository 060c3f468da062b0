import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { dumpSchema, ENTITIES, insertAbsence, insertAuthority, migrate } from '@totrinh/persistence';
import { everyFact, names } from './every-fact.ts';
import { StoreHouse } from './store-house.ts';

const COMMITTED = new URL('../../../libs/persistence/schema.txt', import.meta.url);

/** A change that is never made, of a column that exists, for each append-only table. */
const COLUMN: Readonly<Record<string, string>> = {
  act: `verb = 'x'`, event: `body = 'x'`, decision: `outcome = 'x'`, document: `role = 'x'`, manifest: `body = 'x'`, register_number: 'number = 99', route_version: `source = 'x'`, participant: `person_id = 'quan-tri'`, meeting_paper: `name = 'x'`,
};

let house: StoreHouse;
const n = names();
beforeAll(async () => {
  house = await StoreHouse.open();
  const [act, absence] = [await house.act(), n('absence')];
  await house.tx((tx) => insertAbsence(tx, { id: absence, person: 'stc-truong', substitute: 'stc-pho', from: '2022-07-01', to: '2022-07-31', routes: null, act, at: house.at }));
  const authority = n('authority');
  await house.tx((tx) => insertAuthority(tx, { id: authority, grantor: 'stc-truong', grantee: 'stc-pho', number: '1/UQ', document: null, routes: null, verbs: ['sign'], from: '2022-07-01', to: '2022-07-31', act, at: house.at }));
  for (const [, facts] of everyFact(n, { item: await house.item(), absence, authority })) await house.tell(n('dossier'), facts);
});
afterAll(async () => house.close());

const dump = (): Promise<string> => dumpSchema((sql) => house.look<{ line: string }>(sql));

describe('the schema', () => {
  test('after all migrations is the committed one (UPDATE_SNAPSHOTS=1 writes it anew)', async () => {
    const now = await dump();
    if (process.env['UPDATE_SNAPSHOTS'] === '1') writeFileSync(COMMITTED, now);
    expect(now).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  test('is migrated once: a second time applies nothing, and two at once wait for each other', async () => {
    expect(await Promise.all([migrate(house.postgres.ownerUrl), migrate(house.postgres.ownerUrl)])).toEqual([[], []]);
  });

  test.each([
    ['an index', 'create index later on totrinh.dossier (title)'],
    ['a partial index', `create index later on totrinh.dossier (title) where status = 'open'`],
    ['another condition of a partial index', `drop index totrinh.rung_waiting; create index rung_waiting on totrinh.rung (due_at, dossier_id) where fired_at is null`],
    ['an index on an expression', 'create index later on totrinh.dossier (lower(title))'],
    ['a trigger', 'create trigger later before update on totrinh.item for each statement execute function totrinh.refuse_change()'],
    ['a trigger that is switched off', 'alter table totrinh.event disable trigger event_append_only'],
    ['a right', 'grant delete on totrinh.event to totrinh_app'],
    ['a right on a column', 'grant update (body) on totrinh.event to totrinh_app'],
    ['a right for everybody', 'grant select on totrinh.person to public'],
    ['a right to create', 'grant create on schema totrinh to totrinh_app'],
    ['a membership', 'grant totrinh_owner to totrinh_app'],
    ['a constraint', `alter table totrinh.item add check (no > 0)`],
    ['a column', 'alter table totrinh.item add column later text'],
    ['a default', `alter table totrinh.item alter column title set default ''`],
    ['a function', `create or replace function totrinh.refuse_change() returns trigger language plpgsql as 'begin return new; end'`],
    ['a table', 'create table totrinh.later (id int)'],
    ['a view', 'create view totrinh.later as select 1 as one'],
  ])('is seen to differ by %s', async (_what, sql) => {
    const before = await dump();
    await house.look('begin');
    for (const statement of sql.includes("'begin") ? [sql] : sql.split(';')) await house.look(statement);
    expect(await dump()).not.toBe(before);
    await house.look('rollback');
    expect(await dump()).toBe(before);
  });
});

describe('the entities', () => {
  test('agree with the catalogue: every table, every column, its type, whether it may be null, and the key', async () => {
    const catalogue = await house.look<{ line: string }>(`
      select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then '' else ' null' end || case when k.oid is null then '' else ' key' end as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey)
      where n.nspname = 'totrinh' and c.relkind = 'r' and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped order by 1`);
    const mapped = house.source.entityMetadatas.flatMap((entity) => entity.columns.map((column) => {
      const type = house.source.driver.normalizeType(column);
      const told = type === 'timestamp with time zone' ? `timestamp(${column.precision}) with time zone` : `${type}${column.isArray ? '[]' : ''}`;
      return `${entity.tableName}.${column.databaseName} ${told}${column.isNullable ? ' null' : ''}${column.isPrimary ? ' key' : ''}`;
    }));
    expect(mapped.sort()).toEqual(catalogue.map((row) => row.line).sort());
    expect(house.source.entityMetadatas).toHaveLength(ENTITIES.length);
  });

  test('can be read, each of them', async () => {
    for (const entity of ENTITIES) expect(Array.isArray(await house.source.getRepository(entity).find({ take: 1 }))).toBe(true);
  });
});

describe('who may do what in the database', () => {
  const refusedTo = async (url: string, sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(sql);
      return 'done';
    } catch (fault) {
      return (fault as { code?: string }).code ?? String(fault);
    } finally {
      await client.end();
    }
  };
  const APPEND_ONLY = ['act', 'event', 'decision', 'document', 'manifest', 'register_number', 'route_version', 'participant', 'meeting_paper'];
  const TAMPERING = [...APPEND_ONLY, 'event_private'].flatMap((table) => [`delete from totrinh.${table}`, `truncate totrinh.${table} cascade`, `update totrinh.${table} set ${table === 'event_private' ? `value = 'khác', salt = 'khác'` : COLUMN[table]}`]);
  const DENIED = '42501';
  const BY_TRIGGER = '23000';

  test.each(TAMPERING)('the application may not: %s; and a trigger refuses the owner and the superuser', async (sql) => {
    expect(await refusedTo(house.postgres.appUrl, sql)).toBe(DENIED);
    expect(await refusedTo(house.postgres.ownerUrl, sql)).toBe(BY_TRIGGER);
    expect(await refusedTo(house.postgres.superUrl.replace(/\/postgres$/, '/totrinh'), sql)).toBe(BY_TRIGGER);
  });

  test.each([
    'create table totrinh.mine (id int)', 'create table public.mine (id int)', 'create schema mine', 'create temporary table mine (id int)', 'alter table totrinh.event disable trigger all', 'drop table totrinh.event',
    'create index mine on totrinh.event (type)', 'drop trigger event_append_only on totrinh.event', 'create function totrinh.mine() returns int language sql as $$ select 1 $$', 'set role totrinh_owner', 'set session_replication_role = replica',
    'delete from totrinh.dossier', 'delete from totrinh.absence', `update totrinh.absence set substitute_id = 'quan-tri'`, 'delete from totrinh.notice', `update totrinh.notice set kind = 'x'`, 'delete from totrinh.meeting', 'delete from totrinh.task', 'delete from totrinh.idempotency_key', 'update totrinh.idempotency_key set status = 500', 'select * from totrinh.migration', `select setval('totrinh.dossier_no', 1)`,
  ])('the application may not: %s', async (sql) => {
    expect(await refusedTo(house.postgres.appUrl, sql)).toBe(DENIED);
  });

  test.each([
    ['become void with a reason', `state = 'void', reason = 'MẪU' where number = 15`, 'done'],
    ['not become void without one', `state = 'void' where number = 15`, '23514'],
    ['not become void and say something else', `state = 'void', reason = 'MẪU', text = 'x' where number = 15`, BY_TRIGGER],
    ['not change its text', `text = 'x' where number = 15`, BY_TRIGGER],
    ['not go back to given elsewhere', `state = 'elsewhere' where number = 15`, BY_TRIGGER],
    ['be recorded, given elsewhere, for a dossier', `state = 'recorded', text = 'x', dossier_id = (select id from totrinh.dossier limit 1) where number = 12`, 'done'],
    ['not be recorded for none', `state = 'recorded' where number = 12`, '23514'],
    ['not become given', `state = 'given', dossier_id = (select id from totrinh.dossier limit 1) where number = 12`, BY_TRIGGER],
  ])('a number in a register may %s', async (_what, change, answer) => {
    for (const url of [house.postgres.appUrl, house.postgres.ownerUrl]) expect(await refusedTo(url, `update totrinh.register_number set ${change}`)).toBe(answer);
  });

  test('words can be erased by the owner and never put back', async () => {
    const [word] = await house.look<{ dossier_id: string; seq: number; field: string }>('select dossier_id, seq, field from totrinh.event_private limit 1');
    const where = `where dossier_id = '${word?.dossier_id}' and seq = ${word?.seq} and field = '${word?.field}'`;
    expect(await refusedTo(house.postgres.ownerUrl, `update totrinh.event_private set salt = null, value = null ${where}`)).toBe('done');
    expect(await refusedTo(house.postgres.ownerUrl, `update totrinh.event_private set salt = null, value = null, field = 'other' ${where}`)).toBe(BY_TRIGGER);
    expect(await refusedTo(house.postgres.ownerUrl, `update totrinh.event_private set salt = null ${where}`)).toBe(BY_TRIGGER);
  });
});
