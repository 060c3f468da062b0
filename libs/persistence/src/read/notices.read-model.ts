import { USUAL_PREFERENCES, type NoticePreferences } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { MAY_SEE, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** Something the viewer was told; the dossier only where they may see it, `step` by its path. */
export interface SeenNotice {
  readonly id: string; readonly kind: string; readonly at: Date; readonly readAt: Date | null; readonly dossier: { readonly id: string; readonly code: string; readonly title: string } | null;
  readonly step: string | null; readonly task: string | null; readonly data: Readonly<Row>;
}
export interface NoticeKey { readonly at: string; readonly id: string }

/** How the viewer is told: `address` is where letters go, `mailIsOn` whether this house sends any. */
export interface SeenPreferences extends NoticePreferences { readonly address: string | null; readonly mailIsOn: boolean }

/** "What was I told?" */
export class NoticesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The viewer's notices, the latest first; `unread`: those only that were not read. */
  page(viewer: Viewer, wish: PageWish<NoticeKey>, unread = false): Promise<PageFound<SeenNotice, NoticeKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenNotice>(
        `select n.id, n.kind, n.at, n.read_at as "readAt", case when d.id is not null then json_build_object('id', d.id, 'code', d.code, 'title', d.title) end as dossier,
           case when d.id is not null then s.path end as step, case when d.id is not null then n.task_id end as task, n.data
         from totrinh.notice n left join totrinh.dossier d on d.id = n.dossier_id and ${MAY_SEE} left join totrinh.step s on s.id = n.step_id
         where n.person_id = $1 and (not $6::boolean or n.read_at is null) and ($3::timestamptz is null or (n.at, n.id) < ($3::timestamptz, $4::uuid)) order by n.at desc, n.id desc limit $5`,
        [viewer.person, viewer.day, wish.after?.at ?? null, wish.after?.id ?? null, wish.limit + 1, unread]);
      return pageFrom(rows, wish.limit, (n) => ({ at: n.at.toISOString(), id: n.id }));
    });
  }

  /** How many the viewer has not read, by kind. */
  async unreadByKind(viewer: Viewer): Promise<Readonly<Record<string, number>>> {
    const rows = await reading(this.#source, (tx) => tx.read<{ kind: string; n: number }>('select kind, count(*)::int as n from totrinh.notice where person_id = $1 and read_at is null group by kind order by kind', [viewer.person]));
    return Object.fromEntries(rows.map((r) => [r.kind, r.n]));
  }

  /** How many the viewer has not read. */
  async unread(viewer: Viewer): Promise<number> {
    const rows = await reading(this.#source, (tx) => tx.read<{ n: number }>('select count(*)::int as n from totrinh.notice where person_id = $1 and read_at is null', [viewer.person]));
    return rows[0]?.n ?? 0;
  }

  /** How the viewer is told outside of the application. */
  async preferences(viewer: Viewer): Promise<SeenPreferences> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & SeenPreferences>(
      `select p.email as address, exists (select 1 from totrinh.outside_channel where channel = 'email' and is_on) as "mailIsOn",
         coalesce(f.email, $2) as email, coalesce(f.language, $3) as language, coalesce(f.digest, $4::boolean) as digest, coalesce(f.quiet, '{}') as quiet
       from totrinh.person p left join totrinh.notice_preference f on f.person_id = p.id where p.id = $1`, [viewer.person, USUAL_PREFERENCES.email, USUAL_PREFERENCES.language, USUAL_PREFERENCES.digest]));
    return rows[0] ?? { ...USUAL_PREFERENCES, address: null, mailIsOn: false };
  }
}
