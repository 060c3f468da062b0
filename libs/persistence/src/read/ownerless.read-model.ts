import { findRule, type PinnedRoute } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { OWNERLESS } from '../ledger/circumstances.ts';
import { loadRoute } from '../ledger/routes.ts';
import type { Row } from '../tx.ts';
import type { Named } from './dossier-parts.ts';
import { pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** An open task that nobody may do today; `left`: whose it was. */
export interface OwnerlessTaskSeen {
  readonly id: string;
  readonly dossier: { readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: { readonly id: string; readonly name: string } };
  readonly step: { readonly path: string; readonly kind: string; readonly round: number; readonly title: { vi: string; en: string } | null };
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly left: readonly Named[];
  readonly holder: string | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly cause: number;
  readonly manifest: string | null;
}
export interface OwnerlessKey { readonly openedAt: string; readonly id: string }

type Found = Row & Omit<OwnerlessTaskSeen, 'step'> & { path: string; kind: string; round: number; route: PinnedRoute };

const heldBy = (person: string, day: string): string => `from totrinh.appointment va join totrinh.post vp on vp.id = va.post_id where va.person_id = ${person} and va.valid_from <= ${day}::date and (va.valid_to is null or va.valid_to > ${day}::date)`;
/** The head or a deputy of the unit where it lies, the office of the dossier and the secretaries of its bodies, an administrator: those who may reassign it. */
export const mayReassign = (person: string, day: string): string => `exists (select 1 ${heldBy(person, day)} and (vp.role = 'admin' or (vp.unit_id = t.unit_id and vp.role in ('head', 'deputy')) or vp.unit_id = d.roles #>> '{units,issuing}'
  or (vp.role = 'secretary' and vp.body_id in (select b.value from jsonb_each_text(d.roles -> 'bodies') b))))`;

/** "What lies here that nobody may do any more?", since its people have left their posts: for those who may give it to somebody else, the oldest first. */
export class OwnerlessReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<OwnerlessKey>): Promise<PageFound<OwnerlessTaskSeen, OwnerlessKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Found>(
        `select t.id, t.holder, t.opened_at as "openedAt", s.due_at as "dueAt", s.path, s.kind, s.round, s.cause, d.manifest,
           json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier,
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
           json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
           (select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) order by c.sort), '[]') from totrinh.task_candidate c join totrinh.person p on p.id = c.person_id
             where c.task_id = t.id and (t.holder = c.person_id or (t.holder is null and not c.helper))) as left
         from totrinh.task t join totrinh.dossier d on d.id = t.dossier_id join totrinh.step s on s.id = t.step_id join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.unit u on u.id = t.unit_id
         where ${OWNERLESS} and ${mayReassign('$2', '$1')} and ($4::uuid is null or (t.opened_at, t.id) > ($3::timestamptz, $4::uuid)) order by t.opened_at, t.id limit $5`,
        [viewer.day, viewer.person, wish.after?.openedAt ?? null, wish.after?.id ?? null, wish.limit + 1]);
      const items: OwnerlessTaskSeen[] = [];
      for (const { path, kind, round, route, ...task } of rows) items.push({ ...task, step: { path, kind, round, title: findRule((await loadRoute(tx, route)).rules, path)?.title ?? null } });
      return pageFrom(items, wish.limit, (t) => ({ openedAt: t.openedAt.toISOString(), id: t.id }));
    });
  }
}
