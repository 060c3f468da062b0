import type { OutboxReadModel } from '@totrinh/persistence';
import type { Logger } from '@totrinh/platform';

const LOOK_EVERY_MS = 50;

/**
 * Knows when a dossier's move has been made: the worker says so (NOTIFY after its commit), and since signals may be lost,
 * one look at the outbox every 50 ms serves everybody who waits. Nobody waits: nobody looks.
 */
export class MoveWatch {
  readonly #outbox: Pick<OutboxReadModel, 'waiting'>;
  readonly #logger: Logger;
  readonly #waiting = new Map<string, Set<() => void>>();
  #looking: NodeJS.Timeout | undefined;

  constructor(outbox: Pick<OutboxReadModel, 'waiting'>, logger: Logger) {
    this.#outbox = outbox;
    this.#logger = logger;
  }

  /** Waits at most `ms` for the dossier's move; answers whether it was made. */
  made(dossier: string, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const all = this.#waiting.get(dossier) ?? new Set();
      this.#waiting.set(dossier, all);
      const settle = (made: boolean): void => {
        clearTimeout(patience);
        all.delete(done);
        if (all.size === 0) this.#waiting.delete(dossier);
        resolve(made);
      };
      const done = (): void => settle(true);
      const patience = setTimeout(() => settle(false), ms);
      all.add(done);
      this.#lookLater();
    });
  }

  /** The worker said that this dossier has moved. */
  heard(dossier: string): void {
    for (const done of [...(this.#waiting.get(dossier) ?? [])]) done();
  }

  #lookLater(): void {
    if (this.#waiting.size > 0) this.#looking ??= setTimeout(() => void this.#look(), LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    const asked = [...this.#waiting.keys()];
    try {
      const still = asked.length === 0 ? new Set() : await this.#outbox.waiting(asked);
      for (const dossier of asked) if (!still.has(dossier)) this.heard(dossier);
    } catch (fault) {
      this.#logger.warn({ err: fault }, 'cannot look whether dossiers have moved');
    } finally {
      this.#looking = undefined;
      this.#lookLater();
    }
  }
}
