/** A cookie as a browser keeps it: its value, and what was said of it in lower case (`secure`, `httponly`, `samesite=lax`, `path=/`). */
export interface KeptCookie { readonly value: string; readonly attributes: readonly string[] }
/** Where a browser came to rest. */
export interface Shown { readonly url: string; readonly status: number; readonly page: string; readonly headers: Headers }

const MOST_HOPS = 20;

/** As much of a browser as signing in needs: keeps cookies by host, follows redirects, sends forms. It runs no script and checks no certificate. */
export class Browser {
  readonly #jars = new Map<string, Map<string, KeptCookie>>();
  /** Every address that it was led to, in order. */
  readonly visited: string[] = [];

  /** The cookie of this name for a host; cookies know no ports. */
  cookie(host: string, name: string): KeptCookie | undefined {
    return this.#jars.get(host)?.get(name);
  }

  cookieNames(host: string): string[] {
    return [...(this.#jars.get(host)?.keys() ?? [])];
  }

  /** Plants a cookie, as somebody might who has had this browser in their hands. */
  plant(host: string, name: string, value: string): void {
    this.#jar(host).set(name, { value, attributes: [] });
  }

  forget(host: string, name: string): void {
    this.#jars.get(host)?.delete(name);
  }

  /** One request, redirects not followed. */
  async request(url: string, init: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Response> {
    const jar = this.#jar(new URL(url).hostname);
    const cookie = [...jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, ...(cookie && { cookie }) } });
    for (const line of response.headers.getSetCookie()) this.#keep(jar, line);
    return response;
  }

  /** Opens an address, follows redirects until a page shows or `stopAt` is reached. */
  async open(url: string, init: Parameters<Browser['request']>[1] = {}, stopAt: (url: string) => boolean = () => false): Promise<Shown> {
    let at = url;
    let response = await this.request(at, init);
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      this.visited.push(at);
      const location = response.headers.get('location');
      if (location === null) return { url: at, status: response.status, page: await response.text(), headers: response.headers };
      at = new URL(location, at).href;
      if (stopAt(at)) return { url: at, status: response.status, page: '', headers: response.headers };
      response = await this.request(at);
    }
    throw new Error(`led in circles, at last to ${at}`);
  }

  /** Sends the form of a page with these fields beside its hidden ones, and follows. */
  async send({ url, page }: Shown, fields: Readonly<Record<string, string>>, stopAt?: (url: string) => boolean): Promise<Shown> {
    const form = /<form[^>]*\baction="([^"]+)"[^>]*>([\s\S]*?)<\/form>/.exec(page);
    if (form?.[1] === undefined) throw new Error(`no form at ${url}: ${page.slice(0, 2_000)}`);
    const hidden = [...(form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''] as const);
    const body = new URLSearchParams([...hidden.map(([name, value]): [string, string] => [name, value]), ...Object.entries(fields)]);
    return this.open(new URL(form[1].replaceAll('&amp;', '&'), url).href, { method: 'POST', body }, stopAt);
  }

  #jar(host: string): Map<string, KeptCookie> {
    const jar = this.#jars.get(host) ?? new Map<string, KeptCookie>();
    this.#jars.set(host, jar);
    return jar;
  }

  #keep(jar: Map<string, KeptCookie>, line: string): void {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const attributes = rest.map((part) => part.toLowerCase());
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const ended = attributes.some((a) => a === 'max-age=0' || (a.startsWith('expires=') && Date.parse(a.slice(8)) <= Date.now()));
    if (ended) jar.delete(name);
    else jar.set(name, { value, attributes });
  }
}
