import { interactionPolicy, type Context } from 'oidc-provider';
import type { ProviderKeys } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import { faultPage, type DemoPerson } from './sign-in-page.ts';

/** For whom access tokens are: the API. */
export const AUDIENCE = 'urn:totrinh:api';
export const CLIENT_ID = 'totrinh-cli';
/** A native client's loopback address; the provider lets its port differ (RFC 8252, 7.3). */
export const REDIRECT_URI = 'http://127.0.0.1/callback';

const HOUR = 3600;

type Parts = { readonly people: readonly DemoPerson[]; readonly keys: ProviderKeys; readonly accessTokenSeconds: number };

/** The configuration of oidc-provider; see RunningProvider for what it promises. */
export function providerConfiguration({ people, keys, accessTokenSeconds }: Parts): Readonly<Record<string, unknown>> {
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
    cookies: { keys: [keys.cookie], names: { session: 'totrinh_session', interaction: 'totrinh_interaction', resume: 'totrinh_resume' } },
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: [REDIRECT_URI],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'post'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { policy, url: (_context: unknown, { uid }: { uid: string }) => `/sign-in/${uid}` },
    features: {
      devInteractions: { enabled: false },
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
    // There is one client and it is ours: nobody is asked whether it may act for them.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      grant.addResourceScope(AUDIENCE, 'act');
      await grant.save();
      return grant;
    },
  };
}
