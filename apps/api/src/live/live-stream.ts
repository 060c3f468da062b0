import { Readable } from 'node:stream';

/** Bytes that may wait for a reader who does not take them. */
const MOST_WAITING = 64 * 1024;
const RETRY_MS = 3_000;

/** What a listener is told: which dossiers, whether their notices or their desk; `all` where it was too much to name. */
export interface Told { readonly dossiers: readonly string[]; readonly notices: boolean; readonly desk: boolean; readonly all: boolean }
export type Ending = 'signedOut' | 'closing';

/** One listener's stream of server-sent events. It never waits for its reader: whoever falls behind is cut off, comes again and loads anew. */
export class LiveStream extends Readable {
  readonly person: string;

  constructor(person: string) {
    super({ highWaterMark: MOST_WAITING });
    this.person = person;
    this.push(`retry: ${RETRY_MS}\n`);
  }

  /** Nothing is made on demand: what there is to say is said when it happens. */
  override _read(): void {}

  hello(): void {
    this.#say('event: hello\ndata: {}\n\n');
  }

  changed({ dossiers, notices, desk, all }: Told): void {
    this.#say(`event: changed\ndata: ${JSON.stringify({ dossiers, notices, desk, all })}\n\n`);
  }

  /** Keeps the connection from looking dead to whatever stands between. */
  beat(): void {
    this.#say(': \n\n');
  }

  /** Says why, and ends; a reader who has not taken what was said before is cut off. */
  bye(because: Ending): void {
    if (this.readableLength > 0) {
      this.destroy();
      return;
    }
    this.#say(`event: bye\ndata: ${JSON.stringify({ because })}\n\n`);
    this.push(null);
  }

  #say(text: string): void {
    if (this.destroyed || this.readableEnded) return;
    if (this.readableLength + text.length > MOST_WAITING) this.destroy();
    else this.push(text);
  }
}
