import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { maySee } from './case.read-model.ts';
import type { Named } from './dossier-parts.ts';
import type { NoticeKey } from './notices.read-model.ts';
import { IS_ADMINISTRATOR, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'dead';

/** A letter or webhook, with the people and endpoints named; `nextTry` while it waits. */
export interface SeenDelivery {
  readonly id: string; readonly channel: 'email' | 'webhook'; readonly kind: string; readonly state: DeliveryState; readonly at: Date; readonly attempts: number; readonly sentAt: Date | null; readonly nextTry: Date | null;
  readonly possibleDouble: boolean; readonly lastError: string | null; readonly dossier: string | null; readonly person: Named | null; readonly endpoint: { readonly id: string; readonly name: string } | null;
}

/** An endpoint without its secret; `waiting` and `dead` count deliveries. */
export interface SeenEndpoint {
  readonly id: string; readonly name: string; readonly url: string; readonly kinds: readonly string[] | null; readonly withTitles: boolean; readonly createdBy: Named; readonly at: Date; readonly endedAt: Date | null;
  readonly waiting: number; readonly dead: number;
}

/** What somebody was told of a dossier, and what became of it outside. */
export interface SeenTold {
  readonly id: string; readonly kind: string; readonly at: Date; readonly person: Named; readonly readAt: Date | null; readonly step: string | null;
  readonly outside: readonly { readonly channel: 'email' | 'webhook'; readonly endpoint: string | null; readonly state: DeliveryState; readonly attempts: number; readonly sentAt: string | null; readonly possibleDouble: boolean }[];
}

/** "What has left the house, and what could not?" */
export class DeliveriesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Deliveries in one state, the oldest first; null for whoever is no administrator. */
  page(viewer: Viewer, state: DeliveryState, wish: PageWish<NoticeKey>): Promise<PageFound<SeenDelivery, NoticeKey> | null> {
    return reading(this.#source, async (tx) => {
      if ((await tx.read(`select 1 where ${IS_ADMINISTRATOR}`, [viewer.person, viewer.day])).length === 0) return null;
      const rows = await tx.read<Row & SeenDelivery>(
        `select v.id, v.channel, v.kind, v.state, v.at, v.attempts, v.sent_at as "sentAt", case when v.state in ('waiting', 'sending') then v.next_try end as "nextTry", v.possible_double as "possibleDouble", v.last_error as "lastError",
           d.code as dossier, case when p.id is not null then json_build_object('person', p.id, 'name', p.name) end as person, case when e.id is not null then json_build_object('id', e.id, 'name', e.name) end as endpoint
         from totrinh.delivery v left join totrinh.dossier d on d.id = v.dossier_id left join totrinh.person p on p.id = v.person_id left join totrinh.webhook_endpoint e on e.id = v.endpoint_id
         where v.state = $1 and ($2::timestamptz is null or (v.at, v.id) > ($2::timestamptz, $3::uuid)) order by v.at, v.id limit $4`, [state, wish.after?.at ?? null, wish.after?.id ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (v) => ({ at: v.at.toISOString(), id: v.id }));
    });
  }

  /** Every endpoint, those that were ended last; null for whoever is no administrator. */
  endpoints(viewer: Viewer): Promise<readonly SeenEndpoint[] | null> {
    return reading(this.#source, async (tx) => {
      if ((await tx.read(`select 1 where ${IS_ADMINISTRATOR}`, [viewer.person, viewer.day])).length === 0) return null;
      return tx.read<Row & SeenEndpoint>(
        `select e.id, e.name, e.url, e.kinds, e.with_titles as "withTitles", json_build_object('person', p.id, 'name', p.name) as "createdBy", e.at, e.ended_at as "endedAt",
           (select count(*)::int from totrinh.delivery v where v.endpoint_id = e.id and v.state in ('waiting', 'sending')) as waiting, (select count(*)::int from totrinh.delivery v where v.endpoint_id = e.id and v.state = 'dead') as dead
         from totrinh.webhook_endpoint e join totrinh.person p on p.id = e.created_by order by e.ended_at nulls first, e.name`);
    });
  }

  /** Who was told what of a dossier, in the order of telling; null where there is none for the viewer. */
  told(viewer: Viewer, dossier: string, wish: PageWish<NoticeKey>): Promise<PageFound<SeenTold, NoticeKey> | null> {
    return reading(this.#source, async (tx) => {
      if (!(await maySee(tx, viewer, dossier))) return null;
      const rows = await tx.read<Row & SeenTold>(
        `select n.id, n.kind, n.at, json_build_object('person', p.id, 'name', p.name) as person, n.read_at as "readAt", s.path as step,
           (select coalesce(json_agg(json_build_object('channel', v.channel, 'endpoint', e.name, 'state', v.state, 'attempts', v.attempts, 'sentAt', to_char(v.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'possibleDouble', v.possible_double)
             order by v.channel, e.name), '[]') from totrinh.delivery v left join totrinh.webhook_endpoint e on e.id = v.endpoint_id where v.notice_id = n.id) as outside
         from totrinh.notice n join totrinh.person p on p.id = n.person_id left join totrinh.step s on s.id = n.step_id
         where n.dossier_id = $1 and ($2::timestamptz is null or (n.at, n.id) > ($2::timestamptz, $3::uuid)) order by n.at, n.id limit $4`, [dossier, wish.after?.at ?? null, wish.after?.id ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (n) => ({ at: n.at.toISOString(), id: n.id }));
    });
  }
}
