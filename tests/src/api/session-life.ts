import { Browser } from '../house/browser.ts';
import { theHouse } from '../house/house-address.ts';
import { judge } from './contract.ts';

/** A browser of the house signs in by a click, asks whose it is, and signs out here and everywhere; each answer is judged. */
export async function sessionLife(login: string): Promise<void> {
  const { apiUrl } = theHouse();
  const browser = new Browser();
  const call = async <T>(method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>> = {}): Promise<T> => {
    const url = `${apiUrl}/api/v1${path}`;
    const response = await browser.request(url, { method, ...(method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json', ...headers } } : { headers }) });
    await judge(method, url, response);
    return (await response.json()) as T;
  };
  const signIn = async (): Promise<string> => {
    await browser.send(await browser.open(`${apiUrl}/sign-in?to=/tasks&as=${login}`), { login }, (url) => url === `${apiUrl}/tasks`);
    const session = await call<{ signedIn: boolean; demo: boolean; person?: string; csrf?: string }>('GET', '/session');
    if (!session.signedIn || !session.demo || session.person !== login || session.csrf === undefined) throw new Error(JSON.stringify(session));
    return session.csrf;
  };
  const out = await call<{ signedIn: boolean }>('GET', '/session');
  if (out.signedIn) throw new Error('a browser that never signed in is signed in');
  for (const path of ['/session/end', '/session/end-everywhere']) {
    const csrf = await signIn();
    const refused = await call<{ code: string }>('POST', path);
    if (refused.code !== 'CSRF_REFUSED') throw new Error(JSON.stringify(refused));
    const ended = await call<{ ended: number; next: string | null }>('POST', path, { 'x-totrinh-csrf': csrf });
    if (ended.ended < 1 || ended.next === null) throw new Error(JSON.stringify(ended));
    const after = await call<{ signedIn: boolean }>('GET', '/session');
    if (after.signedIn) throw new Error(`${path} left the browser signed in`);
  }
}
