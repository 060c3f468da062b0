import type { CalendarContent } from '@totrinh/domain';
import { canonical, GENESIS, sha256 } from './event-body.ts';

/** What one version of a calendar says, by whom (null: the system), when and why. */
export interface CalendarChange { readonly calendar: string; readonly version: number; readonly content: CalendarContent; readonly reason: string; readonly at: string; readonly by: string | null }
/** A version as stored: `body` is the exact text that was hashed (RFC 8785 JSON). */
export interface ChainedVersion { readonly body: string; readonly prevHash: string; readonly hash: string; readonly reason: string }

/** Chains a version behind the one before (null: the first). Every calendar has a chain of its own. */
export function chainedVersion(change: CalendarChange, prevHash: string | null): ChainedVersion {
  const prev = prevHash ?? GENESIS;
  const body = canonical({ format: 1, ...change, prev });
  return { body, prevHash: prev, hash: sha256(body), reason: change.reason };
}

/** What a stored version says. */
export function contentOf(body: string): CalendarContent {
  return (JSON.parse(body) as { content: CalendarContent }).content;
}
