import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { StartError, isLoopback } from '@totrinh/platform';
import { freePort, requirePort } from '../processes/ports.ts';
import { AUDIENCE, COOKIES, END_SESSION_PATH, providerConfiguration, SIGNED_OUT_URI } from './configuration.ts';
import { readKeys } from './keys.ts';
import { expiredPage, signedOutPage, signInPage, welcomePage, type DemoPerson } from './sign-in-page.ts';

export type ProviderOptions = {
  readonly dataDir: string;
  /** Who can sign in; an empty list is allowed, and nobody can then. */
  readonly people: readonly DemoPerson[];
  /** A port that must be had; without it a free one is chosen, `preferredPort` if it is free. */
  readonly port?: number;
  readonly preferredPort?: number;
  /** 127.0.0.1 by default; anything beyond this machine is refused. */
  readonly host?: string;
  /** How long an access token is good for, 3,600 s by default. */
  readonly accessTokenSeconds?: number;
};

/** The running demo sign-in. It lives in the runner's process. */
export type RunningProvider = { readonly issuer: string; readonly audience: string; readonly port: number; stop(): Promise<void> };

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

async function loginIn(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) return undefined;
  }
  return new URLSearchParams(body).get('login') ?? undefined;
}

async function signInStep(provider: Provider, people: readonly DemoPerson[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
    if ((error as Partial<Error>).name === 'SessionNotFound') return undefined;
    throw error;
  });
  if (!details) {
    response.writeHead(400, HEADERS).end(expiredPage());
    return;
  }
  const login = request.method === 'POST' ? await loginIn(request) : undefined;
  const person = people.find((each) => each.login === login);
  if (person) await provider.interactionFinished(request, response, { login: { accountId: person.login } });
  else {
    const hint = details.params['login_hint'];
    response.writeHead(login ? 422 : 200, HEADERS).end(signInPage(`/sign-in/${details.uid}`, people, typeof hint === 'string' ? hint : undefined));
  }
}

/**
 * Leads a browser back to the application after it was signed out there. There is nothing to end here: this provider remembers nobody, so that
 * each sign-in is a click on the page. It leads to the application on this machine only.
 */
function endSession(request: IncomingMessage, response: ServerResponse): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://provider.invalid');
  const [back, state] = [searchParams.get('post_logout_redirect_uri'), searchParams.get('state')];
  if (back === null || !SIGNED_OUT_URI.test(back)) return void response.writeHead(200, HEADERS).end(signedOutPage());
  response.writeHead(303, { location: `${back}${state === null ? '' : `?${new URLSearchParams({ state }).toString()}`}`, 'cache-control': 'no-store' }).end();
}

const REMEMBERED = new RegExp(`(?:^|;\\s*)${COOKIES.session}(?:\\.sig|\\.legacy|\\.legacy\\.sig)?=[^;]*`, 'g');

/** Takes from a request what would tell who signed in here before. */
function forget({ headers }: IncomingMessage): void {
  if (headers.cookie !== undefined) headers.cookie = headers.cookie.replace(REMEMBERED, '');
}

/**
 * Starts the demo sign-in: an OpenID provider on loopback whose people sign in with one click and no password. Its clients are the
 * public `totrinh-cli` and `totrinh-web` (code flow with PKCE, S256; loopback, any port); access tokens are RS256 `at+jwt` for `urn:totrinh:api`, `sub` = login.
 * Throws StartError when the host is not this machine, or the port is taken.
 */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const { dataDir, people, host = '127.0.0.1', accessTokenSeconds = 3600 } = options;
  if (!isLoopback(host)) {
    throw new StartError({
      vi: `Nguồn đăng nhập mẫu không hỏi mật khẩu nên chỉ nghe trên máy này, không nghe ở ${host}`,
      en: `the demo sign-in asks no password, so it listens on this machine only, not on ${host}`,
    });
  }
  if (options.port) await requirePort(options.port, 'OIDC');
  const port = options.port ?? (await freePort(options.preferredPort));
  const issuer = `http://${host}:${port}`;
  const provider = new Provider(issuer, providerConfiguration({ issuer, people, keys: await readKeys(dataDir), accessTokenSeconds }));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url === '/' && (request.method === 'GET' || request.method === 'HEAD')) return void response.writeHead(200, HEADERS).end(welcomePage(people));
    forget(request);
    if (request.method === 'GET' && request.url?.split('?')[0] === END_SESSION_PATH) return endSession(request, response);
    if (!request.url?.startsWith('/sign-in/')) return answer(request, response);
    signInStep(provider, people, request, response).catch(() => response.destroy());
  });
  await listen(server, port, host);
  return { issuer, audience: AUDIENCE, port, stop: () => close(server) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
