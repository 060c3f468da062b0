import type { components } from '@totrinh/api-client';

export type NoticeKind = components['schemas']['Preferences']['quiet'][number];

/** What people are told of, as the server names it; those of a task first. */
export const KINDS: readonly NoticeKind[] = ['nudged', 'reminded', 'escalated', 'notify', 'moveAsked', 'entrusted', 'inStead', 'takenOver', 'handedBack', 'reassigned', 'standingIn', 'authorityGranted', 'authorityEnded'];

/** The kind of that name, or none. */
export const kindOf = (name: string | null): NoticeKind | null => KINDS.find((k) => k === name) ?? null;
