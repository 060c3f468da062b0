import type { PinnedRoute } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { loadRoute } from '../ledger/routes.ts';
import type { Row } from '../tx.ts';
import { pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A task in somebody's queue, with the columns its entity tag is made of. */
export interface QueuedTask {
  readonly id: string;
  readonly dossier: { readonly id: string; readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: { readonly id: string; readonly name: string } };
  readonly step: { readonly path: string; readonly kind: string; readonly round: number; readonly title: { vi: string; en: string } | null };
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly holder: string | null;
  readonly seen: boolean;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly cause: number;
  readonly manifest: string | null;
}

export interface QueueKey { readonly openedAt: string; readonly id: string }

type QueueRow = Row & Omit<QueuedTask, 'step'> & { path: string; kind: string; round: number; route: PinnedRoute };

/** "What waits for me?": open tasks that the viewer holds or may claim, oldest first. */
export class QueueReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<QueueKey>): Promise<PageFound<QueuedTask, QueueKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<QueueRow>(
        `select t.id, t.holder, t.seen, t.opened_at as "openedAt", s.due_at as "dueAt", s.path, s.kind, s.round, s.cause, d.manifest,
           json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier,
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
           json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route
         from totrinh.task_candidate c join totrinh.task t on t.id = c.task_id join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id
           join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.unit u on u.id = t.unit_id
         where c.person_id = $1 and c.open and (t.holder is null or t.holder = $1)
           and ($2::timestamptz is null or (t.opened_at, t.id) > ($2::timestamptz, $3::uuid))
         order by t.opened_at, t.id limit $4`,
        [viewer.person, wish.after?.openedAt ?? null, wish.after?.id ?? null, wish.limit + 1]);
      const items: QueuedTask[] = [];
      for (const { path, kind, round, route, ...task } of rows) {
        const rule = (await loadRoute(tx, route)).rules.steps[path];
        items.push({ ...task, step: { path, kind, round, title: rule?.title ?? null } });
      }
      return pageFrom(items, wish.limit, (t) => ({ openedAt: t.openedAt.toISOString(), id: t.id }));
    });
  }
}
