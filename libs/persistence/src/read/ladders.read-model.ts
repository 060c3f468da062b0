import type { Ladder } from '@totrinh/domain';
import type { DataSource } from 'typeorm';
import type { Row } from '../tx.ts';
import { reading } from './viewer.ts';

/** A version of a ladder; those that come with the system were published by nobody. */
export interface SeenLadder { readonly id: string; readonly version: number; readonly rules: Ladder; readonly publishedAt: Date; readonly publishedBy: string | null }

const SEEN = `l.ladder_id as id, l.version, l.body as rules, l.at as "publishedAt", l.by_person as "publishedBy"`;

/** "When does the system remind whom?": ladders are open to everybody who is in the directory. */
export class LaddersReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The latest version of each. */
  latest(): Promise<SeenLadder[]> {
    return reading(this.#source, (tx) => tx.read<Row & SeenLadder>(`select distinct on (l.ladder_id) ${SEEN} from totrinh.ladder_version l order by l.ladder_id, l.version desc`));
  }

  async find(id: string, version: number): Promise<SeenLadder | null> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & SeenLadder>(`select ${SEEN} from totrinh.ladder_version l where l.ladder_id = $1 and l.version = $2`, [id, version]));
    return rows[0] ?? null;
  }
}
