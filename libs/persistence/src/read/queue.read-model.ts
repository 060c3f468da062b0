import { findRule, type DueExplanation, type PinnedRoute, type TaskPurpose } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { loadRoute } from '../ledger/routes.ts';
import type { Row } from '../tx.ts';
import { DUE, MINE, WAITS } from './queue-mine.ts';
import { leadersIn, readReckoning, type Reckoning } from './reckoning.ts';
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
  /** How the due instant came about. */
  readonly due: DueExplanation | null;
  readonly pausedUntil: string | null;
  /** Its step lies before leaders or a body, who are never late. */
  readonly leaders: boolean;
  readonly cause: number;
  readonly manifest: string | null;
  /** The viewer helps in it (receives it for the unit, prepares it) and does not answer it. */
  readonly asHelper: boolean;
  /** The absent person whose task it is, while the viewer substitutes them. */
  readonly inSteadOf: { readonly person: string; readonly name: string } | null;
  /** Whoever let the viewer act in it in writing (TUQ). */
  readonly byAuthorityOf: { readonly person: string; readonly name: string } | null;
}

/** `dueAt` null: the task has no term. */
export interface QueueKey { readonly dueAt: string | null; readonly openedAt: string; readonly id: string }

type QueueRow = Row & Omit<QueuedTask, 'step' | 'leaders'> & { purpose: TaskPurpose; path: string; kind: string; round: number; route: PinnedRoute };

/** What the viewer wants to see of it; null does not matter. `dueBefore` is an instant, `offered` tells held tasks from those that may be claimed. */
export interface QueueFilter { readonly kind: string | null; readonly dossierKind: string | null; readonly leadUnit: string | null; readonly offered: boolean | null; readonly dueBefore: Date | null }
const ALL: QueueFilter = { kind: null, dossierKind: null, leadUnit: null, offered: null, dueBefore: null };

/** "What waits for me?": open tasks that the viewer holds, may claim or helps in, and those of whom they substitute; each once, the nearest deadline first, those without a term last, equal ones in the order of coming. */
export class QueueReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<QueueKey>, filter: QueueFilter = ALL): Promise<PageFound<QueuedTask, QueueKey> & { readonly reckoning: Reckoning }> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<QueueRow>(
        `select distinct on (${DUE}, t.opened_at, t.id) t.id, t.holder, t.seen, t.opened_at as "openedAt", s.due_at as "dueAt", s.due, d.more #>> '{suspended,until}' as "pausedUntil", coalesce(t.more ->> 'purpose', 'work') as purpose, s.path, s.kind, s.round, s.cause, d.manifest,
           json_build_object('id', d.id, 'code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier,
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
           json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
           c.helper as "asHelper", case when a.id is not null and c.verbs is null then json_build_object('person', a.id, 'name', a.name) end as "inSteadOf",
           case when a.id is not null and c.verbs is not null then json_build_object('person', a.id, 'name', a.name) end as "byAuthorityOf"
         from (${MINE}) c join totrinh.task t on t.id = c.task_id join totrinh.step s on s.id = t.step_id join totrinh.dossier d on d.id = t.dossier_id
           join totrinh.unit lu on lu.id = d.lead_unit_id left join totrinh.unit u on u.id = t.unit_id left join totrinh.person a on a.id = c.stead
         where ${WAITS} and ($5::uuid is null or (${DUE}, t.opened_at, t.id) > (coalesce($3::timestamptz, 'infinity'::timestamptz), $4::timestamptz, $5::uuid))
           and ($7::text is null or s.kind = $7) and ($8::text is null or d.kind = $8) and ($9::text is null or d.lead_unit_id = $9) and ($10::boolean is null or (t.holder is null) = $10) and ($11::timestamptz is null or s.due_at <= $11)
         order by ${DUE}, t.opened_at, t.id, c.helper, c.stead nulls first, c.verbs nulls first limit $6`,
        [viewer.person, viewer.day, wish.after?.dueAt ?? null, wish.after?.openedAt ?? null, wish.after?.id ?? null, wish.limit + 1, filter.kind, filter.dossierKind, filter.leadUnit, filter.offered, filter.dueBefore]);
      const reckoning = await readReckoning(tx);
      const items: QueuedTask[] = [];
      for (const { path, kind, round, route, purpose, ...task } of rows) {
        const rule = findRule((await loadRoute(tx, route)).rules, path);
        items.push({ ...task, leaders: leadersIn(reckoning, rule, [purpose]), step: { path, kind, round, title: rule?.title ?? null } });
      }
      return { ...pageFrom(items, wish.limit, (t) => ({ dueAt: t.dueAt?.toISOString() ?? null, openedAt: t.openedAt.toISOString(), id: t.id })), reckoning };
    });
  }
}
