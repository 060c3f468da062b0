import type { DataSource } from 'typeorm';
import type { NumberState } from '../ledger/registers.ts';
import type { Row } from '../tx.ts';
import { HOLDS_A_POST, MAY_SEE, pageFrom, reading, type PageFound, type PageWish, type Viewer } from './viewer.ts';

/** A series of a register; `given` counts those of dossiers, `missing` names numbers below `next` without a row (at most 100): there must be none. */
export interface SeenSeries { readonly series: string; readonly first: number; readonly next: number; readonly lastOn: string | null; readonly given: number; readonly missing: readonly number[] }
export interface SeenRegister { readonly id: string; readonly issuer: string; readonly type: string; readonly regime: 'party' | 'state'; readonly notation: string; readonly term: string; readonly gives: boolean; readonly keeps: boolean; readonly series: readonly SeenSeries[] }
interface Ref { readonly id: string; readonly name: string }
/** What was numbered: who signed it for the authority, which units it went to. */
export interface NumberedDocument { readonly code: string; readonly title: string; readonly kind: string; readonly leadUnit: Ref; readonly signers: readonly { readonly person: string; readonly name: string }[]; readonly recipients: readonly Ref[] }
/** A number's row; `dossier` and `document` only where the viewer may see the dossier, `reason` where it is void. */
export interface SeenNumber { readonly series: string; readonly number: number; readonly text: string; readonly givenOn: string; readonly dossier: string | null; readonly act: string; readonly state: NumberState; readonly reason: string | null; readonly document: NumberedDocument | null }
/** Which rows; null does not matter, both days count. */
export interface NumberWish { readonly series: string | null; readonly from: string | null; readonly to: string | null; readonly state: NumberState | null }
export interface NumberKey { readonly series: string; readonly number: number }

/** Whether the viewer keeps register `r`: the clerk, head or deputy of its issuer, or of an office that issues in it. */
const KEEPS = `exists (select 1 from totrinh.appointment ka join totrinh.post kp on kp.id = ka.post_id where ka.person_id = $1 and ka.valid_from <= $2::date and (ka.valid_to is null or ka.valid_to > $2::date)
  and kp.role in ('clerk', 'van-thu', 'head', 'deputy') and (kp.unit_id = r.issuer or exists (select 1 from totrinh.item ki where ki.register_issuer = r.issuer and ki.register_type = r.type and ki.issuing_unit_id = kp.unit_id)))`;
/** Lead unit and cooperating units of dossier `d`, in their order. */
const RECIPIENTS = `(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by n.no), '[]')
  from (select distinct on (x.id) x.id, x.no from (select d.lead_unit_id as id, 0 as no union all select c.value, c.no::int from jsonb_array_elements_text(coalesce(d.roles #> '{groups,cooperating}', '[]')) with ordinality as c(value, no)) x order by x.id, x.no) n join totrinh.unit u on u.id = n.id)`;
const SIGNERS = `(select coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) order by x.seq), '[]') from totrinh.decision x join totrinh.step s on s.id = x.step_id join totrinh.person p on p.id = x.principal
  where x.dossier_id = d.id and x.outcome = 'signed' and s.state = 'settled' and s.opened = (select max(l.opened) from totrinh.step l where l.dossier_id = d.id and l.kind = 'sign' and l.state = 'settled'))`;

/** "What do the registers say, and is any number missing?": for everybody who holds a post today. */
export class RegistersReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  page(viewer: Viewer, wish: PageWish<string>): Promise<PageFound<SeenRegister, string>> {
    return reading(this.#source, async (tx) => {
      const rows = await tx.read<Row & SeenRegister>(
        `select r.id, r.issuer, r.type, r.regime, r.notation, r.term, r.gives, ${KEEPS} as keeps,
           (select coalesce(json_agg(json_build_object('series', s.series, 'first', s.first, 'next', s.next, 'lastOn', s.last_on::text,
              'given', (select count(*) from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.state in ('given', 'recorded')),
              'missing', (select coalesce(json_agg(m.number), '[]') from (select g.number from generate_series(s.first, s.next - 1) as g(number)
                 where not exists (select 1 from totrinh.register_number n where n.register_id = s.register_id and n.series = s.series and n.number = g.number) order by g.number limit 100) m))
              order by s.series), '[]') from totrinh.register_series s where s.register_id = r.id) as series
         from totrinh.register r where ${HOLDS_A_POST} and ($3::text is null or r.id > $3) order by r.id limit $4`, [viewer.person, viewer.day, wish.after, wish.limit + 1]);
      return pageFrom(rows, wish.limit, (r) => r.id);
    });
  }

  /** Null where there is no such register for the viewer. */
  numbers(viewer: Viewer, register: string, { series, from, to, state }: NumberWish, wish: PageWish<NumberKey>): Promise<PageFound<SeenNumber, NumberKey> | null> {
    return reading(this.#source, async (tx) => {
      const known = await tx.read<Row>(`select 1 from totrinh.register r where ${HOLDS_A_POST} and r.id = $3`, [viewer.person, viewer.day, register]);
      if (known.length === 0) return null;
      const rows = await tx.read<Row & SeenNumber>(
        `select n.series, n.number, n.text, n.given_on::text as "givenOn", n.act_id as act, n.state, n.reason, d.id as dossier,
           case when d.id is not null then json_build_object('code', d.code, 'title', d.title, 'kind', d.kind, 'leadUnit', (select json_build_object('id', l.id, 'name', l.name) from totrinh.unit l where l.id = d.lead_unit_id), 'signers', ${SIGNERS}, 'recipients', ${RECIPIENTS}) end as document
         from totrinh.register_number n left join totrinh.dossier d on d.id = n.dossier_id and ${MAY_SEE}
         where n.register_id = $3 and ($4::text is null or n.series = $4) and ($5::text is null or (n.series, n.number) > ($5, $6::int))
           and ($8::date is null or n.given_on >= $8::date) and ($9::date is null or n.given_on <= $9::date) and ($10::text is null or n.state = $10) order by n.series, n.number limit $7`,
        [viewer.person, viewer.day, register, series, wish.after?.series ?? null, wish.after?.number ?? null, wish.limit + 1, from, to, state]);
      return pageFrom(rows, wish.limit, (n) => ({ series: n.series, number: n.number }));
    });
  }
}
