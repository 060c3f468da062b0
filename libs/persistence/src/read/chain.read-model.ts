import type { DataSource } from 'typeorm';
import { verifyChain, type ChainFault, type StoredEvent, type StoredWord } from '../chain/verify-chain.ts';
import type { Row } from '../tx.ts';
import { MAY_SEE, readingOneSnapshot, type Viewer } from './viewer.ts';

/** The verdict on a dossier's chain, and the hash it ends with. */
export interface ChainVerdict { readonly dossier: string; readonly length: number; readonly head: string; readonly faults: readonly ChainFault[] }

/** "Has anybody changed the record?": the chain of one dossier, verified from its first event to its head. */
export class ChainReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** Null where there is no such dossier for the viewer. */
  verify(viewer: Viewer, dossier: string): Promise<ChainVerdict | null> {
    return readingOneSnapshot(this.#source, async (tx) => {
      const head = (await tx.read<Row & { seq: number; hash: string }>(`select d.seq, d.head_hash as hash from totrinh.dossier d where ${MAY_SEE} and d.id = $3`, [viewer.person, viewer.day, dossier]))[0];
      if (!head) return null;
      const events = await tx.read<Row & StoredEvent>('select seq, type, at, act_id as act, body, hash from totrinh.event where dossier_id = $1 order by seq', [dossier]);
      const words = await tx.read<Row & StoredWord>('select seq, field, salt, value from totrinh.event_private where dossier_id = $1 order by seq, field', [dossier]);
      return { dossier, length: head.seq, head: head.hash, faults: verifyChain(dossier, events, head, words) };
    });
  }
}
