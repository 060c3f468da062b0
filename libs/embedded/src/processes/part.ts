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
};
