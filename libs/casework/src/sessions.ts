import { createHmac, randomBytes } from 'node:crypto';
import { deleteSession, deleteSessionsOf, insertSession, insertSignIn, sha256, takeSignIn as take, touchSession, type StoredSession, type TakenSignIn } from '@totrinh/persistence';
import type { Desk } from './desk.ts';

// Sessions are no acts of the office: they live by the machine's clock, which the caller reads, and leave no trace in any record.

/** Bytes that nobody guesses. */
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** How long a sign-in may be under way. */
export const SIGN_IN_MS = 10 * 60_000;
/** A use is noted at most this often. */
const NOTED_MS = 60_000;

/** How long a session lasts: unused, and at most. */
export interface SessionLimits { readonly idleMs: number; readonly longestMs: number }
/** A session that holds: who, since when they have proved who they are, and when it ends unless used, and at the latest. */
export interface OpenSession { readonly person: string; readonly name: string; readonly signedInAt: Date; readonly idleUntil: Date; readonly until: Date }

/** A secret for a cookie, 256 bits of chance, base64url. */
export const freshSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
/** Whether a cookie's value has the form of such a secret. */
export const isSecret = (text: string | undefined): text is string => text !== undefined && SECRET.test(text);
/** The digest by which a secret is known; the secret itself is kept nowhere. */
export const secretHash = (secret: string): string => sha256(secret);
/** What a changing request shows beside the session's cookie: follows from the session's secret, which no page can read. */
export const csrfOf = (secret: string): string => createHmac('sha256', secret).update('totrinh csrf').digest('base64url');

/** Begins a sign-in in a browser that holds `browser`; its answer may be taken once, within SIGN_IN_MS. */
export function beginSignIn(desk: Desk, asked: { readonly state: string; readonly browser: string; readonly verifier: string; readonly nonce: string; readonly backTo: string; readonly fresh: boolean }, now: Date): Promise<void> {
  const { state, browser, ...rest } = asked;
  return desk.transact(async (tx) => insertSignIn(tx, { ...rest, stateHash: secretHash(state), browserHash: secretHash(browser), at: now, until: new Date(now.getTime() + SIGN_IN_MS) }));
}

/** Takes a sign-in that this browser began; null where it did not, for another browser's, a second time, and too late. */
export function takeSignIn(desk: Desk, state: string, browser: string, now: Date): Promise<TakenSignIn | null> {
  return desk.transact((tx) => take(tx, secretHash(state), secretHash(browser), now));
}

/** Opens a session of a known person under a secret that is new, and ends the one that the browser had before. Answers the secret. */
export async function openSession(desk: Desk, of: { readonly person: string; readonly signedInAt: Date; readonly idToken: string; readonly before: string | null }, limits: SessionLimits, now: Date): Promise<string> {
  const secret = freshSecret();
  await desk.transact(async (tx) => {
    if (of.before !== null) await deleteSession(tx, secretHash(of.before));
    insertSession(tx, { idHash: secretHash(secret), person: of.person, signedInAt: of.signedInAt, at: now, until: new Date(now.getTime() + limits.longestMs), idToken: of.idToken }, new Date(now.getTime() - limits.idleMs));
  });
  return secret;
}

/** The stored session, where it still holds at `now`; null otherwise. */
export function holding(stored: StoredSession | null, { idleMs }: SessionLimits, now: Date): OpenSession | null {
  if (stored === null) return null;
  const { person, name, signedInAt, seenAt, until } = stored;
  const idleUntil = new Date(Math.min(seenAt.getTime() + idleMs, until.getTime()));
  return idleUntil > now ? { person, name, signedInAt, idleUntil, until } : null;
}

/** Notes that a session was used, at most once a minute; `stored` is what was read of it. */
export async function useSession(desk: Desk, secret: string, stored: StoredSession, now: Date): Promise<void> {
  const notedSince = new Date(now.getTime() - NOTED_MS);
  if (stored.seenAt < notedSince) await desk.transact(async (tx) => touchSession(tx, secretHash(secret), now, notedSince));
}

/** Đăng xuất: ends the session; answers its ID token, null where there is none. Twice ends nothing more. */
export function endSession(desk: Desk, secret: string): Promise<string | null> {
  return desk.transact((tx) => deleteSession(tx, secretHash(secret)));
}

/** Đăng xuất mọi nơi: ends every session of the person; answers how many there were. */
export function endSessionsOf(desk: Desk, person: string): Promise<number> {
  return desk.transact((tx) => deleteSessionsOf(tx, person));
}
