const APART_MS = 50;

/**
 * Tells the relay that a dossier calls for a move: the first at once, then at most one in 50 ms, since one nudge makes it
 * lease every row that waits. Sent after the commit; what is lost the relay's own poll finds.
 */
export class CallNudge {
  readonly #send: (dossier: string) => void;
  #last: string | undefined;
  #quiet: NodeJS.Timeout | undefined;

  constructor(send: (dossier: string) => void) {
    this.#send = send;
  }

  called(dossier: string): void {
    if (this.#quiet !== undefined) {
      this.#last = dossier;
      return;
    }
    this.#send(dossier);
    this.#quiet = setTimeout(() => {
      const last = this.#last;
      this.#quiet = undefined;
      this.#last = undefined;
      if (last !== undefined) this.called(last);
    }, APART_MS);
  }
}
