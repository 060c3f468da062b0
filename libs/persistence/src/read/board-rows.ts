import { findRule, standingLimits, type DueExplanation, type TaskPurpose } from '@totrinh/domain';
import { loadRoute } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';
import { leadersIn, type Reckoning } from './reckoning.ts';
import { IS_ADMINISTRATOR, MAY_SEE, type Viewer } from './viewer.ts';

/** Which ones: null does not matter. On the board of deadlines `unit` is the one in whose hands they lie, on the leaders' the one that leads. */
export interface BoardWish { readonly unit: string | null; readonly route: string | null }

const PURPOSE = `coalesce(t.more ->> 'purpose', 'work')`;
const OPEN_TASKS = `totrinh.task t join totrinh.step s on s.id = t.step_id and s.state = 'open' join totrinh.dossier d on d.id = t.dossier_id and d.status = 'open'`;

/** The post by which somebody has an open task: the holder's, or while nobody holds it that of the first who may. */
const SEAT = (column: string): string => `(select p.${column} from totrinh.task_candidate c join totrinh.appointment a on a.id = c.appointment_id join totrinh.post p on p.id = a.post_id
  where c.task_id = t.id and not c.helper and (t.holder is null or c.person_id = t.holder) order by c.sort limit 1)`;

/**
 * Every open task that the viewer ($1, $2 day) may see and that has a term or lies before leaders ($9–$12), with its standing at $3: by the limits $4 and $5, or
 * by those of a lead unit with a calendar of its own ($6–$8). Opinions on the side have no term. `$13` route.
 */
export const OPEN_ROWS = `select t.id as task, s.id as step, d.id as dossier, s.due_at, s.opened_at, d.lead_unit_id as lead_unit, coalesce(t.unit_id, ${SEAT('unit_id')}, d.lead_unit_id) as unit, l.path is not null as leaders,
    case when d.more #>> '{suspended,until}' is not null then 'paused' when s.due_at <= $3::timestamptz then 'late' when s.due_at <= coalesce(o.due, $4::timestamptz) then 'due'
      when s.due_at <= coalesce(o.soon, $5::timestamptz) then 'soon' else 'onTime' end as standing
  from ${OPEN_TASKS}
    left join unnest($6::text[], $7::timestamptz[], $8::timestamptz[]) as o(unit, due, soon) on o.unit = d.lead_unit_id
    left join unnest($9::text[], $10::int[], $11::text[], $12::text[]) as l(route, version, path, purpose) on l.route = d.route_id and l.version = d.route_version and l.path = s.path and l.purpose = ${PURPOSE}
  where t.state = 'open' and ${PURPOSE} <> 'aside' and (s.due_at is not null or l.path is not null) and ($13::text is null or d.route_id = $13) and (${IS_ADMINISTRATOR} or ${MAY_SEE})`;

/** The values of OPEN_ROWS. */
export async function openRowValues(tx: Tx, viewer: Viewer, now: Date, reckoning: Reckoning, route: string | null): Promise<readonly unknown[]> {
  const { soon, base, overlays } = reckoning;
  const limits = standingLimits({ calendar: base, now, soon });
  const own = [...overlays].map(([unit, calendar]) => ({ unit, ...standingLimits({ calendar, now, soon }) }));
  const leaders = await leadersSteps(tx, reckoning);
  return [
    viewer.person, viewer.day, now, limits.due, limits.soon, own.map((o) => o.unit), own.map((o) => o.due), own.map((o) => o.soon),
    leaders.map((l) => l.route), leaders.map((l) => l.version), leaders.map((l) => l.path), leaders.map((l) => l.purpose), route,
  ];
}

type StepRow = Row & { readonly route: string; readonly version: number; readonly semantics: number; readonly path: string; readonly purpose: TaskPurpose };

/** Steps of published routes that lie open before leaders: by the rules, which PostgreSQL does not know. */
async function leadersSteps(tx: Tx, reckoning: Reckoning): Promise<readonly StepRow[]> {
  const open = await tx.read<StepRow>(`select distinct d.route_id as route, d.route_version as version, d.route_semantics as semantics, s.path, ${PURPOSE} as purpose from ${OPEN_TASKS} where t.state = 'open' and d.route_id is not null`);
  const found: StepRow[] = [];
  for (const row of open) {
    const { rules } = await loadRoute(tx, { id: row.route, version: row.version, semantics: row.semantics });
    if (leadersIn(reckoning, findRule(rules, row.path), [row.purpose])) found.push(row);
  }
  return found;
}

/** Somebody or something with its name. */
interface Ref { readonly id: string; readonly name: string }

/** A rung that has spoken: at which instant, for which, how many were told, and how many reminders had been sent by then. */
export interface SpokenRung { readonly ladder: string; readonly name: string; readonly n: number; readonly at: Date; readonly effectiveAt: string; readonly told: number; readonly reminders: number }
/** What comes next: a rung of the ladder, or the step's end by time. */
export interface RungAhead { readonly kind: 'ladder' | 'lapse'; readonly name: string | null; readonly n: number; readonly at: Date }
/** What somebody said to the lateness; the words are null where they were erased. */
export interface Explained { readonly by: { readonly person: string; readonly name: string }; readonly at: Date; readonly reason: string | null }

