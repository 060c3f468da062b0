import type { Authority, AuthorityVerb } from '@totrinh/domain';
import type { Row, Tx } from '../tx.ts';

/** A written authority as it is stored; days `YYYY-MM-DD`. */
export interface AuthorityRow extends Row, Authority { readonly routes: string[] | null; readonly verbs: AuthorityVerb[] }

export interface NewAuthority extends Omit<Authority, 'endedOn'> { readonly act: string; readonly at: Date }

export const AUTHORITY = `g.id, g.grantor_id as grantor, g.grantee_id as grantee, g.number, g.document, g.routes, g.verbs, g.from_on::text as "from", g.to_on::text as "to", g.ended_on::text as "endedOn"`;

/** Authorities are entered one after another, so that two of them cannot pass a right on behind each other's back. */
export async function lockAuthorities(tx: Tx): Promise<void> {
  await tx.read(`select pg_advisory_xact_lock(hashtextextended('totrinh.authority', 0))`);
}

export function insertAuthority(tx: Tx, g: NewAuthority): void {
  tx.write(
    `insert into totrinh.authority (id, grantor_id, grantee_id, number, document, routes, verbs, from_on, to_on, act_id, at)
     values ($1::uuid, $2, $3, $4, $5, $6::text[], $7::text[], $8::date, $9::date, $10::uuid, $11::timestamptz)`,
    [g.id, g.grantor, g.grantee, g.number, g.document, g.routes, g.verbs, g.from, g.to, g.act, g.at]);
}

/** From `on` it holds no more. Waits for acts that rely on it, since they hold its row until they are committed. */
export function endAuthority(tx: Tx, id: string, on: string): void {
  tx.write('update totrinh.authority set ended_on = least(ended_on, $2::date) where id = $1::uuid', [id, on]);
}

export async function findAuthority(tx: Tx, id: string): Promise<AuthorityRow | null> {
  return (await tx.read<AuthorityRow>(`select ${AUTHORITY} from totrinh.authority g where g.id = $1`, [id]))[0] ?? null;
}

/** What these people grant or hold by authority, in the order of days. */
export function authoritiesOf(tx: Tx, people: readonly string[]): Promise<AuthorityRow[]> {
  return tx.read<AuthorityRow>(`select ${AUTHORITY} from totrinh.authority g where g.grantor_id = any($1) or g.grantee_id = any($1) order by g.from_on, g.id`, [people]);
}
