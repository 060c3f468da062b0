import type { PlacedFact } from '@totrinh/domain';
import { canonical, GENESIS, sha256, wordDigest } from './event-body.ts';

export interface StoredEvent { readonly seq: number; readonly type: string; readonly at: Date; readonly act: string | null; readonly body: string; readonly hash: string }
export interface StoredWord { readonly seq: number; readonly field: string; readonly salt: string | null; readonly value: string | null }
export interface ChainHead { readonly seq: number; readonly hash: string }
export interface ChainFault { readonly seq: number; readonly fault: 'missing' | 'hash' | 'prev' | 'order' | 'columns' | 'canonical' | 'word' | 'head' }

interface EventBody { format: number; dossier: string; seq: number; prev: string; at: string; by: string; act: string | null; type: string; data: unknown; digests: Record<string, string> }

/**
 * Checks a dossier's chain against its head, so that a changed, swapped, inserted, removed or cut row is found. Erased
 * words (salt and value null) are accepted; words that are there must match their digests.
 */
export function verifyChain(dossier: string, events: readonly StoredEvent[], head: ChainHead, words: readonly StoredWord[] = []): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev = GENESIS;
  let lastAt = '';
  for (const [i, event] of events.entries()) {
    const seq = i + 1;
    const body = JSON.parse(event.body) as EventBody;
    if (event.seq !== seq || body.seq !== seq) { faults.push({ seq, fault: 'missing' }); break; }
    if (sha256(event.body) !== event.hash) faults.push({ seq, fault: 'hash' });
    if (canonical(body) !== event.body) faults.push({ seq, fault: 'canonical' });
    if (body.prev !== prev || body.dossier !== dossier) faults.push({ seq, fault: 'prev' });
    if (body.at < lastAt) faults.push({ seq, fault: 'order' });
    if (body.type !== event.type || body.at !== event.at.toISOString() || body.act !== event.act) faults.push({ seq, fault: 'columns' });
    if (words.some((w) => w.seq === seq && wordFault(w, body.digests))) faults.push({ seq, fault: 'word' });
    prev = event.hash;
    lastAt = body.at;
  }
  if (events.length !== head.seq || prev !== head.hash) faults.push({ seq: head.seq, fault: 'head' });
  return faults;
}

function wordFault(word: StoredWord, digests: Record<string, string>): boolean {
  if (word.value === null || word.salt === null) return word.value !== word.salt;
  return digests[word.field] !== wordDigest(word.salt, word.value);
}

/** The structural facts of stored events, to be folded. */
export function factsOf(events: readonly StoredEvent[]): PlacedFact[] {
  return events.map((e) => {
    const { seq, type, data } = JSON.parse(e.body) as EventBody;
    return { seq, type, data } as PlacedFact;
  });
}
