/** Lets one loop wait for somebody else's word or for a span, whichever is first. A word given while nobody waits is kept. */
export class Nudge {
  #given = false;
  #wake: (() => void) | undefined;

  give(): void {
    this.#given = true;
    this.#wake?.();
  }

  /** Returns when nudged (also earlier than this call), or after `ms`. */
  async within(ms: number): Promise<void> {
    if (!this.#given) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => { clearTimeout(timer); resolve(); };
      });
    }
    this.#wake = undefined;
    this.#given = false;
  }
}
