import { appendFileSync, writeFileSync } from 'node:fs';

/** One attempt of a changing request, as the client knows it: what was asked, and what was answered, if anything was. */
export interface JournalLine {
  /** Real time of the answer (or of its absence), UTC. */
  readonly at: string;
  /** The same for every attempt of one request. */
  readonly correlationId: string;
  readonly attempt: number;
  readonly person: string;
  readonly key: string;
  readonly method: string;
  /** Path with the ids in it, without host. */
  readonly path: string;
  readonly status: number | 'no answer';
  /** The stored answer of an act that was recorded before was given again. */
  readonly replayed: boolean;
  readonly act: string | null;
  readonly dossier: string | null;
  readonly ids: Readonly<Record<string, string>>;
  /** The problem's code where it was refused. */
  readonly code: string | null;
}

/**
 * The client's own account of a run, one line an attempt, kept in memory and, where a file is named, appended to it line
 * by line (JSON) before the answer is used, so that the file also tells what a run knew that was cut off.
 */
export class Journal {
  readonly #lines: JournalLine[] = [];
  readonly #file: string | undefined;

  constructor(file?: string) {
    this.#file = file;
    if (file !== undefined) writeFileSync(file, '', { flag: 'a' });
  }

  add(line: JournalLine): void {
    this.#lines.push(line);
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  lines(): readonly JournalLine[] {
    return this.#lines;
  }

  /**
   * The acts that this run made: each 2xx answer's act once. A replayed answer is this run's own where an earlier attempt
   * of the same request was left without an answer (or with a fault); else it repeats what an earlier run did.
   */
  acts(): ReadonlySet<string> {
    const unsure = new Set(this.#lines.filter((l) => l.status === 'no answer' || l.status >= 500).map((l) => l.correlationId));
    const own = this.#lines.filter((l) => l.status !== 'no answer' && l.status < 300 && (!l.replayed || unsure.has(l.correlationId)));
    return new Set(own.flatMap((l) => l.act ?? []));
  }
}
