import type { Route } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { pageFrom, reading, type PageFound, type PageWish } from './viewer.ts';

export interface SeenRoute { readonly id: string; readonly version: number; readonly semantics: number; readonly title: { readonly vi: string; readonly en: string }; readonly sha256: string; readonly publishedAt: Date; readonly publishedBy: string }
export interface SeenRouteVersion extends SeenRoute { readonly source: string; readonly rules: Route }

const HEAD = `r.route_id as id, r.version, r.semantics, r.rules -> 'title' as title, r.sha256, r.published_at as "publishedAt", r.published_by as "publishedBy"`;

/** "By which rules do dossiers run?": published routes are open to everybody who is in the directory. */
export class RoutesReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest version of each route. */
  page(wish: PageWish<string>): Promise<PageFound<SeenRoute, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenRoute>(`select distinct on (r.route_id) ${HEAD} from totrinh.route_version r where $1::text is null or r.route_id > $1 order by r.route_id, r.version desc limit $2`, [wish.after, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (r) => r.id);
    });
  }

  async find(id: string, version: number): Promise<SeenRouteVersion | null> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & SeenRouteVersion>(`select ${HEAD}, r.source, r.rules from totrinh.route_version r where r.route_id = $1 and r.version = $2`, [id, version]));
    return rows[0] ?? null;
  }
}
