import { openSteps, phaseOf } from '@totrinh/domain';
import type { CaseActivities, Move } from '@totrinh/messages';
import { DossierDriver } from '../domain/dossier-driver.ts';

/** A gate that holds an activity until it is opened, and tells when somebody stands before it. */
export class Gate {
  readonly #reached = Promise.withResolvers<void>();
  readonly #open = Promise.withResolvers<void>();
  /** Settles when the activity has come. */
  readonly reached = this.#reached.promise;

  open(): void {
    this.#open.resolve();
  }

  async pass(): Promise<void> {
    this.#reached.resolve();
    await this.#open.promise;
  }
}

/** A ledger of one dossier in memory, kept by the real rules, with an `advance` that can be made to fail and to wait. */
export class FakeLedger {
  readonly dossier: DossierDriver;
  /** How often the workflow asked for a move, failures included. */
  asked = 0;
  /** How many of the next calls fail, as they do while the database is away. */
  failing = 0;
  /** The next call, once it has made its move, waits here before it answers. */
  gate: Gate | undefined;

  constructor(dossier = new DossierDriver()) {
    this.dossier = dossier;
  }

  get version(): number {
    return this.dossier.case.seq;
  }

  readonly activities: CaseActivities = {
    advance: async (id) => {
      this.asked += 1;
      if (this.failing > 0) {
        this.failing -= 1;
        throw new Error('the database is away');
      }
      const opened = this.dossier.move().flatMap((f) => (f.type === 'step.opened' ? [f.data.path] : []));
      const move = this.#told(id, opened);
      const gate = this.gate;
      this.gate = undefined;
      await gate?.pass();
      return move;
    },
  };

  #told(id: string, opened: string[]): Move {
    const c = this.dossier.case;
    const way = c.steps.filter((s) => s.state !== 'open').map((s) => ({ step: s.path, round: s.round, outcome: s.outcome }));
    return { standing: { dossier: id, version: c.seq, phase: phaseOf(c, this.dossier.route), at: openSteps(c).map((s) => s.path), way }, opened, ended: c.status !== 'open' };
  }
}

/** The acts that lead the sample dossier from its first draft to its issue, one that calls for a move each, and where it then stands. */
export const STORY: readonly { readonly act: (d: DossierDriver) => void; readonly phase: string; readonly at: readonly string[] }[] = [
  { act: (d) => { d.attach('du-thao', 'a'.repeat(64)); d.submit(); }, phase: 'soan-thao', at: ['duyet-noi-dung'] },
  { act: (d) => d.decide('duyet-noi-dung', 'btctu-truong', 'approved'), phase: 'lay-y-kien', at: ['lay-y-kien'] },
  { act: (d) => { d.decide('lay-y-kien', 'stc-truong', 'consent'); d.decide('lay-y-kien', 'btgtu-truong', 'consent'); }, phase: 'soan-thao', at: ['tiep-thu'] },
  { act: (d) => { d.attach('to-trinh', 'b'.repeat(64)); d.submit(); }, phase: 'tham-dinh', at: ['tham-dinh'] },
  { act: (d) => d.decide('tham-dinh', 'vptu-truong', 'approved'), phase: 'trinh', at: ['cho-y-kien'] },
  { act: (d) => d.decide('cho-y-kien', 'tt-1', 'approved'), phase: 'quyet-dinh', at: ['thong-qua'] },
  { act: (d) => { for (const member of ['btv-1', 'btv-2', 'btv-3']) d.decide('thong-qua', member, 'approved'); }, phase: 'quyet-dinh', at: ['ky'] },
  { act: (d) => d.decide('ky', 'tt-1', 'signed'), phase: 'ban-hanh', at: ['ban-hanh'] },
  { act: (d) => d.issue(), phase: 'ket-thuc', at: [] },
];
