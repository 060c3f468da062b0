import type { Row, Tx } from '../tx.ts';

/** A sign-in under way, by digests: of the provider's state and of what the browser holds. Instants are the machine's. */
export interface NewSignIn { readonly stateHash: string; readonly browserHash: string; readonly verifier: string; readonly nonce: string; readonly backTo: string; readonly fresh: boolean; readonly at: Date; readonly until: Date }
/** What is needed to take the provider's answer. */
export type TakenSignIn = Pick<NewSignIn, 'verifier' | 'nonce' | 'backTo' | 'fresh' | 'at'>;

/** A browser that is signed in: `signedInAt` is when the person proved who they are, `until` the end that no use puts off. */
export interface NewSession { readonly idHash: string; readonly person: string; readonly signedInAt: Date; readonly at: Date; readonly until: Date; readonly idToken: string }
export interface StoredSession { readonly person: string; readonly name: string; readonly signedInAt: Date; readonly seenAt: Date; readonly until: Date }

/** Keeps a sign-in under way, and forgets those whose time is over. */
export function insertSignIn(tx: Tx, s: NewSignIn): void {
  tx.write('delete from totrinh.sign_in where state_hash in (select state_hash from totrinh.sign_in where until <= $1::timestamptz for update skip locked)', [s.at]);
  tx.write('insert into totrinh.sign_in (state_hash, browser_hash, verifier, nonce, back_to, fresh, at, until) values ($1, $2, $3, $4, $5, $6::boolean, $7::timestamptz, $8::timestamptz)',
    [s.stateHash, s.browserHash, s.verifier, s.nonce, s.backTo, s.fresh, s.at, s.until]);
}

/** Takes a sign-in under way, so that nobody takes it again; null where this browser began none of that state, or too long ago. */
export async function takeSignIn(tx: Tx, stateHash: string, browserHash: string, now: Date): Promise<TakenSignIn | null> {
  const rows = await tx.read<Row & TakenSignIn>('delete from totrinh.sign_in where state_hash = $1 and browser_hash = $2 and until > $3 returning verifier, nonce, back_to as "backTo", fresh, at', [stateHash, browserHash, now]);
  return rows[0] ?? null;
}

/** Opens a session, and forgets those that are over: their absolute end has come, or nobody used them since `idleSince`. */
export function insertSession(tx: Tx, s: NewSession, idleSince: Date): void {
  tx.write('delete from totrinh.session where id_hash in (select id_hash from totrinh.session where until <= $1::timestamptz or seen_at <= $2::timestamptz for update skip locked)', [s.at, idleSince]);
  tx.write('insert into totrinh.session (id_hash, person_id, signed_in_at, at, seen_at, until, id_token) values ($1, $2, $3::timestamptz, $4::timestamptz, $4::timestamptz, $5::timestamptz, $6)',
    [s.idHash, s.person, s.signedInAt, s.at, s.until, s.idToken]);
}

/** Notes a use of the session, unless one was noted since `notedSince`. */
export function touchSession(tx: Tx, idHash: string, now: Date, notedSince: Date): void {
  tx.write('update totrinh.session set seen_at = $2::timestamptz where id_hash = $1 and seen_at < $3::timestamptz', [idHash, now, notedSince]);
}

/** Ends a session; answers its ID token, null where there is none. */
export async function deleteSession(tx: Tx, idHash: string): Promise<string | null> {
  return (await tx.read<{ token: string }>('delete from totrinh.session where id_hash = $1 returning id_token as token', [idHash]))[0]?.token ?? null;
}

/** Ends every session of a person; answers how many there were. */
export async function deleteSessionsOf(tx: Tx, person: string): Promise<number> {
  return (await tx.read('delete from totrinh.session where person_id = $1 returning 1', [person])).length;
}
