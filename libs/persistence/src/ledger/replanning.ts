import type { DueExplanation, PinnedRoute, PlannedRung } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** Which calendar holds now: for each unit that has an overlay its own key, for all others the base. */
export interface KeysNow { readonly base: string; readonly overlays: ReadonlyMap<string, string> }

/** An open step with a rung that waits on another calendar than the one that holds now; instants of `waiting` are ISO. */
export interface StaleStep extends Row {
  readonly id: string; readonly dossier: string; readonly path: string; readonly dueAt: Date | null; readonly due: DueExplanation | null; readonly openedAt: Date;
  readonly waiting: readonly PlannedRung[];
  readonly fired: readonly { readonly name: string; readonly n: number }[];
  /** Whether it was said that the term has passed. */
  readonly passed: boolean;
  /** The version of the ladder that its latest rung keeps, such as `standard:1`; null without one. */
  readonly ladder: string | null;
  readonly route: PinnedRoute; readonly leadUnit: string;
  /** Whether the office has been asked about a date of the dossier. */
  readonly asked: boolean;
  readonly seq: number; readonly headHash: string; readonly lastAt: Date;
}

const WAITS = 'r.fired_at is null and r.void_at is null';
/** Keys among waiting rungs, each found by one step down the index. */
const KEYS = `with recursive keys(key) as (
  (select r.calendar from totrinh.rung r where ${WAITS} and r.calendar is not null order by r.calendar limit 1)
  union all select (select r.calendar from totrinh.rung r where ${WAITS} and r.calendar > k.key order by r.calendar limit 1) from keys k where k.key is not null)`;

/**
 * Ids after `after` of dossiers with a rung that waits on an older calendar, in their order, read without locks. A key that holds for nobody is looked up
 * alone; the base's own also among the dossiers of units that have an overlay by now.
 */
export async function staleDossiers(tx: Tx, now: KeysNow, after: string, limit: number): Promise<string[]> {
  const rows = await tx.read<Row & { dossier: string }>(
    `${KEYS} select dossier from (
       select x.dossier from keys k cross join lateral (
         select distinct r.dossier_id as dossier from totrinh.rung r where ${WAITS} and r.calendar = k.key and r.dossier_id > $4::uuid order by 1 limit $5) x where k.key <> $1 and k.key <> all($3::text[])
       union select y.dossier from (
         select d.id as dossier from totrinh.dossier d where d.lead_unit_id = any($2::text[]) and d.status = 'open' and d.id > $4::uuid
           and exists (select 1 from totrinh.rung r where ${WAITS} and r.calendar = $1 and r.dossier_id = d.id) order by 1 limit $5) y) s order by 1 limit $5`,
    [now.base, [...now.overlays.keys()], [...now.overlays.values()], after, limit]);
  return rows.map((r) => r.dossier);
}

/** How many dossiers have a rung that waits on an older calendar. */
export async function countStale(tx: Tx, now: KeysNow): Promise<number> {
  const rows = await tx.read<Row & { n: number }>(
    `${KEYS} select count(*)::int as n from (
       select r.dossier_id from totrinh.rung r where ${WAITS} and r.calendar in (select k.key from keys k where k.key <> $1 and k.key <> all($3::text[]))
       union select d.id from totrinh.dossier d join totrinh.rung r on r.dossier_id = d.id and ${WAITS} and r.calendar = $1 where d.lead_unit_id = any($2::text[]) and d.status = 'open') s`,
    [now.base, [...now.overlays.keys()], [...now.overlays.values()]]);
  return rows[0]?.n ?? 0;
}

