import type { JSX, ReactNode } from 'react';
import { StatePage } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { narrowings, type DeskAddress } from './desk-address.ts';

/** A list with nothing in it: by its nature, or because of how it is narrowed. */
export function EmptyList({ address: { list, filter }, clear }: { readonly address: DeskAddress; readonly clear: ReactNode }): JSX.Element {
  const t = useWords('queue');
  if (narrowings(filter) > 0) return <StatePage scene="empty" title={t('empty.filtered.title')} text={t('empty.filtered.text')} action={clear} />;
  return <StatePage scene="empty" title={t(`empty.${list}.title`)} text={t(`empty.${list}.text`)} />;
}
