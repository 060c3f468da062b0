import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, type Api } from '@totrinh/api';
import { createLogger } from '@totrinh/platform';
import { eventually } from '../house/eventually.ts';
import type { LedgerHouse } from '../house/ledger-house.ts';
import { openLadderHouse } from '../integration/ladder-ward.ts';
import { judge } from './contract.ts';
import { Issuer } from './issuer.ts';

/** What a listener was told, in order. */
export interface Heard { readonly event: string; readonly data: { readonly dossiers?: readonly string[]; readonly notices?: boolean; readonly desk?: boolean; readonly because?: string } }

/** Somebody at a stream. */
export class Listener {
  readonly heard: Heard[] = [];
  ended = false;
  readonly #abort: AbortController;

  constructor(response: Response, abort: AbortController) {
    this.#abort = abort;
    void this.#read(response);
  }

  /** Dossiers of which they were told that something changed. */
  get dossiers(): string[] {
    return [...new Set(this.heard.flatMap((h) => h.data.dossiers ?? []))];
  }

  leave(): void {
    this.#abort.abort();
  }

  async #read(response: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString('utf8');
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch (fault) {
      if (!this.#abort.signal.aborted && !(fault instanceof Error)) throw fault;
    }
    this.ended = true;
  }

  #take(block: string): void {
    const event = /^event: (\w+)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (event !== undefined && data !== undefined) this.heard.push({ event, data: JSON.parse(data) as Heard['data'] });
  }
}

/** An API of its own over a small office, whose acts other processes do: casework at the house's desk stands for the worker and for another API. */
export class LiveOffice {
  readonly house: LedgerHouse;
  readonly issuer: Issuer;
  readonly url: string;
  readonly #api: Api;
  readonly #files: string;

  private constructor(house: LedgerHouse, issuer: Issuer, api: Api, url: string, files: string) {
    this.house = house;
    this.issuer = issuer;
    this.#api = api;
    this.url = url;
    this.#files = files;
  }

  static async open(): Promise<LiveOffice> {
    const [house, issuer] = [await openLadderHouse(), await Issuer.open()];
    const files = mkdtempSync(join(tmpdir(), 'totrinh-live-'));
    const api = await createApi({ dbUrl: house.postgres.appUrl, oidc: { issuer: issuer.url, audience: 'urn:totrinh:api' }, host: '127.0.0.1', port: 0, files, logLevel: 'silent' }, createLogger('api', 'silent'));
    return new LiveOffice(house, issuer, api, await api.listen(), files);
  }

  get(path: string, person: string, signal?: AbortSignal): Promise<Response> {
    return this.issuer.token({ sub: person }).then((token) => fetch(`${this.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` }, ...(signal === undefined ? {} : { signal }) }));
  }

  /** Somebody who listens, from the moment at which they were greeted. */
  async listens(person: string): Promise<Listener> {
    const abort = new AbortController();
    const response = await this.get('/live', person, abort.signal);
    await judge('GET', `${this.url}/api/v1/live`, response);
    if (response.status !== 200) throw new Error(`${person} may not listen: ${response.status}`);
    const listener = new Listener(response, abort);
    await eventually(`${person} is greeted`, () => listener.heard.some((h) => h.event === 'hello'));
    return listener;
  }

  async closeApi(): Promise<void> {
    await this.#api.close();
  }

  async close(): Promise<void> {
    await this.issuer.close();
    await this.house.close();
    rmSync(this.#files, { recursive: true, force: true });
  }
}