/** The stale steps of locked dossiers that are open, run on a route and are not suspended, in the order of dossiers. */
export function staleSteps(tx: Tx, dossiers: readonly string[], now: KeysNow): Promise<StaleStep[]> {
  return tx.read<StaleStep>(
    `select s.id, s.dossier_id as dossier, s.path, s.due_at as "dueAt", s.due, s.opened_at as "openedAt", x.waiting, x.fired, x.passed, x.ladder,
       json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route, d.lead_unit_id as "leadUnit",
       coalesce(d.more -> 'proposals' @> '[{"verb": "moveDue"}]', false) as asked, d.seq, d.head_hash as "headHash", d.last_at as "lastAt"
     from totrinh.dossier d left join unnest($2::text[], $3::text[]) as o(unit, key) on o.unit = d.lead_unit_id join totrinh.step s on s.dossier_id = d.id and s.state = 'open'
     cross join lateral (
       select coalesce(json_agg(json_strip_nulls(json_build_object('id', r.id, 'kind', r.kind, 'at', to_char(r.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'ladder', r.ladder, 'name', r.name, 'n', r.n)))
           filter (where ${WAITS}), '[]') as waiting,
         coalesce(json_agg(json_build_object('name', r.name, 'n', r.n)) filter (where r.kind = 'ladder' and r.fired_at is not null and not r.outgrown), '[]') as fired,
         coalesce(bool_or(r.kind = 'overdue' and r.fired_at is not null and not r.outgrown), false) as passed, (array_agg(r.ladder order by r.id desc) filter (where r.ladder is not null))[1] as ladder,
         bool_or(${WAITS} and r.calendar <> coalesce(o.key, $4)) as stale
       from totrinh.rung r where r.step_id = s.id) x
     where d.id = any($1) and d.status = 'open' and d.route_id is not null and not jsonb_exists(d.more, 'suspended') and x.stale order by d.id, s.opened`,
    [dossiers, [...now.overlays.keys()], [...now.overlays.values()], now.base]);
}

/** A step that was reckoned anew. Rungs that bear the id of a waiting one move it, the others are new; `gone`: waiting ones that wait no more. */
export interface ReplannedStep { readonly id: string; readonly dossier: string; readonly dueAt: Date | null; readonly due: DueExplanation | null; readonly moved: readonly PlannedRung[]; readonly fresh: readonly PlannedRung[]; readonly gone: readonly string[] }

/** Writes terms and rungs of many steps of locked dossiers with at most four statements. What is said about them is the caller's to append. */
export function writeReplanned(tx: Tx, steps: readonly ReplannedStep[], at: Date): void {
  if (steps.length === 0) return;
  tx.write('update totrinh.step s set due_at = n.at, due = coalesce(n.due, s.due) from unnest($1::uuid[], $2::timestamptz[], $3::jsonb[]) as n(id, at, due) where s.id = n.id',
    [steps.map((s) => s.id), steps.map((s) => s.dueAt), steps.map((s) => s.due && JSON.stringify(s.due))]);
  const moved = steps.flatMap((s) => s.moved);
  if (moved.length > 0) {
    tx.write('update totrinh.rung r set due_at = m.at, calendar = m.calendar, ladder = m.ladder, n = m.n from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::int[]) as m(id, at, calendar, ladder, n) where r.id = m.id',
      [moved.map((r) => r.id), moved.map((r) => r.at), moved.map((r) => r.calendar ?? null), moved.map((r) => r.ladder ?? null), moved.map((r) => r.n ?? 1)]);
  }
  const gone = steps.flatMap((s) => s.gone);
  if (gone.length > 0) tx.write('update totrinh.rung set void_at = $2::timestamptz where id = any($1::uuid[])', [gone, at]);
  const rungs = steps.flatMap((s) => s.fresh.map((r) => ({ ...r, step: s.id, dossier: s.dossier })));
  if (rungs.length === 0) return;
  tx.write(
    `insert into totrinh.rung (id, dossier_id, step_id, kind, due_at, calendar, ladder, name, n)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::int[])`,
    [rungs.map((r) => r.id), rungs.map((r) => r.dossier), rungs.map((r) => r.step), rungs.map((r) => r.kind), rungs.map((r) => r.at), rungs.map((r) => r.calendar ?? null), rungs.map((r) => r.ladder ?? null),
      rungs.map((r) => r.name ?? null), rungs.map((r) => r.n ?? 1)]);
}
