import { createHash, randomBytes } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { PlacedFact } from '@totrinh/domain';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** What the first event of a chain names as the hash before it. */
export const GENESIS = '0'.repeat(64);
export const CHAIN_FORMAT = 1;

/** An event as stored: `body` is the exact text that was hashed (RFC 8785 JSON). */
export interface ChainedEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly act: string | null;
  readonly body: string;
  readonly hash: string;
  readonly words: readonly { readonly field: string; readonly salt: string; readonly value: string }[];
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The digest that stands on the chain for words which may be erased: SHA-256 of salt, colon, value (UTF-8), in hex. */
export function wordDigest(salt: string, value: string): string {
  return sha256(`${salt}:${value}`);
}

/** RFC 8785 (JSON Canonicalization Scheme). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('value has no canonical JSON');
  return text;
}

/** Chains facts behind `prev`. `at` is an ISO instant in ms; `by` the actor's id or `system`; `act` null for moves. */
export function chainFacts(dossier: string, prev: string, at: string, by: string, act: string | null, facts: readonly PlacedFact[]): ChainedEvent[] {
  let before = prev;
  return facts.map((fact) => {
    const words = Object.entries(fact.secret ?? {}).map(([field, value]) => ({ field, salt: randomBytes(16).toString('hex'), value }));
    const digests = Object.fromEntries(words.map((w) => [w.field, wordDigest(w.salt, w.value)]));
    const body = canonical({ format: CHAIN_FORMAT, dossier, seq: fact.seq, prev: before, at, by, act, type: fact.type, data: fact.data, digests });
    const hash = sha256(body);
    before = hash;
    return { seq: fact.seq, type: fact.type, at, act, body, hash, words };
  });
}
