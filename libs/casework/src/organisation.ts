import { type Tx } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

/** Units, bodies, posts, who holds them, who signs, and the registers, as an office enters them at the beginning. Days are `YYYY-MM-DD`. */
export interface Organisation {
  readonly units: readonly { id: string; name: string; short: string; regime: 'party' | 'state' | 'union'; validFrom: string; validTo: string | null }[];
  readonly bodies: readonly { id: string; name: string; validFrom: string; validTo: string | null }[];
  readonly people: readonly { id: string; name: string; email?: string }[];
  readonly posts: readonly { id: string; unit: string | null; body: string | null; role: string; title: string }[];
  /** `acting`: until the post has a holder of its own (quyền, phụ trách). */
  readonly appointments: readonly { id: string; person: string; post: string; validFrom: string; validTo: string | null; acting?: boolean }[];
  readonly signers: readonly { body: string; post: string; sort: number }[];
  readonly registers: readonly { id: string; issuer: string; type: string; regime: 'party' | 'state'; notation: string; term: string; series: string; first: number }[];
}

/** Enters the organisation in one transaction; what is known by its id is left alone. Answers whether anything was new. */
export function enterOrganisation(desk: Desk, o: Organisation): Promise<boolean> {
  return desk.transact(async (tx) => {
    const before = await countRows(tx);
    const rows = (table: string, columns: string, values: readonly object[]): void => {
      if (values.length > 0) tx.write(`insert into totrinh.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::totrinh.${table}, $1::jsonb) on conflict do nothing`, [JSON.stringify(values)]);
    };
    rows('unit', 'id, name, short, regime, valid_from, valid_to', o.units.map((u) => ({ ...u, valid_from: u.validFrom, valid_to: u.validTo })));
    rows('body', 'id, name, valid_from, valid_to', o.bodies.map((b) => ({ ...b, valid_from: b.validFrom, valid_to: b.validTo })));
    rows('person', 'id, name, email', o.people);
    rows('post', 'id, unit_id, body_id, role, title', o.posts.map((p) => ({ ...p, unit_id: p.unit, body_id: p.body })));
    rows('appointment', 'id, person_id, post_id, valid_from, valid_to, acting', o.appointments.map((a) => ({ id: a.id, person_id: a.person, post_id: a.post, valid_from: a.validFrom, valid_to: a.validTo, acting: a.acting ?? false })));
    rows('body_signer', 'body_id, post_id, sort', o.signers.map((s) => ({ body_id: s.body, post_id: s.post, sort: s.sort })));
    rows('register', 'id, issuer, type, regime, notation, term', o.registers);
    rows('register_series', 'register_id, series, first, next', o.registers.map((r) => ({ register_id: r.id, series: r.series, first: r.first, next: r.first })));
    await tx.flush();
    return (await countRows(tx)) > before;
  });
}

async function countRows(tx: Tx): Promise<number> {
  const tables = ['unit', 'body', 'person', 'post', 'appointment', 'body_signer', 'register', 'register_series'];
  const counts = tables.map((table) => `(select count(*) from totrinh.${table})`).join(' + ');
  return (await tx.read<{ n: number }>(`select (${counts})::int as n`))[0]?.n ?? 0;
}
