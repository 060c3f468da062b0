/** Asks the catalogue; each row has one text, `line`. */
export type AskLines = (sql: string) => Promise<readonly { readonly line: string }[]>;

const IN_SCHEMA = `n.nspname = 'totrinh'`;

/** What pg_catalog knows of the schema, part by part; each query answers lines in an order of their own. */
const PARTS: readonly (readonly [string, string])[] = [
  ['tables and columns', `
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attidentity <> '' then ' identity' else '' end || case when a.attgenerated <> '' then ' generated' else '' end
      || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation::text else '' end as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${IN_SCHEMA} and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attname`],
  ['relations, their kinds, options and owners', `
    select c.relname || ' ' || c.relkind::text || case when c.relpersistence <> 'p' then ' ' || c.relpersistence::text else '' end || coalesce(' ' || array_to_string(c.reloptions, ','), '')
      || case when c.relrowsecurity then ' row security' else '' end || ' owner ' || pg_get_userbyid(c.relowner) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${IN_SCHEMA} and c.relkind <> 'i' order by c.relname`],
  ['constraints', `
    select c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where ${IN_SCHEMA} and k.contype <> 'n' order by c.relname, k.conname`],
  ['indexes', `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${IN_SCHEMA} order by c.relname`],
  ['triggers', `
    select pg_get_triggerdef(t.oid) || case when t.tgenabled <> 'O' then ' enabled ' || t.tgenabled::text else '' end as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${IN_SCHEMA} and not t.tgisinternal order by c.relname, t.tgname`],
  ['functions', `
    select p.oid::regprocedure::text || ' ' || regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g') as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${IN_SCHEMA} order by p.proname, p.oid::regprocedure::text`],
  ['sequences', `
    select c.relname || ' ' || format_type(s.seqtypid, null) || ' start ' || s.seqstart || ' increment ' || s.seqincrement || case when s.seqcycle then ' cycle' else '' end as line
    from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace where ${IN_SCHEMA} order by c.relname`],
  ['types', `
    select t.typname || ' ' || t.typtype::text as line from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
    where ${IN_SCHEMA} and t.typtype <> 'b' and coalesce(c.relkind, 'c') = 'c' order by t.typname`],
  ['rights', `
    select line from (
      select c.relname || ' ' || coalesce(nullif(x.grantee::regrole::text, '-'), 'public') || ' ' || string_agg(lower(x.privilege_type) || case when x.is_grantable then '*' else '' end, ', ' order by x.privilege_type) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where ${IN_SCHEMA} and x.grantee <> c.relowner group by c.relname, x.grantee
      union all select c.relname || '.' || a.attname || ' ' || coalesce(nullif(x.grantee::regrole::text, '-'), 'public') || ' ' || lower(x.privilege_type)
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) x where ${IN_SCHEMA}
      union all select 'schema ' || n.nspname || ' ' || coalesce(nullif(x.grantee::regrole::text, '-'), 'public') || ' ' || lower(x.privilege_type) from pg_namespace n, aclexplode(n.nspacl) x where ${IN_SCHEMA} and x.grantee <> n.nspowner
      union all select 'function ' || p.oid::regprocedure::text || ' ' || coalesce(nullif(x.grantee::regrole::text, '-'), 'public') || ' ' || lower(x.privilege_type) from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) x where ${IN_SCHEMA} and x.grantee <> p.proowner
      union all select 'by default ' || d.defaclobjtype::text || ' ' || d.defaclacl::text from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace where n.oid is null or ${IN_SCHEMA}
    ) rights order by line`],
  ['roles', `
    select rolname || case when rolsuper then ' superuser' else '' end || case when rolcreatedb then ' createdb' else '' end || case when rolcreaterole then ' createrole' else '' end
      || case when rolbypassrls then ' bypassrls' else '' end || case when rolreplication then ' replication' else '' end
      || coalesce((select ' in ' || string_agg(m.roleid::regrole::text, ', ' order by m.roleid::regrole::text) from pg_auth_members m where m.member = r.oid), '') as line
    from pg_roles r where rolname in ('totrinh_owner', 'totrinh_app') order by rolname`],
];

/**
 * Everything of the schema that a migration can change, as text that is the same on every machine: columns, constraints, indexes
 * (also partial ones and those on expressions), triggers, functions, sequences, rights. Compared with `libs/persistence/schema.txt`.
 */
export async function dumpSchema(ask: AskLines): Promise<string> {
  const parts: string[] = [];
  for (const [title, sql] of PARTS) {
    const lines = (await ask(sql)).map((row) => row.line);
    parts.push([`# ${title}`, ...lines].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
