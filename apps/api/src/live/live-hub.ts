import type { Hearer, LiveReadModel, OutboxReadModel } from '@totrinh/persistence';
import type { Logger } from '@totrinh/platform';
import { Refused } from '../http/refused.ts';
import { ChangeWatch, type Changes } from './change-watch.ts';
import { LiveStream } from './live-stream.ts';

const MOST_OF_ONE = 10;
/** Beyond this nobody is asked for one by one: everybody is told that much changed. */
const MOST_NAMED = 300;
const BEAT_MS = 15_000;

/** What the hub rests on: whoever may read what on which day. */
export interface LiveParts {
  readonly changes: Pick<LiveReadModel, 'between' | 'hearers'>;
  readonly outbox: Pick<OutboxReadModel, 'waiting'>;
  readonly today: () => string;
  readonly logger: Logger;
  /** How often a quiet stream shows that it lives and its sign-in is asked again; 15 s unless told otherwise. */
  readonly beatMs?: number;
}

interface Listener { readonly stream: LiveStream; readonly stillIn: () => Promise<boolean> }

/** Everybody who listens at this process. Tells each what changed that they may read, by ids alone. */
export class LiveHub {
  readonly #parts: LiveParts;
  readonly #watch: ChangeWatch;
  readonly #listeners = new Set<Listener>();
  #beats: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#watch = new ChangeWatch(parts.changes, parts.outbox, (changes) => this.#tell(changes), parts.logger);
  }

  /** A stream for somebody who is signed in; `stillIn` is asked from time to time, and ends it where it says no. Errors: LIVE_TOO_MANY, SERVICE_AWAY (the server is closing). */
  async listen(person: string, stillIn: () => Promise<boolean>): Promise<LiveStream> {
    if (this.#ended) throw new Refused('SERVICE_AWAY', { service: 'live' });
    const own = [...this.#listeners].filter((l) => l.stream.person === person).length;
    if (own >= MOST_OF_ONE) throw new Refused('LIVE_TOO_MANY', { most: MOST_OF_ONE });
    const listener = { stream: new LiveStream(person), stillIn };
    this.#listeners.add(listener);
    listener.stream.once('close', () => this.#gone(listener));
    this.#beats ??= setInterval(() => void this.#beat(), this.#parts.beatMs ?? BEAT_MS);
    await this.#watch.start();
    listener.stream.hello();
    return listener.stream;
  }

  /** The worker says that a dossier has moved. */
  moved(dossier: string): void {
    this.#watch.moved(dossier);
  }

  /** Something was done here. */
  poke(): void {
    this.#watch.poke();
  }

  /** Ends every stream; nobody is let in any more. */
  end(): void {
    this.#ended = true;
    for (const { stream } of [...this.#listeners]) stream.bye('closing');
    this.#idle();
  }

  #gone(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#idle();
  }

  #idle(): void {
    clearInterval(this.#beats);
    this.#beats = undefined;
    this.#watch.stop();
  }

  async #beat(): Promise<void> {
    for (const { stream, stillIn } of [...this.#listeners]) {
      if (await stillIn()) stream.beat();
      else stream.bye('signedOut');
    }
  }

  async #tell({ dossiers, told, did }: Changes): Promise<void> {
    const streams = [...this.#listeners].map((l) => l.stream);
    const all = dossiers.length > MOST_NAMED;
    const people = [...new Set(streams.map((s) => s.person))];
    const hearers = all || dossiers.length === 0 ? [] : await this.#parts.changes.hearers(people, dossiers, this.#parts.today());
    const heard = Map.groupBy(hearers, (h: Hearer) => h.person);
    for (const stream of streams) {
      const mine = heard.get(stream.person) ?? [];
      const notices = told.includes(stream.person);
      const desk = notices || did.includes(stream.person) || mine.some((h) => h.desk);
      if (all || notices || desk || mine.length > 0) stream.changed({ dossiers: mine.map((h) => h.dossier), notices, desk: all || desk, all });
    }
  }
}
