import { extend, type Case, type Fact, type PlacedFact } from '@totrinh/domain';
import { chainFacts } from '../chain/event-body.ts';
import type { Tx } from '../tx.ts';
import { writeDossier } from './write-dossier.ts';
import { writeEvents } from './write-events.ts';
import { writeWork } from './write-work.ts';

/** Where a chain ends before these facts. */
export interface ChainEnd { readonly headHash: string; readonly lastAt: Date }

/** Under which act, by whom and when facts are recorded; `act` is null for moves of the workflow and the clock. */
export interface Under { readonly act: string | null; readonly by: string; readonly at: Date }

export interface Recorded { readonly after: Case; readonly headHash: string; readonly at: Date; readonly placed: readonly PlacedFact[] }

/**
 * Puts facts onto the dossier's chain and brings the tables to the state after them: rows of steps and tasks are the
 * difference between the folds before and after, so that tables and chain cannot disagree. Instants never go back.
 */
export function record(tx: Tx, before: Case, end: ChainEnd, facts: readonly Fact[], under: Under): Recorded {
  const { placed, after } = extend(before, facts);
  if (placed.length === 0) return { after: before, headHash: end.headHash, at: end.lastAt, placed };
  const at = new Date(Math.max(under.at.getTime(), end.lastAt.getTime()));
  const events = chainFacts(before.id, end.headHash, at.toISOString(), under.by, under.act, placed);
  const headHash = events.at(-1)?.hash ?? end.headHash;
  writeEvents(tx, before.id, events);
  writeWork(tx, before, after, placed, at, under);
  writeDossier(tx, before, after, placed, { headHash, at }, under);
  return { after, headHash, at, placed };
}
