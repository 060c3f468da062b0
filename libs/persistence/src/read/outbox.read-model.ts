import type { DataSource } from 'typeorm';
import { reading } from './viewer.ts';

/** "Which of these dossiers still wait for their move?" */
export class OutboxReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Those of the dossiers whose outbox row is still there. */
  async waiting(dossiers: readonly string[]): Promise<Set<string>> {
    const rows = await reading(this.#source, (tx) => tx.read<{ dossier: string }>('select dossier_id as dossier from totrinh.outbox where dossier_id = any($1::uuid[])', [dossiers]));
    return new Set(rows.map((r) => r.dossier));
  }
}
