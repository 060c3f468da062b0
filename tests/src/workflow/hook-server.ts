import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Gate } from './fake-ledger.ts';

/** What a call brought: the key that tells doubles apart, and what it says. */
export interface Heard { readonly id: string; readonly said: unknown }

/** Another system of the office, on this machine: remembers every call, and answers what it is told to. */
export class HookServer {
  readonly heard: Heard[] = [];
  /** Statuses of the next answers, in turn; 200 when there is none left. */
  answers: number[] = [];
  /** Each call waits here before it is answered. */
  gate: Gate | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request).then((status) => response.writeHead(status).end(), (fault: unknown) => response.destroy(fault instanceof Error ? fault : undefined));
    });
  }

  async #answer(request: IncomingMessage): Promise<number> {
    this.heard.push({ id: String(request.headers['webhook-id']), said: await json(request) });
    const status = this.answers.shift() ?? 200;
    await this.gate?.pass();
    return status;
  }

  static async open(): Promise<HookServer> {
    const hook = new HookServer();
    await once(hook.#server.listen(0, '127.0.0.1'), 'listening');
    return hook;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
