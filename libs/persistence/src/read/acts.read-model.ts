import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { IS_ADMINISTRATOR, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

export interface SeenAct { readonly id: string; readonly verb: string; readonly target: string; readonly dossier: string | null; readonly actor: string; readonly correlationId: string; readonly at: Date }

/** "Which acts stand in the record?": one's own; an administrator sees all. */
export class ActsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Acts whose correlation id begins with `prefix` (null: all), in the order in which they were recorded, and how many there are. */
  page(viewer: Viewer, prefix: string | null, wish: PageWish<string>): Promise<PageFound<SeenAct, string> & { readonly count: number }> {
    // A range instead of LIKE, so that the index on correlation ids serves a prepared statement; ids are ASCII.
    const beyond = prefix === null ? null : prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
    const mine = `($3::text is null or (a.correlation_id ~>=~ $3 and a.correlation_id ~<~ $4)) and (a.actor = $1 or ${IS_ADMINISTRATOR})`;
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenAct>(
        `select a.id, a.verb, a.target, a.dossier_id as dossier, a.actor, a.correlation_id as "correlationId", a.at
         from totrinh.act a where ${mine} and ($5::uuid is null or a.id > $5::uuid) order by a.id limit $6`, [viewer.person, viewer.day, prefix, beyond, wish.after, wish.limit + 1]);
      const counted = await tx.read<{ n: number }>(`select count(*)::int as n from totrinh.act a where ${mine}`, [viewer.person, viewer.day, prefix, beyond]);
      return { ...pageFrom(rows, wish.limit, (a) => a.id), count: counted[0]?.n ?? 0 };
    });
  }
}
