import { interactionPolicy, type Context } from 'oidc-provider';
import type { ProviderKeys } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import { faultPage, type DemoPerson } from './sign-in-page.ts';

/** For whom access tokens are: the API. */
export const AUDIENCE = 'urn:totrinh:api';
export const CLIENT_ID = 'totrinh-cli';
/** A native client's loopback address; the provider lets its port differ (RFC 8252, 7.3). */
export const REDIRECT_URI = 'http://127.0.0.1/callback';
/** The application in the browser: its server is the client. It is public here, since a secret of a demo would be no secret; PKCE binds the code to who asked. */
export const WEB_CLIENT_ID = 'totrinh-web';
const WEB_REDIRECT_URI = 'http://127.0.0.1/sign-in/callback';
/** Where a browser may be led after it was signed out here: the application on this machine, at whatever port. */
export const SIGNED_OUT_URI = /^http:\/\/127\.0\.0\.1(:\d{1,5})?\/signed-out$/;
export const END_SESSION_PATH = '/session/end';
/** What this provider keeps in a browser; the application's own cookies live on the same host and have other names. */
export const COOKIES = { session: 'totrinh_provider_session', interaction: 'totrinh_provider_interaction', resume: 'totrinh_provider_resume' } as const;

const HOUR = 3600;

const client = (id: string, redirectUri: string): Readonly<Record<string, unknown>> => ({
  client_id: id, token_endpoint_auth_method: 'none', application_type: 'native', redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code'], require_auth_time: true,
});

type Parts = { readonly issuer: string; readonly people: readonly DemoPerson[]; readonly keys: ProviderKeys; readonly accessTokenSeconds: number };

/** The configuration of oidc-provider; see RunningProvider for what it promises. */
export function providerConfiguration({ issuer, people, keys, accessTokenSeconds }: Parts): Readonly<Record<string, unknown>> {
  const policy = interactionPolicy.base();
  // Asks before a native client gets a code without a click, since another program may pose as it; here every sign-in is a click.
  policy.get('consent')?.checks.remove('native_client_prompt');
  const resourceServer = {
    scope: 'act',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: accessTokenSeconds,
    jwt: { sign: { alg: 'RS256' } },
  };
  return {
    adapter: memoryStore(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookie], names: COOKIES },
    clients: [client(CLIENT_ID, REDIRECT_URI), client(WEB_CLIENT_ID, WEB_REDIRECT_URI)],
    discovery: { end_session_endpoint: `${issuer}${END_SESSION_PATH}` },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'post'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { policy, url: (_context: unknown, { uid }: { uid: string }) => `/sign-in/${uid}` },
    features: {
      devInteractions: { enabled: false },
      // Nobody stays signed in here, so that signing out is leading the browser back: see start-provider.
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    ttl: { AccessToken: accessTokenSeconds, AuthorizationCode: 60, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: 12 * HOUR },
    findAccount: (_context: unknown, id: string) => {
      const person = people.find(({ login }) => login === id);
      return person && { accountId: id, claims: async () => ({ sub: id, name: person.name, post: person.post }) };
    },
    renderError: (context: { type: string; body: string }, { error, error_description }: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = faultPage(`${error}: ${error_description ?? ''}`);
    },
    // Both clients are ours: nobody is asked whether it may act for them.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(AUDIENCE, 'act');
      await grant.save();
      return grant;
    },
  };
}
