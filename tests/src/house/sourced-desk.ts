import { createDesk, type Desk } from '@totrinh/casework';
import { transactions, type createDataSource } from '@totrinh/persistence';

export type Source = ReturnType<typeof createDataSource>;

/** A desk whose pool a test may close, and whose statements it may stand in front of. */
export interface SourcedDesk extends Desk {
  readonly source: Source;
}

export function sourcedDesk(source: Source, now: () => Date): SourcedDesk {
  return { ...createDesk(transactions(source), now), source };
}

/** The same desk on another pool. */
export function onSource<T extends Desk>(desk: T, source: Source): T & SourcedDesk {
  return { ...desk, source, transact: transactions(source) };
}
