import type { Language } from './kinds.ts';
import type { NoticeFacts } from './notice-words.ts';

/** Kinds that say who acts for whom, and whose a task has become. */
export type HandKind = 'standingIn' | 'inStead' | 'authorityGranted' | 'authorityEnded' | 'takenOver' | 'handedBack' | 'reassigned' | 'entrusted';

type Word = (f: NoticeFacts, language: Language) => string;
const said = (vi: Word, en: Word): Readonly<Record<Language, (f: NoticeFacts) => string>> => ({ vi: (f) => vi(f, 'vi'), en: (f) => en(f, 'en') });

/** The words of those kinds; `dossier` names the dossier by its code. */
export const handWords = (dossier: Word): Readonly<Record<HandKind, ReturnType<typeof said>>> => ({
  standingIn: said((f, l) => `Xử lý thay khi vắng${days(f, l)}`, (f, l) => `Standing in during an absence${days(f, l)}`),
  inStead: said((f, l) => `${dossier(f, l)}: có việc để đồng chí xử lý thay người vắng`, (f, l) => `${dossier(f, l)}: a task to act on in stead of somebody absent`),
  authorityGranted: said((f, l) => `Ủy quyền (TUQ)${number(f)}${days(f, l)}`, (f, l) => `Written authority (TUQ)${number(f)}${days(f, l)}`),
  authorityEnded: said((f) => `Ủy quyền (TUQ)${number(f)} đã chấm dứt`, (f) => `Written authority (TUQ)${number(f)} has ended`),
  takenOver: said((f, l) => `${dossier(f, l)}: việc quá hạn đã được cấp trên nhận xử lý thay`, (f, l) => `${dossier(f, l)}: a superior has taken the late task over`),
  handedBack: said((f, l) => `${dossier(f, l)}: việc được giao lại cho đồng chí`, (f, l) => `${dossier(f, l)}: the task was handed back to you`),
  reassigned: said((f, l) => `${dossier(f, l)}: đồng chí được giao việc của người đã rời chức vụ`, (f, l) => `${dossier(f, l)}: you were given the task of somebody who left`),
  entrusted: said((f, l) => `${dossier(f, l)}: lãnh đạo giao thư ký lo việc này`, (f, l) => `${dossier(f, l)}: a leader has entrusted it to the secretary`),
});

function number({ data }: NoticeFacts): string {
  const text = data['number'];
  return typeof text === 'string' ? ` ${text}` : '';
}

function days({ data }: NoticeFacts, language: Language): string {
  const [from, to] = [data['from'], data['to']].map((d) => (typeof d === 'string' ? d.split('-').reverse().map(Number).join('/') : null));
  if (from === null || from === undefined || to === null || to === undefined) return '';
  return language === 'vi' ? `, từ ${from} đến ${to}` : `, ${from} to ${to}`;
}
