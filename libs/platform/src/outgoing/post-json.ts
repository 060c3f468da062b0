import { request as plain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { codeOf, reasonOf } from '../start-error.ts';
import type { Resolved } from './address-guard.ts';

export interface PostRequest {
  readonly url: URL;
  /** Where to connect: addresses that were judged before. The name is used for TLS and the Host line only. */
  readonly addresses: readonly Resolved[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For everything from connecting to the last byte of the answer, ms. */
  readonly timeoutMs: number;
}

/** How a POST went: the other side's status, or why there is none; `written`: whether it may have heard the request. */
export type Posted = { readonly status: number } | { readonly status: null; readonly reason: string; readonly written: boolean };

/** Answers are read so far and no further; nobody needs them. */
const MOST_ANSWER = 64 * 1024;

/** Posts JSON to one of the given addresses, without following anybody anywhere. Never throws. */
export function postJson({ url, addresses, headers, body, timeoutMs }: PostRequest): Promise<Posted> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body);
    let written = false;
    const fail = (error: unknown): void => resolve({ status: null, reason: signal.aborted ? `no answer within ${timeoutMs} ms` : `${codeOf(error) ?? ''} ${reasonOf(error)}`.trim(), written });
    try {
      const outgoing: ClientRequest = (url.protocol === 'https:' ? secure : plain)(url, {
        method: 'POST', agent: false, signal, lookup: pinned(addresses),
        headers: { 'user-agent': 'to-trinh', 'content-type': 'application/json', ...headers, 'content-length': bytes.length },
      });
      outgoing.on('error', fail);
      outgoing.on('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => { written = true; }));
      outgoing.on('response', (answer) => { drain(answer, () => resolve({ status: answer.statusCode ?? 0 })); });
      outgoing.end(bytes);
    } catch (error) {
      fail(error);
    }
  });
}

/** The status is known when the answer begins; the rest is only waited for so that the connection ends in order. */
function drain(answer: IncomingMessage, done: () => void): void {
  let read = 0;
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > MOST_ANSWER) answer.destroy();
  });
  answer.once('error', done).once('close', done);
}

function pinned(addresses: readonly Resolved[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (!first) callback(new Error('no address'), '', 0);
    else if (options.all === true) callback(null, addresses.map(({ address, family }) => ({ address, family })));
    else callback(null, first.address, first.family);
  };
}
