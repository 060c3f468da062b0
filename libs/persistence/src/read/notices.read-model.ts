import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { MAY_SEE, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** Something the viewer was told; the dossier only where they may see it. */
export interface SeenNotice { readonly id: string; readonly kind: string; readonly at: Date; readonly readAt: Date | null; readonly dossier: { readonly id: string; readonly code: string; readonly title: string } | null }
export interface NoticeKey { readonly at: string; readonly id: string }

/** "What was I told?" */
export class NoticesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The viewer's notices, the latest first. */
  page(viewer: Viewer, wish: PageWish<NoticeKey>): Promise<PageFound<SeenNotice, NoticeKey>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenNotice>(
        `select n.id, n.kind, n.at, n.read_at as "readAt", case when d.id is not null then json_build_object('id', d.id, 'code', d.code, 'title', d.title) end as dossier
         from totrinh.notice n left join totrinh.dossier d on d.id = n.dossier_id and ${MAY_SEE}
         where n.person_id = $1 and ($3::timestamptz is null or (n.at, n.id) < ($3::timestamptz, $4::uuid)) order by n.at desc, n.id desc limit $5`,
        [viewer.person, viewer.day, wish.after?.at ?? null, wish.after?.id ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (n) => ({ at: n.at.toISOString(), id: n.id }));
    });
  }

  /** How many the viewer has not read. */
  async unread(viewer: Viewer): Promise<number> {
    const rows = await reading(this.#source, (tx) => tx.read<{ n: number }>('select count(*)::int as n from totrinh.notice where person_id = $1 and read_at is null', [viewer.person]));
    return rows[0]?.n ?? 0;
  }
}
