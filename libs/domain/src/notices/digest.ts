import type { Language } from './kinds.ts';
import { isNoticeKind } from './kinds.ts';
import { noticeWords, officeInstant } from './notice-words.ts';

/** A day's letter: what was not read, and what is due soon or late. Codes only; of long lists the letter names the first and says how many there are. */
export interface Digest {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly unread: readonly { readonly code: string | null; readonly kind: string; readonly at: string }[];
  readonly unreadCount: number;
  readonly near: readonly { readonly code: string; readonly step: string; readonly dueAt: string; readonly late: boolean }[];
  readonly nearCount: number;
}

/** How many lines of each list a letter carries. */
export const DIGEST_LINES = 30;

/** The words of a day's letter. */
export function digestWords(digest: Digest, language: Language): { readonly subject: string; readonly lines: readonly string[] } {
  const [y, m, d] = digest.day.split('-').map(Number);
  const day = `${d}/${m}/${y}`;
  const vi = language === 'vi';
  const subject = vi ? `Tờ Trình ngày ${day}: ${digest.nearCount} việc đến hạn, ${digest.unreadCount} thông báo chưa đọc` : `Tờ Trình on ${day}: ${digest.nearCount} tasks due, ${digest.unreadCount} unread notices`;
  const near = digest.near.map((t) => `- ${t.code} · ${t.step} · ${vi ? (t.late ? 'quá hạn từ' : 'hạn') : t.late ? 'overdue since' : 'due'} ${officeInstant(t.dueAt, language)}`);
  const unread = digest.unread.map((n) => `- ${isNoticeKind(n.kind) ? noticeWords(n.kind, language, { code: n.code, data: {} }).subject : (n.code ?? n.kind)} (${officeInstant(n.at, language)})`);
  return {
    subject,
    lines: [
      ...part(vi ? 'Việc đến hạn hoặc sắp đến hạn' : 'Tasks due or due soon', near, digest.nearCount, vi),
      ...part(vi ? 'Thông báo chưa đọc' : 'Unread notices', unread, digest.unreadCount, vi),
    ],
  };
}

function part(title: string, lines: readonly string[], count: number, vi: boolean): string[] {
  if (count === 0) return [];
  const more = count - lines.length;
  return [`${title} (${count}):`, ...lines, ...(more > 0 ? [vi ? `… và ${more} mục khác` : `… and ${more} more`] : []), ''];
}