/** One open task on a board, with everything that its line shows. */
export interface BoardTask {
  readonly task: string;
  readonly step: { readonly id: string; readonly path: string; readonly kind: string; readonly round: number; readonly title: { vi: string; en: string } | null };
  readonly dossier: { readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: Ref };
  readonly unit: Ref | null;
  /** The body of whoever has it, where it lies before one. */
  readonly body: Ref | null;
  /** Told only to the person, the heads of the unit, the office and administrators: nobody else counts people's lateness. */
  readonly holder: { readonly person: string; readonly name: string } | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly due: DueExplanation | null;
  readonly pausedUntil: string | null;
  readonly last: SpokenRung | null;
  readonly next: RungAhead | null;
  /** How many were sent in this step. */
  readonly reminders: number;
  readonly explained: Explained | null;
}

type BoardRow = Row & Omit<BoardTask, 'step' | 'last' | 'next' | 'explained'> & {
  readonly step: { id: string; path: string; kind: string; round: number }; readonly route: { id: string; version: number; semantics: number };
  readonly last: (Omit<SpokenRung, 'at'> & { at: string }) | null; readonly next: (Omit<RungAhead, 'at'> & { at: string }) | null; readonly explained: (Omit<Explained, 'at'> & { at: string }) | null;
};

/** Instants inside JSON, as the rest of the code writes them. */
const iso = (instant: string): string => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const latestOf = (type: string): string => `select e.seq, e.at, e.body::json -> 'data' as data from totrinh.event e where e.dossier_id = x.dossier and e.type = '${type}' and e.body::json #>> '{data,step}' = x.step::text order by e.seq desc limit 1`;

/** The lines of these tasks (rows `x` of OPEN_ROWS, already cut to a page); $1 and $2 are the viewer. */
export const boardLines = (page: string, order: string): string => `select x.task, x.due_at as "dueAt", x.opened_at as "openedAt", s.due, d.more #>> '{suspended,until}' as "pausedUntil",
    json_build_object('id', s.id, 'path', s.path, 'kind', s.kind, 'round', s.round) as step, json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
    json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier,
    case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit, case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as body,
    case when h.id is not null then json_build_object('person', h.id, 'name', h.name) end as holder,
    (select count(*)::int from totrinh.rung r where r.step_id = s.id and r.reminded) as reminders,
    case when f.at is not null then json_build_object('ladder', f.data ->> 'ladder', 'name', f.data ->> 'name', 'n', f.data -> 'n', 'at', ${iso('f.at')}, 'effectiveAt', f.data ->> 'effectiveAt', 'told', json_array_length(f.data -> 'told'), 'reminders', f.data -> 'reminders') end as last,
    (select json_build_object('kind', r.kind, 'name', r.name, 'n', r.n, 'at', ${iso('r.due_at')}) from totrinh.rung r where r.step_id = s.id and r.kind in ('ladder', 'lapse') and r.fired_at is null and r.void_at is null order by r.due_at, r.id limit 1) as next,
    case when w.at is not null then json_build_object('by', json_build_object('person', wp.id, 'name', wp.name), 'at', ${iso('w.at')}, 'reason', (select v.value from totrinh.event_private v where v.dossier_id = x.dossier and v.seq = w.seq and v.field = 'reason')) end as explained
  from (${page}) x join totrinh.step s on s.id = x.step join totrinh.dossier d on d.id = x.dossier join totrinh.task t on t.id = x.task join totrinh.unit lu on lu.id = d.lead_unit_id
    left join totrinh.unit u on u.id = x.unit left join totrinh.body b on b.id = ${SEAT('body_id')}
    left join totrinh.person h on h.id = t.holder and (t.holder = $1 or exists (select 1 from totrinh.appointment ha join totrinh.post hp on hp.id = ha.post_id
      where ha.person_id = $1 and ha.valid_from <= $2::date and (ha.valid_to is null or ha.valid_to > $2::date) and (hp.role = 'admin' or (hp.role in ('head', 'deputy') and hp.unit_id = x.unit)
        or hp.unit_id = d.roles #>> '{units,issuing}' or (hp.role = 'secretary' and hp.body_id in (select k.value from jsonb_each_text(d.roles -> 'bodies') k)))))
    left join lateral (${latestOf('rung.fired')}) f on true left join lateral (${latestOf('lateness.explained')}) w on true left join totrinh.person wp on wp.id = w.data ->> 'by'
  order by ${order}`;

/** Reads lines with the titles that their routes give the steps. */
export async function readLines(tx: Tx, sql: string, values: readonly unknown[]): Promise<BoardTask[]> {
  const rows = await tx.read<BoardRow>(sql, values);
  const lines: BoardTask[] = [];
  for (const { route, step, last, next, explained, ...row } of rows) {
    const title = findRule((await loadRoute(tx, route)).rules, step.path)?.title ?? null;
    lines.push({ ...row, step: { ...step, title }, last: last && { ...last, at: new Date(last.at) }, next: next && { ...next, at: new Date(next.at) }, explained: explained && { ...explained, at: new Date(explained.at) } });
  }
  return lines;
}
