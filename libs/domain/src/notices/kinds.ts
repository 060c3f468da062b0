/** Everything that people are told by `tell`; each has its words in both languages (notice-words.ts). */
export const NOTICE_KINDS = ['notify', 'nudged', 'reminded', 'escalated', 'moveAsked', 'standingIn', 'inStead', 'authorityGranted', 'authorityEnded', 'takenOver', 'handedBack', 'reassigned', 'entrusted'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const isNoticeKind = (kind: string): kind is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(kind);

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** By e-mail each notice as it comes, one letter a day, or none; everything stands in the application in any case. */
export const MAIL_WISHES = ['each', 'digest', 'none'] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/** How a person wants to be told outside of the application: `digest` asks for the daily letter beside single ones, `quiet` names kinds that send no letter. */
export interface NoticePreferences { readonly email: MailWish; readonly language: Language; readonly digest: boolean; readonly quiet: readonly NoticeKind[] }

/** What holds until a person says otherwise. */
export const USUAL_PREFERENCES: NoticePreferences = { email: 'each', language: 'vi', digest: true, quiet: [] };
