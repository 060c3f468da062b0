import type { Child, Ending } from './child.ts';
import { memoryOf } from './memory.ts';

/** A part of the house that runs: it can be measured, killed and started again at the same address. */
export type Part = {
  readonly name: string;
  /** The process number now; undefined while it is down, or when another program runs the part. */
  pid(): number | undefined;
  /** Bytes of memory, see memoryOf. */
  rss(): number | undefined;
  /** Ends it at once, as a crash would (SIGKILL); returns when it is gone. */
  kill(): Promise<void>;
  /** Ends it in good order; returns when it is gone. */
  stop(): Promise<void>;
  /** Starts it again with the same settings; returns when it serves. Ends it first when it still runs. */
  restart(): Promise<void>;
  /** Hears each time the part ends without kill, stop or restart having been asked for. */
  onDown(listener: (ending: Ending) => void): void;
};

export type PartOptions = {
  readonly name: string;
  /** Starts the process and returns when it serves; must leave no process behind when it throws. */
  readonly launch: () => Promise<Child>;
  /** The signal that asks for a good end, and how long (ms, 10,000) it may take before the process is killed. */
  readonly stopSignal: NodeJS.Signals;
  readonly graceMs?: number;
};

/** Launches a part that is one process, and answers how to measure, end and start it again. Throws what `launch` throws. */
export async function startPart({ name, launch, stopSignal, graceMs }: PartOptions): Promise<Part> {
  const listeners: ((ending: Ending) => void)[] = [];
  const wanted = new WeakSet<Child>();
  let child = await up();

  async function up(): Promise<Child> {
    const fresh = await launch();
    void fresh.exited.then((ending) => {
      if (!wanted.has(fresh)) for (const listener of listeners) listener(ending);
    });
    return fresh;
  }
  async function down(signal: NodeJS.Signals): Promise<void> {
    wanted.add(child);
    await child.end(signal, graceMs);
  }

  return {
    name,
    pid: () => (child.isAlive() ? child.pid : undefined),
    rss: () => (child.isAlive() ? memoryOf(child.pid) : undefined),
    kill: () => down('SIGKILL'),
    stop: () => down(stopSignal),
    async restart() {
      await down(stopSignal);
      child = await up();
    },
    onDown: (listener) => void listeners.push(listener),
  };
}
