import { connect, type Socket } from 'node:net';

/** One request of the load: what to send and with which token. Bodies are JSON. */
export interface LoadRequest {
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly body: string;
  /** Value of `Prefer: wait`. */
  readonly wait: string;
}

export interface LoadAnswer { readonly status: number; readonly ms: number; readonly body: string }

/**
 * A keep-alive HTTP/1.1 connection that sends one request at a time. A load made of general clients would spend more of
 * two cores on itself than the server spends on answering.
 */
export class LoadConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (a: { status: number; body: string }) => void; reject: (e: Error) => void } | null = null;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (e) => this.#waiting?.reject(e));
    socket.on('close', () => this.#waiting?.reject(new Error('connection closed')));
  }

  static async open(url: URL): Promise<LoadConnection> {
    const socket = connect(Number(url.port), url.hostname);
    await new Promise<void>((resolve, reject) => { socket.once('connect', resolve); socket.once('error', reject); });
    return new LoadConnection(socket, url.host);
  }

  async post(r: LoadRequest): Promise<LoadAnswer> {
    const begun = performance.now();
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`POST ${r.path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: Bearer ${r.token}\r\nidempotency-key: ${r.key}\r\nif-match: *\r\nprefer: wait=${r.wait}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(r.body)}\r\n\r\n${r.body}`);
    });
    return { ...answer, ms: performance.now() - begun };
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#buffer.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#buffer.length < end + 4 + length) return;
    const body = this.#buffer.toString('utf8', end + 4, end + 4 + length);
    this.#buffer = this.#buffer.subarray(end + 4 + length);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/** Sends requests from `atOnce` connections until none is left; answers the latencies and the seconds. */
export async function runLoad(url: URL, atOnce: number, requests: readonly LoadRequest[]): Promise<{ answers: LoadAnswer[]; seconds: number }> {
  const connections = await Promise.all(Array.from({ length: atOnce }, () => LoadConnection.open(url)));
  const answers: LoadAnswer[] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(connections.map(async (c) => {
    for (let r = requests[next++]; r !== undefined; r = requests[next++]) answers.push(await c.post(r));
    c.close();
  }));
  return { answers, seconds: (performance.now() - begun) / 1000 };
}
