import { ok, refuse, type Result } from '../result.ts';
import type { BothWords } from '../votes/both-words.ts';

/** How secret a paper is, in the words of the Law on the Protection of State Secrets 29/2018/QH14 (Điều 8), with the ordinary one first. */
export const SECRECY_LEVELS = ['thuong', 'mat', 'toi-mat', 'tuyet-mat'] as const;
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number];

export const SECRECY_NAMES: Readonly<Record<SecrecyLevel, BothWords>> = {
  thuong: { vi: 'Thường', en: 'Ordinary' }, mat: { vi: 'Mật', en: 'Confidential' }, 'toi-mat': { vi: 'Tối mật', en: 'Secret' }, 'tuyet-mat': { vi: 'Tuyệt mật', en: 'Top secret' },
};

/** Only ordinary papers come in here: nothing above is taken, whoever sends it. Errors: SECRET_REFUSED (details: level). */
export function admitSecrecy(level: SecrecyLevel): Result<null> {
  return level === 'thuong' ? ok(null) : refuse('SECRET_REFUSED', { level });
}
