import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';

/** Mã đối chiếu: its first signs, the whole of it on hover and to whoever reads the screen aloud. */
export function HashMark({ sha256 }: { readonly sha256: string }): JSX.Element {
  const t = useWords('compose');
  return <span className="compose-hash" title={sha256}>{t('document.hash')} <code>{sha256.slice(0, 12)}</code></span>;
}
