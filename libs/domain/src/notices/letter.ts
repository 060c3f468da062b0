import { digestWords, type Digest } from './digest.ts';
import { headerText } from './header-text.ts';
import { isNoticeKind, type Language } from './kinds.ts';
import { noticeWords } from './notice-words.ts';

/** A delivery as it lies in the ledger, with what the outside may know of it. `title` is null unless the office lets titles out. */
export interface ToSend {
  readonly kind: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly dossier: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/** What a letter says; the subject is one line. */
export interface LetterText { readonly subject: string; readonly text: string }

/** The letter of a notice or of a day, in a language. `publicUrl` without a slash at its end, null: no link. A link opens a page, after a sign-in; nothing is ever decided by it. */
export function letterText(to: ToSend, language: Language, publicUrl: string | null): LetterText {
  const body = to.kind === 'digest' ? digestWords(to.data as unknown as Digest, language) : wordsOf(to, language);
  const link = linkOf(to, publicUrl);
  const title = to.title === null ? [] : [headerText(to.title, 500), ''];
  return { subject: headerText(body.subject), text: [...title, ...body.lines, ...(link === null ? [] : ['', link]), '', FOOTER[language], ''].join('\n') };
}

/** What a webhook says: the type, when it was said, codes, and a link to the page. */
export function webhookBody(to: ToSend, publicUrl: string | null): string {
  const { code, kind, title, data, at } = to;
  return JSON.stringify({ type: `notice.${kind}`, timestamp: at, data: { dossier: code, ...(title === null ? {} : { title }), ...data, link: linkOf(to, publicUrl) } });
}

/** The page of what is told: the dossier, or one's own tasks. */
export function linkOf({ dossier }: Pick<ToSend, 'dossier'>, publicUrl: string | null): string | null {
  if (publicUrl === null) return null;
  return dossier === null ? `${publicUrl}/tasks` : `${publicUrl}/dossiers/${dossier}`;
}

const FOOTER: Readonly<Record<Language, string>> = {
  vi: 'Thư tự động của hệ thống Tờ Trình. Liên kết chỉ mở trang sau khi đăng nhập; không xử lý việc qua thư này.',
  en: 'An automatic letter of Tờ Trình. The link only opens a page, after a sign-in; nothing is decided by this letter.',
};

function wordsOf(to: ToSend, language: Language): { subject: string; lines: readonly string[] } {
  if (!isNoticeKind(to.kind)) return { subject: to.code ?? to.kind, lines: [to.kind] };
  const { subject, line } = noticeWords(to.kind, language, to);
  return { subject, lines: [line] };
}
