import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Refused } from '../http/refused.ts';

export interface TokenRules { readonly issuer: string; readonly audience: string }

const discoveryShape = z.object({ issuer: z.string(), jwks_uri: z.url() });
const MOST_KEPT = 10_000;
const AWAY = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

/** Whom a token speaks for, and when they last proved who they are (ISO; null where the provider does not say: `auth_time` of OpenID Connect). */
export interface SignedIn { readonly person: string; readonly at: string | null }

/**
 * Tells whom a bearer token speaks for: signed (RS256 only) by a key of the provider, typ at+jwt, of the issuer, for the
 * audience, in time. A token that was verified is remembered until it expires, by its own text.
 * Errors: TOKEN_INVALID, PERSON_UNKNOWN, SERVICE_AWAY (the provider cannot be reached).
 */
export class TokenVerifier {
  readonly #rules: TokenRules;
  readonly #knows: (person: string) => Promise<boolean>;
  readonly #kept = new Map<string, { readonly signedIn: SignedIn; readonly until: number }>();
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(rules: TokenRules, knows: (person: string) => Promise<boolean>) {
    this.#rules = rules;
    this.#knows = knows;
  }

  /** Who signed in with a token that was verified before and is still good; null for any other. */
  remembered(token: string): SignedIn | null {
    const kept = this.#kept.get(token);
    if (!kept) return null;
    if (kept.until > Date.now()) return kept.signedIn;
    this.#kept.delete(token);
    return null;
  }

  async verify(token: string): Promise<SignedIn> {
    const { payload } = await jwtVerify(token, await this.#keySet(), { issuer: this.#rules.issuer, audience: this.#rules.audience, algorithms: ['RS256'], typ: 'at+jwt', requiredClaims: ['sub', 'exp'] }).catch(refuse);
    const person = payload.sub ?? '';
    if (!(await this.#knows(person))) throw new Refused('PERSON_UNKNOWN', { person });
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    const authTime = payload['auth_time'];
    const signedIn = { person, at: typeof authTime === 'number' && Number.isSafeInteger(authTime) ? new Date(authTime * 1000).toISOString() : null };
    this.#kept.set(token, { signedIn, until: (payload.exp ?? 0) * 1000 });
    return signedIn;
  }

  #keySet(): Promise<JWTVerifyGetKey> {
    this.#keys ??= discover(this.#rules.issuer).catch((fault: unknown) => {
      this.#keys = undefined;
      throw fault;
    });
    return this.#keys;
  }
}

function refuse(fault: unknown): never {
  if (fault instanceof errors.JOSEError) throw AWAY.has(fault.code) ? away(fault) : new Refused('TOKEN_INVALID', { because: fault.code });
  // The key set could not be fetched.
  throw fault instanceof Refused ? fault : away(fault);
}

function away(cause: unknown): Refused {
  return new Refused('SERVICE_AWAY', { service: 'oidc' }, { cause });
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    const { issuer: named, jwks_uri } = discoveryShape.parse(await answer.json());
    if (named.replace(/\/$/, '') !== issuer) throw new Error(`the provider at ${issuer} calls itself ${named}`);
    return createRemoteJWKSet(new URL(jwks_uri));
  } catch (fault) {
    throw away(fault);
  }
}
