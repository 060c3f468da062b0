import { createHash } from 'node:crypto';
import type { Means } from '@totrinh/domain';
import type { Transact } from '@totrinh/persistence';
import { v7 } from 'uuid';

/** What every act needs: the database, the business clock, fresh ids, and whom to tell after a commit. */
export interface Desk {
  readonly transact: Transact;
  /** The business clock; the only source of time for acts. */
  readonly now: () => Date;
  readonly means: Means;
  /** Told after a commit that raised an outbox row; may lose it, since the relay polls. */
  readonly onCalled: (dossier: string) => void;
}

export const MEANS: Means = { id: () => v7(), digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex') };

export function createDesk(transact: Transact, now: () => Date, onCalled: (dossier: string) => void = () => undefined): Desk {
  return { transact, now, means: MEANS, onCalled };
}
