import { bulkActs, findRule, urgencyOf, type BulkAct, type PinnedRoute, type Route, type TaskPurpose, type ToldKind, type Trouble, type Urgency } from '@totrinh/domain';
import { loadRoute } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';
import type { Named } from './dossier-parts.ts';
import { PURPOSE, TERM } from './queue-mine.ts';
import { leadersIn, type Reckoning } from './reckoning.ts';

interface Ref { readonly id: string; readonly name: string }
interface Step { readonly path: string; readonly kind: string; readonly round: number; readonly title: { vi: string; en: string } | null }

/** One line of a desk: a task's, or where `task` is null a dossier's. */
export interface DeskLine {
  readonly id: string; readonly task: string | null; readonly code: string; readonly at: Date; readonly dueAt: Date | null;
  readonly dossier: { readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: Ref; readonly status: 'open' | 'done' | 'rejected' | 'cancelled'; readonly number: string | null; readonly round: number };
  readonly step: Step | null; readonly unit: Ref | null; readonly purpose: TaskPurpose | null; readonly holder: Named | null;
  readonly open: boolean; readonly seen: boolean; readonly openedAt: Date | null; readonly pausedUntil: string | null; readonly moving: boolean;
  /** It lies before leaders or a body, who are never late. */
  readonly leaders: boolean; readonly urgency: Urgency; readonly asHelper: boolean; readonly inSteadOf: Named | null; readonly byAuthorityOf: Named | null;
  /** With `holder` and the path, what the task's entity tag is made of. */
  readonly cause: number | null; readonly manifest: string | null; readonly bulk: readonly BulkAct[];
  readonly settled: { readonly outcome: string | null; readonly label: string | null; readonly by: Named | null } | null;
  readonly told: { readonly kind: ToldKind; readonly read: boolean; readonly notice: string | null; readonly by: Named | null } | null;
  readonly trouble: Trouble | null;
  /** Whose the task was, where nobody may do it any more. */
  readonly left: readonly Named[];
}

type LineRow = Row & Omit<DeskLine, 'step' | 'leaders' | 'urgency' | 'bulk' | 'settled'> & {
  readonly path: string | null; readonly kind: string; readonly stepRound: number; readonly route: PinnedRoute | null; readonly said: string | null; readonly outcome: string | null; readonly by: Named | null; readonly stead: string | null; readonly state: string | null;
};

const named = (alias: string): string => `case when ${alias}.id is not null then json_build_object('person', ${alias}.id, 'name', ${alias}.name) end`;

/** The lines of rows `x`, already cut to a page (`page`), in the same order. */
export const linesSql = (page: string, order: string): string => `with x as materialized (${page})
  select x.id, x.total, x.task, x.code, x.at, x.due as "dueAt", x.trouble, x.stead, t.state, x.helper as "asHelper", d.more #>> '{suspended,until}' as "pausedUntil", d.more #>> '{fields,urgency}' as said, d.pending <> '[]'::jsonb as moving,
    json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name), 'status', d.status, 'number', d.number, 'round', d.round) as dossier,
    s.path, s.kind, s.round as "stepRound", s.cause, d.manifest, case when d.route_id is not null then json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) end as route,
    case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit, case when t.id is not null then ${PURPOSE} end as purpose, ${named('h')} as holder, coalesce(t.state = 'open', false) as open,
    coalesce(t.seen, true) as seen, t.opened_at as "openedAt", case when not x.lent then ${named('a')} end as "inSteadOf", case when x.lent then ${named('a')} end as "byAuthorityOf", dc.outcome, ${named('b')} as by,
    case when x.told is not null then json_build_object('kind', x.told ->> 'kind', 'read', (x.told ->> 'read')::boolean, 'notice', x.told ->> 'notice', 'by', ${named('tb')}) end as told,
    case when x.trouble = 'ownerless' then (select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) order by c.sort), '[]') from totrinh.task_candidate c join totrinh.person p on p.id = c.person_id
      where c.task_id = t.id and (t.holder = c.person_id or (t.holder is null and not c.helper))) else '[]' end as left
  from x join totrinh.dossier d on d.id = x.dossier join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.task t on t.id = x.task left join totrinh.step s on s.id = t.step_id left join totrinh.unit u on u.id = t.unit_id
    left join totrinh.person h on h.id = t.holder left join totrinh.person a on a.id = x.stead left join totrinh.decision dc on dc.task_id = x.task left join totrinh.person b on b.id = dc.actor left join totrinh.person tb on tb.id = x.told ->> 'by'
  order by ${order}`;

