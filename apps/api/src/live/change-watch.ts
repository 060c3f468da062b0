import type { Change, LiveReadModel, OutboxReadModel } from '@totrinh/persistence';
import type { Logger } from '@totrinh/platform';

const LOOK_EVERY_MS = 2_000;
/** Whoever wrote needs this long at most to commit, and clocks of machines differ. */
const LOOK_BACK_MS = 60_000;
const AHEAD_MS = 3_600_000;

/** What has changed since the last look: dossiers, and people who were told something or did something of their own. */
export interface Changes { readonly dossiers: readonly string[]; readonly told: readonly string[]; readonly did: readonly string[] }

/**
 * Finds out what changed, whichever process did it: one look each 2 s for everybody who listens, at once after a signal or an act. A signal only makes it look, so
 * that none is missed where one is lost. A dossier whose move is still to come is told again once it was made.
 */
export class ChangeWatch {
  readonly #changes: Pick<LiveReadModel, 'between'>;
  readonly #outbox: Pick<OutboxReadModel, 'waiting'>;
  readonly #tell: (changes: Changes) => Promise<void>;
  readonly #logger: Logger;
  readonly #known = new Map<string, number>();
  readonly #moving = new Set<string>();
  readonly #moved = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #on = false;

  constructor(changes: Pick<LiveReadModel, 'between'>, outbox: Pick<OutboxReadModel, 'waiting'>, tell: (changes: Changes) => Promise<void>, logger: Logger) {
    this.#changes = changes;
    this.#outbox = outbox;
    this.#tell = tell;
    this.#logger = logger;
  }

  /** Begins to look; what there is already is not told. */
  async start(): Promise<void> {
    if (this.#on) return;
    this.#on = true;
    this.#news(await this.#changes.between(Date.now() - LOOK_BACK_MS, Date.now() + AHEAD_MS));
    this.#later();
  }

  stop(): void {
    this.#on = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const memory of [this.#known, this.#moving, this.#moved]) memory.clear();
  }

  /** A dossier has moved, as the worker says. */
  moved(dossier: string): void {
    if (!this.#on) return;
    this.#moved.add(dossier);
    this.poke();
  }

  /** Something was done: looks at once. */
  poke(): void {
    if (!this.#on) return;
    if (this.#looking) this.#again = true;
    else void this.#look();
  }

  #later(): void {
    if (!this.#on) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.poke(), LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    this.#looking = this.#once();
    await this.#looking;
    this.#looking = undefined;
    if (this.#again) {
      this.#again = false;
      this.poke();
    } else this.#later();
  }

  async #once(): Promise<void> {
    try {
      const news = this.#news(await this.#changes.between(Date.now() - LOOK_BACK_MS, Date.now() + AHEAD_MS));
      const acted = news.flatMap((n) => (n.is === 'act' && n.dossier !== null ? [n.dossier] : []));
      for (const dossier of acted) this.#moving.add(dossier);
      const waiting = this.#moving.size === 0 ? new Set<string>() : await this.#outbox.waiting([...this.#moving]);
      const arrived = [...this.#moving].filter((dossier) => !waiting.has(dossier));
      for (const dossier of arrived) this.#moving.delete(dossier);
      const dossiers = new Set([...news.flatMap((n) => n.dossier ?? []), ...arrived, ...this.#moved]);
      this.#moved.clear();
      const told = new Set(news.flatMap((n) => (n.is === 'notice' && n.person !== null ? [n.person] : [])));
      const did = new Set(news.flatMap((n) => (n.is === 'act' && n.dossier === null && n.person !== null ? [n.person] : [])));
      if (dossiers.size + told.size + did.size > 0) await this.#tell({ dossiers: [...dossiers], told: [...told], did: [...did] });
    } catch (fault) {
      // The next look finds what this one did not.
      this.#logger.warn({ err: fault }, 'cannot look for changes');
    }
  }

  #news(found: readonly Change[]): Change[] {
    const now = Date.now();
    for (const [id, at] of this.#known) if (at < now - 2 * LOOK_BACK_MS) this.#known.delete(id);
    const fresh = found.filter((c) => !this.#known.has(c.id));
    for (const { id } of found) this.#known.set(id, now);
    return fresh;
  }
}
