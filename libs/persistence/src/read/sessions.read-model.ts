import type { DataSource } from 'typeorm';
import type { StoredSession } from '../ledger/sessions.ts';
import type { Row } from '../tx.ts';
import { reading } from './viewer.ts';

/** "Whose browser is this?" */
export class SessionsReadModel {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** The session as it is stored, also one whose time is over; null where there is none. `idHash`: SHA-256 of the cookie's value, hex. */
  async find(idHash: string): Promise<StoredSession | null> {
    const rows = await reading(this.#source, (tx) => tx.read<Row & StoredSession>(
      'select s.person_id as person, p.name, s.signed_in_at as "signedInAt", s.seen_at as "seenAt", s.until from totrinh.session s join totrinh.person p on p.id = s.person_id where s.id_hash = $1', [idHash]));
    return rows[0] ?? null;
  }
}
