import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Rules } from './use-rules.ts';

export interface RoleWords {
  readonly title: (role: string) => string;
  /** "Dự thảo lần 2", "Tờ trình, lần 1". */
  readonly numbered: (role: string, no: number) => string;
}

/** How roles of documents are called. */
export function useRoleWords(rules: Rules): RoleWords {
  const t = useWords('compose');
  const title = (role: string): string => inLanguage(rules.roles.find((r) => r.role === role)?.title) || role;
  return { title, numbered: (role, no) => (role === 'du-thao' ? t('document.draftNo', { no }) : t('document.no', { title: title(role), no })) };
}
