import { findRule, type PinnedRoute } from '@totrinh/domain';
import { loadRoute } from '../ledger/routes.ts';
import type { Row, Tx } from '../tx.ts';

interface Ref { readonly id: string; readonly name: string }
interface Named { readonly person: string; readonly name: string }

/** An open step: since when, with whom (whoever holds its tasks, or may), in which units; `body` where it lies before one. */
export interface WhereStep {
  readonly path: string; readonly kind: string; readonly title: { readonly vi: string; readonly en: string } | null; readonly since: Date; readonly people: readonly Named[]; readonly units: readonly Ref[]; readonly body: Ref | null;
}
/** Where a dossier lies. Between two steps it has none; `since` is then the last thing that was done. */
export interface ItemWhere { readonly steps: readonly WhereStep[]; readonly since: Date; readonly moving: boolean }

type StepRow = Row & Omit<WhereStep, 'title' | 'body'> & { readonly dossier: string; readonly bodies: readonly (Ref | null)[]; readonly route: PinnedRoute };

/** Where these open dossiers lie; whoever asks may see them. */
export async function readWhere(tx: Tx, dossiers: readonly string[]): Promise<ReadonlyMap<string, ItemWhere>> {
  if (dossiers.length === 0) return new Map();
  const heads = await tx.read<Row & { id: string; lastAt: Date; moving: boolean }>(`select d.id, d.last_at as "lastAt", (d.pending <> '[]'::jsonb) as moving from totrinh.dossier d where d.id = any($1) and d.status = 'open'`, [dossiers]);
  const rows = await tx.read<StepRow>(
    `select s.dossier_id as dossier, s.path, s.kind, s.opened_at as since, json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
       coalesce(json_agg(distinct jsonb_build_object('person', p.id, 'name', p.name)) filter (where p.id is not null), '[]') as people,
       coalesce(json_agg(distinct jsonb_build_object('id', u.id, 'name', u.name)) filter (where u.id is not null), '[]') as units,
       coalesce(json_agg(distinct jsonb_build_object('id', b.id, 'name', b.name)) filter (where b.id is not null), '[]') as bodies
     from totrinh.step s join totrinh.dossier d on d.id = s.dossier_id left join totrinh.task t on t.step_id = s.id and t.state = 'open' and coalesce(t.more ->> 'purpose', 'work') <> 'aside'
       left join totrinh.task_candidate c on c.task_id = t.id and c.open and not c.helper and (t.holder is null or t.holder = c.person_id) left join totrinh.person p on p.id = coalesce(t.holder, c.person_id)
       left join totrinh.appointment a on a.id = c.appointment_id left join totrinh.post o on o.id = a.post_id left join totrinh.unit u on u.id = coalesce(t.unit_id, o.unit_id) left join totrinh.body b on b.id = o.body_id
     where s.dossier_id = any($1) and s.state = 'open' and s.kind not in ('parallel', 'route') group by s.id, d.id order by s.opened_at, s.id`, [dossiers]);
  const steps = new Map<string, WhereStep[]>();
  for (const { dossier, route, bodies, ...step } of rows) {
    const title = findRule((await loadRoute(tx, route)).rules, step.path)?.title ?? null;
    steps.set(dossier, [...(steps.get(dossier) ?? []), { ...step, title, body: bodies.length === 1 ? (bodies[0] ?? null) : null }]);
  }
  return new Map(heads.map((h) => [h.id, { steps: steps.get(h.id) ?? [], since: steps.get(h.id)?.[0]?.since ?? h.lastAt, moving: h.moving }]));
}
