import { GENESIS, sha256 } from './event-body.ts';

/** A version of a calendar as its row tells it; `body` is the text that was hashed. */
export interface StoredVersion { readonly version: number; readonly body: string; readonly prev: string; readonly hash: string }

/** The first version, of a calendar's all in their order, that was changed, left out or put elsewhere; null where the chain verifies. Never throws. */
export function calendarChainFault(calendar: string, versions: readonly StoredVersion[]): { readonly version: number; readonly fault: 'missing' | 'hash' | 'prev' | 'columns' } | null {
  let before = GENESIS;
  for (const [i, { version, body, prev, hash }] of versions.entries()) {
    if (version !== i + 1) return { version: i + 1, fault: 'missing' };
    if (sha256(body) !== hash) return { version, fault: 'hash' };
    if (prev !== before) return { version, fault: 'prev' };
    const told = bodyOf(body);
    if (told?.calendar !== calendar || told.version !== version || told.prev !== prev) return { version, fault: 'columns' };
    before = hash;
  }
  return null;
}

/** What the text says, or null where it is none. */
function bodyOf(text: string): { readonly calendar?: unknown; readonly version?: unknown; readonly prev?: unknown } | null {
  try {
    return JSON.parse(text) as { calendar?: unknown } | null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}
