import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a call brought. */
export interface HeardCall { readonly id: string; readonly headers: IncomingHttpHeaders; readonly body: string }

/** Another system that is told by webhook: remembers every call and answers `status`; 0 means never. */
export class HookEndpoint {
  readonly heard: HeardCall[] = [];
  status = 200;
  location: string | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        this.heard.push({ id: String(request.headers['webhook-id']), headers: request.headers, body });
        if (this.status !== 0) response.writeHead(this.status, this.location === undefined ? {} : { location: this.location }).end('x'.repeat(200_000));
      });
    });
  }

  static async open(): Promise<HookEndpoint> {
    const endpoint = new HookEndpoint();
    await once(endpoint.#server.listen(0, '127.0.0.1'), 'listening');
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
