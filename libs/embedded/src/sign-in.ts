import * as oidc from 'openid-client';
import { StartError } from '@totrinh/platform';
import { AUDIENCE, CLIENT_ID, REDIRECT_URI } from './provider/configuration.ts';

/** An access token of a person, and when it ends. */
export type SignedIn = { readonly accessToken: string; readonly expiresAt: Date };

const MOST_HOPS = 12;

/** A browser's part of the code flow: keeps cookies, follows redirects up to the client's own address. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  async go(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

async function clickThrough(start: string, login: string): Promise<URL> {
  const visitor = new Visitor();
  let at = start;
  let response = await visitor.go(at);
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const location = response.headers.get('location');
    if (location) {
      at = new URL(location, at).href;
      if (at.startsWith(REDIRECT_URI)) return new URL(at);
      response = await visitor.go(at);
      continue;
    }
    const page = await response.text();
    const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
    if (!action || !page.includes(`value="${login}"`)) break;
    at = new URL(action, at).href;
    response = await visitor.go(at, { login });
  }
  const { origin } = new URL(start);
  throw new StartError({ vi: `Không có người "${login}" trên trang đăng nhập ${origin}`, en: `nobody called "${login}" on the sign-in page ${origin}` });
}

/**
 * Signs a demo person in as a browser would: authorization code flow with PKCE (S256) over HTTP alone, one click on the page. The
 * signing key is never touched. Throws StartError when the person is not on the page; openid-client's errors otherwise.
 */
export async function signIn({ issuer, login }: { readonly issuer: string; readonly login: string }): Promise<SignedIn> {
  const configuration = await oidc.discovery(new URL(issuer), CLIENT_ID, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const expectedState = oidc.randomState();
  const start = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: REDIRECT_URI,
    scope: 'openid profile act',
    resource: AUDIENCE,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
  });
  const back = await clickThrough(start.href, login);
  const tokens = await oidc.authorizationCodeGrant(configuration, back, { pkceCodeVerifier, expectedState }, { resource: AUDIENCE });
  return { accessToken: tokens.access_token, expiresAt: new Date(Date.now() + (tokens.expires_in ?? 0) * 1000) };
}
