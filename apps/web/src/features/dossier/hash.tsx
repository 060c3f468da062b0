import { CopyOutlined } from '@ant-design/icons';
import type { JSX } from 'react';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { shortHash } from './said.ts';

/** A digest, short for eyes; the button copies it whole. `of` says what it belongs to. */
export function Hash({ hash, of }: { readonly hash: string; readonly of: string }): JSX.Element {
  const t = useWords('dossier');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(hash);
      tell('success', t('hash.copied'));
    } catch (fault) {
      tell('warning', t('hash.notCopied', { why: String(fault) }));
    }
  };
  return (
    <span className="dossier-hash">
      <code title={hash}>{shortHash(hash)}…</code>
      <button type="button" className="dossier-icon" aria-label={t('hash.copy', { of })} title={t('hash.copy', { of })} onClick={() => void copy()}><CopyOutlined aria-hidden="true" /></button>
    </span>
  );
}
