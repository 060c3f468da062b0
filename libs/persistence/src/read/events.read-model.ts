import type { DataSource } from 'typeorm';
import type { Row, Tx } from '../tx.ts';
import { maySee } from './case.read-model.ts';
import { pageFrom, readingOneSnapshot, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** An event as a reader sees it: its structural data, and its words (null where they were erased). */
export interface SeenEvent {
  readonly seq: number; readonly type: string; readonly at: Date; readonly act: string | null; readonly by: string; readonly byName: string | null;
  readonly data: Readonly<Record<string, unknown>>; readonly words: Readonly<Record<string, string | null>>; readonly hash: string;
}

/** "What happened in this dossier?": its events in the order of the chain. */
export class EventsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Null where there is no such dossier for the viewer. The key is the sequence of the last event of the page before. */
  page(viewer: Viewer, dossier: string, wish: PageWish<number>): Promise<PageFound<SeenEvent, number> | null> {
    return readingOneSnapshot(this.#source, async (tx) => ((await maySee(tx, viewer, dossier)) ? readEvents(tx, dossier, wish) : null));
  }
}

export async function readEvents(tx: Tx, dossier: string, wish: PageWish<number>): Promise<PageFound<SeenEvent, number>> {
  const rows = await tx.read<Row & SeenEvent>(
    `select e.seq, e.type, e.at, e.act_id as act, e.body::json ->> 'by' as by, p.name as "byName", e.body::json -> 'data' as data, e.hash,
       (select coalesce(json_object_agg(w.field, w.value), '{}') from totrinh.event_private w where w.dossier_id = e.dossier_id and w.seq = e.seq) as words
     from totrinh.event e left join totrinh.person p on p.id = e.body::json ->> 'by'
     where e.dossier_id = $1 and e.seq > $2 order by e.seq limit $3`, [dossier, wish.after ?? 0, wish.limit + 1]);
  return pageFrom(rows, wish.limit, (e) => e.seq);
}
