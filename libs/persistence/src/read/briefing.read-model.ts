import { findRule, type PinnedRoute } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import { loadRoute } from '../ledger/routes.ts';
import type { Row } from '../tx.ts';
import type { Explained } from './board-rows.ts';
import { readReckoning, type Reckoning } from './reckoning.ts';
import { IS_ADMINISTRATOR, MAY_SEE, pageFrom, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A lateness that goes to the leadership's next briefing; the title only where the viewer may see the dossier. */
export interface BriefingEntry {
  readonly id: string;
  readonly dossier: { readonly id: string; readonly code: string; readonly title: string | null; readonly leadUnit: { readonly id: string; readonly name: string } };
  readonly step: { readonly id: string; readonly path: string; readonly title: { vi: string; en: string } | null };
  readonly unit: { readonly id: string; readonly name: string };
  /** When the ladder put it here. */
  readonly since: Date;
  readonly dueAt: Date | null;
  /** When the step ended; null while it is open. */
  readonly endedAt: Date | null;
  readonly reminders: number;
  readonly explained: Explained | null;
  readonly heardOn: string | null;
}
export interface BriefingKey { readonly at: string; readonly id: string }

type EntryRow = Row & Omit<BriefingEntry, 'step' | 'explained'> & { readonly step: { id: string; path: string }; readonly route: PinnedRoute; readonly explained: (Omit<Explained, 'at'> & { at: string }) | null };

/** Staff of the office that issues it, members and secretaries of its bodies, administrators. Expects the person as $1 and the day as $2. */
export const HEARS_BRIEFING = `exists (select 1 from totrinh.appointment ba join totrinh.post bp on bp.id = ba.post_id where ba.person_id = $1 and ba.valid_from <= $2::date and (ba.valid_to is null or ba.valid_to > $2::date)
  and (bp.role = 'admin' or bp.unit_id = d.roles #>> '{units,issuing}' or bp.body_id in (select k.value from jsonb_each_text(d.roles -> 'bodies') k)))`;

/** "What does the leadership hear at its next briefing?" (QĐ 847/QĐ-UBND 2023 of Hanoi: pressed three times, then reported). */
export class BriefingReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Entries that were not heard yet, the oldest first; with `heard` those that were, too. What has ended meanwhile stays until it is heard. */
  page(viewer: Viewer, heard: boolean, wish: PageWish<BriefingKey>): Promise<PageFound<BriefingEntry, BriefingKey> & { readonly reckoning: Reckoning }> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const rows = await tx.read<EntryRow>(
        `select g.id, g.at as since, g.heard_on::text as "heardOn", s.due_at as "dueAt", case when s.state <> 'open' then coalesce(s.settled_at, d.last_at) end as "endedAt",
           json_build_object('id', d.id, 'code', d.code, 'title', case when ${IS_ADMINISTRATOR} or ${MAY_SEE} then d.title end, 'leadUnit', json_build_object('id', lu.id, 'name', lu.name)) as dossier,
           json_build_object('id', s.id, 'path', s.path) as step, json_build_object('id', d.route_id, 'version', d.route_version, 'semantics', d.route_semantics) as route,
           (select json_build_object('id', u.id, 'name', u.name) from totrinh.unit u where u.id = coalesce(
             (select coalesce(t.unit_id, p.unit_id) from totrinh.task t left join totrinh.task_candidate c on c.task_id = t.id and not c.helper and (t.holder is null or c.person_id = t.holder)
                left join totrinh.appointment a on a.id = c.appointment_id left join totrinh.post p on p.id = a.post_id
              where t.step_id = s.id order by t.state = 'open' desc, t.opened, c.sort limit 1), d.lead_unit_id)) as unit,
           (select count(*)::int from totrinh.rung r where r.step_id = s.id and r.reminded) as reminders,
           (select json_build_object('by', json_build_object('person', p.id, 'name', p.name), 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', w.value)
              from totrinh.event e join totrinh.person p on p.id = e.body::json #>> '{data,by}' left join totrinh.event_private w on w.dossier_id = e.dossier_id and w.seq = e.seq and w.field = 'reason'
              where e.dossier_id = d.id and e.type = 'lateness.explained' and e.body::json #>> '{data,step}' = s.id::text order by e.seq desc limit 1) as explained
         from totrinh.briefing g join totrinh.dossier d on d.id = g.dossier_id join totrinh.step s on s.id = g.step_id join totrinh.unit lu on lu.id = d.lead_unit_id
         where ${HEARS_BRIEFING} and ($3::boolean or g.heard_on is null) and ($4::timestamptz is null or (g.at, g.id) > ($4::timestamptz, $5::uuid)) order by g.at, g.id limit $6`,
        [viewer.person, viewer.day, heard, wish.after?.at ?? null, wish.after?.id ?? null, wish.limit + 1]);
      const entries: BriefingEntry[] = [];
      for (const { route, step, explained, ...row } of rows) {
        const title = findRule((await loadRoute(tx, route)).rules, step.path)?.title ?? null;
        entries.push({ ...row, step: { ...step, title }, explained: explained && { ...explained, at: new Date(explained.at) } });
      }
      return { ...pageFrom(entries, wish.limit, (e) => ({ at: e.since.toISOString(), id: e.id })), reckoning: await readReckoning(tx) };
    });
  }
}

