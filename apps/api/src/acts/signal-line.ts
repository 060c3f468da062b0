import { Client } from 'pg';
import type { Logger } from '@totrinh/platform';

const AGAIN_MS = 500;

interface Signal { readonly channel: string; readonly payload: string }

/**
 * A connection of its own for NOTIFY and LISTEN, beside the pool: signals never belong to an act's transaction. Lossy by
 * design: while it is down signals are dropped, and it comes back by itself.
 */
export class SignalLine {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #hear: (payload: string) => void;
  readonly #channel: string;
  #client: Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #ended = false;
  #sending = false;
  #next: Signal | undefined;

  /** Hears `channel` through `hear`. */
  constructor(url: string, channel: string, hear: (payload: string) => void, logger: Logger) {
    this.#url = url;
    this.#channel = channel;
    this.#hear = hear;
    this.#logger = logger;
  }

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.#url, application_name: 'totrinh signals', keepAlive: true });
    client.on('notification', (n) => this.#hear(n.payload ?? ''));
    client.on('error', (fault) => this.#lost(client, fault));
    client.on('end', () => this.#lost(client, new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`listen ${this.#channel}`);
      this.#client = client;
    } catch (fault) {
      this.#lost(client, fault);
    }
  }

  /** Sends at once or not at all; while one is on its way, only the latest of those that follow is sent. */
  send(channel: string, payload: string): void {
    if (this.#client === undefined) return;
    if (this.#sending) this.#next = { channel, payload };
    else void this.#sendOn(this.#client, { channel, payload });
  }

  async #sendOn(client: Client, signal: Signal): Promise<void> {
    this.#sending = true;
    try {
      for (let s: Signal | undefined = signal; s !== undefined; s = this.#next) {
        this.#next = undefined;
        await client.query('select pg_notify($1, $2)', [s.channel, s.payload]);
      }
    } catch (fault) {
      this.#lost(client, fault);
    } finally {
      this.#sending = false;
    }
  }

  async close(): Promise<void> {
    this.#ended = true;
    clearTimeout(this.#again);
    await this.#client?.end();
  }

  #lost(client: Client, fault: unknown): void {
    if (this.#ended || (this.#client !== undefined && this.#client !== client) || this.#again !== undefined) return;
    this.#client = undefined;
    this.#logger.warn({ err: fault }, 'signals lost; trying again');
    this.#again = setTimeout(() => {
      this.#again = undefined;
      void this.open();
    }, AGAIN_MS);
  }
}
