import type { DataSource } from 'typeorm';
import type { NumberState } from '../ledger/registers.ts';
import type { Row } from '../tx.ts';
import { HOLDS_A_POST, MAY_SEE, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A series of a register; `given` counts those of dossiers, `missing` names numbers below `next` without a row (at most 100): there must be none. */
export interface SeenSeries { readonly series: string; readonly first: number; readonly next: number; readonly lastOn: string | null; readonly given: number; readonly missing: readonly number[] }
export interface SeenRegister { readonly id: string; readonly issuer: string; readonly type: string; readonly regime: 'party' | 'state'; readonly notation: string; readonly term: string; readonly gives: boolean; readonly series: readonly SeenSeries[] }
/** A number's row; `dossier` only where the viewer may see it, `reason` where it is void. */
export interface SeenNumber { readonly series: string; readonly number: number; readonly text: string; readonly givenOn: string; readonly dossier: string | null; readonly act: string; readonly state: NumberState; readonly reason: string | null }
export interface NumberKey { readonly series: string; readonly number: number }

/** "What do the registers say, and is any number missing?": for everybody who holds a post today. */
export class RegistersReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<string>): Promise<PageFound<SeenRegister, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenRegister>(
        `select r.id, r.issuer, r.type, r.regime, r.notation, r.term, r.gives,
           (select coalesce(json_agg(json_build_object('series', s.series, 'first', s.first, 'next', s.next, 'lastOn', s.last_on::text,
              'given', (select count(*) from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.state in ('given', 'recorded')),
              'missing', (select coalesce(json_agg(m.number), '[]') from (select g.number from generate_series(s.first, s.next - 1) as g(number)
                 where not exists (select 1 from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.number = g.number) order by g.number limit 100) m))
              order by s.series), '[]') from totrinh.register_series s where s.register_id = r.id) as series
         from totrinh.register r where ${HOLDS_A_POST} and ($3::text is null or r.id > $3) order by r.id limit $4`, [viewer.person, viewer.day, wish.after, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (r) => r.id);
    });
  }

  /** Null where there is no such register for the viewer. `series` null: all. */
  numbers(viewer: Viewer, register: string, series: string | null, wish: PageWish<NumberKey>): Promise<PageFound<SeenNumber, NumberKey> | null> {
    return reading(this.#source, async (tx) => {
      const known = await tx.read<Row>(`select 1 from totrinh.register r where ${HOLDS_A_POST} and r.id = $3`, [viewer.person, viewer.day, register]);
      if (known.length === 0) return null;
      const rows = await tx.read<Row & SeenNumber>(
        `select n.series, n.number, n.text, n.given_on::text as "givenOn", n.act_id as act, n.state, n.reason, d.id as dossier
         from totrinh.register_number n left join totrinh.dossier d on d.id = n.dossier_id and ${MAY_SEE}
         where n.register_id = $3 and ($4::text is null or n.series = $4) and ($5::text is null or (n.series, n.number) > ($5, $6::int)) order by n.series, n.number limit $7`,
        [viewer.person, viewer.day, register, series, wish.after?.series ?? null, wish.after?.number ?? null, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (n) => ({ series: n.series, number: n.number }));
    });
  }
}
