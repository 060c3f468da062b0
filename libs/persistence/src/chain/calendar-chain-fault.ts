import type { CalendarChange } from './calendar-chain.ts';
import { canonical, GENESIS, sha256 } from './event-body.ts';

/** A version of a calendar as its row tells it; `body` is the text that was hashed. */
export interface StoredVersion { readonly version: number; readonly body: string; readonly prev: string; readonly hash: string; readonly reason: string; readonly at: Date; readonly by: string | null }
export interface CalendarChainFault { readonly version: number; readonly fault: 'missing' | 'hash' | 'prev' | 'canonical' | 'columns' }

/**
 * The first version, of a calendar's all in their order, that was changed, left out or put elsewhere; null where the chain verifies. `length` is how many
 * versions acts have made of it, with the shipped one: fewer rows mean that the end was cut off. Never throws.
 */
export function calendarChainFault(calendar: string, versions: readonly StoredVersion[], length: number): CalendarChainFault | null {
  let before = GENESIS;
  for (const [i, { version, body, prev, hash, reason, at, by }] of versions.entries()) {
    if (version !== i + 1) return { version: i + 1, fault: 'missing' };
    if (sha256(body) !== hash) return { version, fault: 'hash' };
    if (prev !== before) return { version, fault: 'prev' };
    const told = bodyOf(body);
    if (told === null || canonical(told) !== body) return { version, fault: 'canonical' };
    const same = told.calendar === calendar && told.version === version && told.prev === prev && told.reason === reason && told.at === at.toISOString() && told.by === by;
    if (!same) return { version, fault: 'columns' };
    before = hash;
  }
  return versions.length < length ? { version: versions.length + 1, fault: 'missing' } : null;
}

/** What the text says, or null where it is none. */
function bodyOf(text: string): (Partial<CalendarChange> & { readonly prev?: string }) | null {
  try {
    const body = JSON.parse(text) as Partial<CalendarChange> | null;
    return typeof body === 'object' ? body : null;
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}
