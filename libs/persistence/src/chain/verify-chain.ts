import type { PlacedFact } from '@totrinh/domain';
import { canonical, CHAIN_FORMAT, GENESIS, sha256, wordDigest } from './event-body.ts';

export interface StoredEvent { readonly seq: number; readonly type: string; readonly at: Date; readonly act: string | null; readonly body: string; readonly hash: string }
export interface StoredWord { readonly seq: number; readonly field: string; readonly salt: string | null; readonly value: string | null }
export interface ChainHead { readonly seq: number; readonly hash: string }
export interface ChainFault { readonly seq: number; readonly fault: 'missing' | 'hash' | 'prev' | 'order' | 'columns' | 'canonical' | 'word' | 'head' }

interface EventBody { format: number; dossier: string; seq: number; prev: string; at: string; by: string; act: string | null; type: string; data: unknown; digests: Record<string, string> }

/**
 * Checks a dossier's chain against its head, so that a changed, swapped, inserted, removed or cut row is found. With `words`
 * those too: each that an event names has its row, which matches its digest or is erased (salt and value null). Never throws,
 * whatever stands in the rows.
 */
export function verifyChain(dossier: string, events: readonly StoredEvent[], head: ChainHead, words?: readonly StoredWord[]): ChainFault[] {
  const faults: ChainFault[] = [];
  const wordsOf = Map.groupBy(words ?? [], (w) => w.seq);
  let prev = GENESIS;
  let lastAt = '';
  for (const [i, event] of events.entries()) {
    const seq = i + 1;
    const body = bodyOf(event);
    if (event.seq !== seq || (body && body.seq !== seq)) { faults.push({ seq, fault: 'missing' }); break; }
    if (sha256(event.body) !== event.hash) faults.push({ seq, fault: 'hash' });
    prev = checkBody(event, body, { dossier, seq, prev, lastAt }, faults);
    if (body && words && wordsFault(body.digests ?? {}, wordsOf.get(seq) ?? [])) faults.push({ seq, fault: 'word' });
    lastAt = body?.at ?? lastAt;
  }
  if (head.seq < 1 || events.length !== head.seq || prev !== head.hash) faults.push({ seq: head.seq, fault: 'head' });
  return faults;
}

interface Place { readonly dossier: string; readonly seq: number; readonly prev: string; readonly lastAt: string }

function checkBody(event: StoredEvent, body: EventBody | null, { dossier, seq, prev, lastAt }: Place, faults: ChainFault[]): string {
  if (body === null || canonical(body) !== event.body || body.format !== CHAIN_FORMAT) faults.push({ seq, fault: 'canonical' });
  if (body === null) return event.hash;
  if (body.prev !== prev || body.dossier !== dossier) faults.push({ seq, fault: 'prev' });
  if (body.at < lastAt) faults.push({ seq, fault: 'order' });
  if (body.type !== event.type || body.at !== event.at.toISOString() || body.act !== event.act) faults.push({ seq, fault: 'columns' });
  return event.hash;
}

/** The event's body, or null where the text is none. */
function bodyOf(event: StoredEvent): EventBody | null {
  try {
    const body = JSON.parse(event.body) as EventBody | null;
    return typeof body === 'object' ? body : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

function wordsFault(digests: Record<string, string>, words: readonly StoredWord[]): boolean {
  const told = new Set(words.map((w) => w.field));
  return Object.keys(digests).some((field) => !told.has(field)) || words.some((w) => wordFault(w, digests));
}

function wordFault(word: StoredWord, digests: Record<string, string>): boolean {
  if (digests[word.field] === undefined) return true;
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
