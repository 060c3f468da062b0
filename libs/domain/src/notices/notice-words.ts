import { handWords } from './hand-words.ts';
import type { Language, NoticeKind } from './kinds.ts';

/** What the words of a notice are made of: codes, numbers and instants only. */
export interface NoticeFacts {
  readonly code: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface NoticeWords { readonly subject: string; readonly line: string }

type Word = (f: NoticeFacts) => string;

const WORDS: Readonly<Record<NoticeKind, Readonly<Record<Language, Word>>>> = {
  notify: {
    vi: (f) => `${dossier(f, 'vi')}: có thông tin gửi tới đồng chí`,
    en: (f) => `${dossier(f, 'en')}: there is information for you`,
  },
  nudged: {
    vi: (f) => `${dossier(f, 'vi')}: đề nghị đồng chí xử lý (đôn đốc)`,
    en: (f) => `${dossier(f, 'en')}: you are asked to act (a nudge)`,
  },
  reminded: {
    vi: (f) => `${dossier(f, 'vi')}: nhắc việc${times(f, ' lần ')}${due(f, ', hạn xử lý ', 'vi')}`,
    en: (f) => `${dossier(f, 'en')}: reminder${times(f, ' no. ')}${due(f, ', due ', 'en')}`,
  },
  escalated: {
    vi: (f) => `${dossier(f, 'vi')}: báo cáo việc cần đôn đốc${due(f, ', hạn xử lý ', 'vi')}`,
    en: (f) => `${dossier(f, 'en')}: a task that needs pressing${due(f, ', due ', 'en')}`,
  },
  moveAsked: {
    vi: (f) => `${dossier(f, 'vi')}: theo lịch làm việc mới, hạn xử lý có thể sớm hơn${due(f, ', hiện là ', 'vi')}; đề nghị đồng chí xác nhận`,
    en: (f) => `${dossier(f, 'en')}: by the new calendar the term would end earlier${due(f, ' than ', 'en')}; you are asked to confirm`,
  },
  ...handWords(dossier),
};

/** The words of a notice in a language; the subject carries codes, never a title. */
export function noticeWords(kind: NoticeKind, language: Language, facts: NoticeFacts): NoticeWords {
  const line = WORDS[kind][language](facts);
  return { subject: line, line: `${line}.` };
}

const ZONE_MS = 7 * 3_600_000;

/** An instant as people of the office read it: `17:00 13/7/2022`, in English `13 July 2022, 17:00`; what is no instant stays as it is. */
export function officeInstant(iso: string, language: Language): string {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return iso;
  const at = new Date(ms + ZONE_MS);
  const time = at.toISOString().slice(11, 16);
  const [d, m, y] = [at.getUTCDate(), at.getUTCMonth(), at.getUTCFullYear()];
  return language === 'vi' ? `${time} ${d}/${m + 1}/${y}` : `${d} ${MONTHS[m] ?? ''} ${y}, ${time}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dossier({ code }: NoticeFacts, language: Language): string {
  if (code === null) return 'Tờ Trình';
  return language === 'vi' ? `Hồ sơ ${code}` : `Dossier ${code}`;
}

function times({ data }: NoticeFacts, word: string): string {
  const n = data['reminders'];
  return typeof n === 'number' && n > 0 ? `${word}${n}` : '';
}

function due({ data }: NoticeFacts, word: string, language: Language): string {
  const at = data['dueAt'];
  return typeof at === 'string' ? `${word}${officeInstant(at, language)}` : '';
}