/** What the rules add to the rows: titles, standing before leaders, urgency, what may be done in bulk. */
export async function linesOf(tx: Tx, rows: readonly LineRow[], reckoning: Reckoning, viewer: string): Promise<DeskLine[]> {
  const lines: DeskLine[] = [];
  for (const { path, kind, stepRound, route, said, outcome, by, stead, state, ...row } of rows) {
    const rules = route && (await loadRoute(tx, route)).rules;
    const rule = path === null || rules === null ? undefined : findRule(rules, path);
    const { purpose, holder } = row;
    const isWork = rule !== undefined && rule.kind !== 'end' && rule.kind !== 'choice';
    const held = holder !== null;
    const place = purpose && { purpose, unit: row.unit?.id ?? null, held, mine: held && (holder.person === viewer || holder.person === stead), helper: row.asHelper, paused: row.pausedUntil !== null };
    lines.push({
      ...row, step: path === null ? null : { path, kind, round: stepRound, title: rule?.title ?? null }, leaders: purpose !== null && leadersIn(reckoning, rule, [purpose]), urgency: urgencyOf(said, countsHours(rule, reckoning)),
      bulk: row.open && isWork && place && row.trouble === null ? bulkActs(rule, place) : [], settled: state === 'open' || state === null ? null : { outcome, label: labelOf(rule, outcome), by },
    });
  }
  return lines;
}

type Rule = ReturnType<typeof findRule>;
const countsHours = (rule: Rule, reckoning: Reckoning): boolean => rule !== undefined && 'ladder' in rule && rule.ladder !== undefined && reckoning.urgent.has(rule.ladder);
const labelOf = (rule: Rule, outcome: string | null): string | null => (outcome !== null && rule && 'labels' in rule ? (rule.labels?.[outcome] ?? null) : null);

/** Where a dossier lies: an open step with whoever has it, told apart by units. */
export interface DeskPlace {
  readonly dossier: string; readonly step: Step; readonly unit: Ref | null; readonly people: readonly Named[]; readonly offered: boolean; readonly since: Date; readonly dueAt: Date | null; readonly pausedUntil: string | null;
  readonly leaders: boolean; readonly leadUnit: string; readonly hours: boolean;
}

type PlaceRow = Row & Omit<DeskPlace, 'step' | 'leaders' | 'hours'> & { readonly path: string; readonly kind: string; readonly round: number; readonly route: PinnedRoute; readonly purposes: readonly TaskPurpose[] };

/** The open steps of these dossiers, the nearest term first: holders before those who may take what is offered. Steps that only hold others are none. */
export async function placesOf(tx: Tx, dossiers: readonly string[], reckoning: Reckoning): Promise<DeskPlace[]> {
  if (dossiers.length === 0) return [];
  const rows = await tx.read<PlaceRow>(
    `select d.id as dossier, s.path, s.kind, s.round, s.opened_at as since, min(case when t.id is null then s.due_at else ${TERM} end) as "dueAt", d.more #>> '{suspended,until}' as "pausedUntil", d.lead_unit_id as "leadUnit",
       json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route, case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
       coalesce(bool_and(t.holder is null) filter (where t.id is not null), false) as offered, coalesce(json_agg(distinct ${PURPOSE}) filter (where t.id is not null), '[]') as purposes,
       (select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) order by p.id), '[]') from totrinh.person p where p.id in (select coalesce(o.holder, c.person_id) from totrinh.task o
          join totrinh.task_candidate c on c.task_id = o.id and not c.helper where o.dossier_id = d.id and o.step_id = s.id and o.state = 'open' and o.unit_id is not distinct from u.id and coalesce(o.more ->> 'purpose', 'work') <> 'aside')) as people
     from totrinh.dossier d join totrinh.step s on s.dossier_id = d.id and s.state = 'open' and s.kind not in ('parallel', 'route')
       left join totrinh.task t on t.dossier_id = d.id and t.step_id = s.id and t.state = 'open' and ${PURPOSE} <> 'aside' left join totrinh.unit u on u.id = t.unit_id
     where d.id = any($1::uuid[]) and d.status = 'open' and d.route_id is not null group by d.id, s.id, u.id order by "dueAt" nulls last, s.opened, u.id`, [dossiers]);
  const places: DeskPlace[] = [];
  for (const { path, kind, round, route, purposes, ...row } of rows) {
    const rule = findRule((await loadRoute(tx, route)).rules as Route, path);
    places.push({ ...row, step: { path, kind, round, title: rule?.title ?? null }, leaders: leadersIn(reckoning, rule, purposes), hours: countsHours(rule, reckoning) });
  }
  return places;
}
export type { LineRow };
