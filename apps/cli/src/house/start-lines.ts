import type { Say } from '@totrinh/embedded';

/** One part that serves: where, and how long its start took (s). */
export type StartedPart = { readonly name: string; readonly address: string; readonly seconds: number };

const PROGRESS_MS = 15_000;

/** Writes the lines of a start: one per part, a word while something takes long. Times count from each part's own beginning. */
export class StartLines {
  readonly started: StartedPart[] = [];
  readonly #onLine: (line: string) => void;
  readonly #running = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #quietSince = performance.now();

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
    this.#timer = setInterval(() => this.#progress(), 1_000);
    this.#timer.unref();
  }

  /** Says a line, Vietnamese first. */
  readonly say: Say = (vi, en) => this.#write(`  ${vi} / ${en}`);

  /** Times `work` and writes the part's line when it serves. `line` tells address and remark from what was started. */
  async part<T>(name: string, work: () => Promise<T>, line: (done: T) => { address: string; vi: string; en: string }): Promise<T> {
    const began = performance.now();
    this.#running.set(name, began);
    try {
      const done = await work();
      const seconds = (performance.now() - began) / 1000;
      const { address, vi, en } = line(done);
      this.started.push({ name, address, seconds });
      this.#write(`✓ ${name.padEnd(11)} ${address.padEnd(24)} ${seconds.toFixed(1).padStart(5)} s   ${vi} / ${en}`);
      return done;
    } finally {
      this.#running.delete(name);
    }
  }

  /** No more lines will come. */
  end(): void {
    clearInterval(this.#timer);
  }

  #write(text: string): void {
    this.#quietSince = performance.now();
    this.#onLine(text);
  }

  #progress(): void {
    if (this.#running.size === 0 || performance.now() - this.#quietSince < PROGRESS_MS) return;
    const waiting = [...this.#running].map(([name, began]) => `${name} ${Math.round((performance.now() - began) / 1000)} s`).join(', ');
    this.say(`… đang khởi động: ${waiting}`, `still starting: ${waiting}`);
  }
}
