import { isLoopback, type BrowserConfig } from '@totrinh/platform';
import * as oidc from 'openid-client';
import { Refused } from '../http/refused.ts';

/** A sign-in that begins: where to send the browser, and what its answer is checked by. */
export interface Begun { readonly url: URL; readonly state: string; readonly verifier: string; readonly nonce: string }
/** What the provider's answer proved. `at`: when the person did. */
export interface Proved { readonly person: string; readonly at: Date; readonly idToken: string }

const PATIENCE_SECONDS = 10;
/** How far the provider's clock may be from ours. */
export const SKEW_SECONDS = 30;

/** The API as a client of the OpenID provider: code flow with PKCE, state and nonce. Access tokens are not kept, since nothing is asked of the provider later. */
export class OidcClient {
  readonly #issuer: string;
  readonly #client: Pick<BrowserConfig, 'clientId' | 'clientSecret'>;
  readonly #base: () => string;
  #found: Promise<oidc.Configuration> | undefined;

  /** `base`: the application's public address. */
  constructor(issuer: string, client: Pick<BrowserConfig, 'clientId' | 'clientSecret'>, base: () => string) {
    this.#issuer = issuer;
    this.#client = client;
    this.#base = base;
  }

  /** Errors: SERVICE_AWAY. */
  async begin({ hint, fresh }: { readonly hint: string | null; readonly fresh: boolean }): Promise<Begun> {
    const configuration = await this.#configuration();
    const [state, verifier, nonce] = [oidc.randomState(), oidc.randomPKCECodeVerifier(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback(), scope: 'openid profile', state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      ...(hint === null ? {} : { login_hint: hint }), ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { url, state, verifier, nonce };
  }

  /** Takes the provider's answer, `query` as it stands in the callback's address. Errors: TOKEN_INVALID (refused by the provider, or not what was asked for), SERVICE_AWAY. */
  async finish(query: string, begun: Omit<Begun, 'url'>): Promise<Proved> {
    const configuration = await this.#configuration();
    const checks = { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.#callback()}?${query}`), checks).catch(refuse);
    const claims = tokens.claims();
    if (claims?.auth_time === undefined || tokens.id_token === undefined) throw new Refused('TOKEN_INVALID', { because: 'no auth_time' });
    return { person: claims.sub, at: new Date(claims.auth_time * 1000), idToken: tokens.id_token };
  }

  /** Where a browser goes to be signed out at the provider, too, and back; null where the provider has no such address or is away. */
  async endAddress(idToken: string): Promise<string | null> {
    const configuration = await this.#configuration().catch((fault: unknown) => {
      if (fault instanceof Refused) return null;
      throw fault;
    });
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: `${this.#base()}/signed-out` }).href;
  }

  readonly #callback = (): string => `${this.#base()}/sign-in/callback`;

  #configuration(): Promise<oidc.Configuration> {
    this.#found ??= this.#discover().catch((fault: unknown) => {
      this.#found = undefined;
      throw away(fault);
    });
    return this.#found;
  }

  #discover(): Promise<oidc.Configuration> {
    const { clientId, clientSecret } = this.#client;
    const issuer = new URL(this.#issuer);
    const plain = issuer.protocol === 'http:' && isLoopback(issuer.hostname);
    return oidc.discovery(issuer, clientId, { require_auth_time: true, [oidc.clockTolerance]: SKEW_SECONDS, ...(clientSecret && { client_secret: clientSecret }) }, clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(), { timeout: PATIENCE_SECONDS, ...(plain && { execute: [oidc.allowInsecureRequests] }) });
  }
}

const away = (cause: unknown): Refused => new Refused('SERVICE_AWAY', { service: 'oidc' }, { cause });

/** What the client calls an answer that is none of a provider: it took too long, or something before it answered in its stead. A fault of the network has no code. */
const UNANSWERED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** The provider said no, or said what does not fit; or it could not be asked. */
function refuse(fault: unknown): never {
  if (fault instanceof oidc.AuthorizationResponseError) throw new Refused('TOKEN_INVALID', { because: fault.error }, { cause: fault });
  if (fault instanceof oidc.ResponseBodyError) throw fault.status >= 500 ? away(fault) : new Refused('TOKEN_INVALID', { because: fault.error }, { cause: fault });
  if (fault instanceof oidc.ClientError && fault.code !== undefined && !UNANSWERED.has(fault.code)) throw new Refused('TOKEN_INVALID', { because: fault.code }, { cause: fault });
  throw away(fault);
}
