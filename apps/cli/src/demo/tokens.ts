import { signIn, type SignedIn } from '@totrinh/embedded';

/** A token that ends within this time is renewed before it is used. */
const MARGIN_MS = 60_000;

/** Access tokens of the people, got by code flow and PKCE over HTTP when they are first needed, and again before they end. */
export class Tokens {
  readonly #issuer: string;
  readonly #held = new Map<string, Promise<SignedIn>>();

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  async of(login: string): Promise<string> {
    const held = await this.#held.get(login);
    if (held && held.expiresAt.getTime() - Date.now() > MARGIN_MS) return held.accessToken;
    return this.renew(login);
  }

  /** Signs in anew; a token that the API refused is not used again. */
  async renew(login: string): Promise<string> {
    const fresh = signIn({ issuer: this.#issuer, login });
    this.#held.set(login, fresh);
    try {
      return (await fresh).accessToken;
    } catch (error) {
      this.#held.delete(login);
      throw error;
    }
  }
}
