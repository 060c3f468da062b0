import { leaseCalls, nextCallInMs, returnCalls, type Desk } from '@totrinh/casework';
import { reasonOf, type Logger } from '@totrinh/platform';
import type { Mover } from './movers/mover.ts';
import { Nudge } from './nudge.ts';

export interface RelayParts {
  readonly desk: Desk;
  readonly mover: Mover;
  /** Whether Temporal serves the namespace now. */
  readonly isTemporalUp: () => Promise<boolean>;
  /** Told when Temporal serves again after it was away. */
  readonly onTemporalBack: () => void;
  readonly logger: Logger;
}

/** Calls on their way at once; more would only queue inside Temporal. */
const AT_ONCE = 32;
/** Longest wait before looking unasked, since notices may be lost; shortest, so that a row somebody else holds is not asked for in a spin. */
const POLL_MS = 1_000;
const BREATH_MS = 5;

/**
 * Carries the outbox to Temporal: leases rows and has each moved. A row that was sent stays until the move has deleted it, and
 * is sent again when that takes too long. While Temporal is away rows stay where they are; they go out when it is back.
 */
export class Relay {
  readonly #parts: RelayParts;
  readonly #nudge = new Nudge();
  readonly #end = new Nudge();
  readonly #underWay = new Set<Promise<void>>();
  #stopping = false;
  #away = false;
  #done: Promise<void> | undefined;

  constructor(parts: RelayParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#done = this.#run();
  }

  /** Something may wait: look now. */
  wake(): void {
    this.#nudge.give();
  }

  /** Takes no more rows; returns when those under way are answered. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#nudge.give();
    this.#end.give();
    await this.#done;
    await Promise.all(this.#underWay);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        if (this.#away) await this.#untilBack();
        else await this.#nudge.within(await this.#round());
      } catch (error) {
        // The database is away: nothing is lost, the rows are in it.
        this.#parts.logger.warn({ reason: reasonOf(error) }, 'cannot read the outbox');
        await this.#nudge.within(POLL_MS);
      }
    }
  }

  /** Sends what is due and answers how long to wait, ms. */
  async #round(): Promise<number> {
    const free = AT_ONCE - this.#underWay.size;
    if (free === 0) return POLL_MS;
    const rows = await leaseCalls(this.#parts.desk, free);
    for (const { dossier, version } of rows) this.#take(this.#send(dossier, version));
    // What was taken now comes again in two seconds at the earliest; only an idle relay asks when the next is due.
    if (rows.length > 0) return POLL_MS;
    const next = await nextCallInMs(this.#parts.desk);
    return next === null ? POLL_MS : Math.min(POLL_MS, Math.max(BREATH_MS, next));
  }

  /** Keeps account of what is under way; the first place that becomes free is used at once. */
  #take(sent: Promise<void>): void {
    const kept = sent.finally(() => {
      this.#underWay.delete(kept);
      if (this.#underWay.size === AT_ONCE - 1) this.#nudge.give();
    });
    this.#underWay.add(kept);
  }

  async #send(dossier: string, version: number): Promise<void> {
    const { desk, mover, isTemporalUp, logger } = this.#parts;
    try {
      await mover.move(dossier, version);
    } catch (error) {
      logger.warn({ dossier, version, reason: reasonOf(error) }, 'a call for a move was not taken; it stays in the outbox');
      // With Temporal there, the row's own back-off decides; without, every row would be tried in vain.
      if (await isTemporalUp()) return;
      this.#away = true;
      await returnCalls(desk, [dossier]).catch((fault: unknown) => logger.warn({ dossier, reason: reasonOf(fault) }, 'the call comes again by its lease'));
    }
  }

  async #untilBack(): Promise<void> {
    for (let wait = 100; !this.#stopping && !(await this.#parts.isTemporalUp()); wait = Math.min(2_000, wait * 2)) await this.#end.within(wait);
    if (this.#stopping) return;
    this.#away = false;
    this.#parts.onTemporalBack();
  }
}
