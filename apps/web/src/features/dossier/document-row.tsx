import { Button } from 'antd';
import type { JSX } from 'react';
import { dayTime, size } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Hash } from './hash.tsx';
import { documentAddress } from './use-document.ts';
import type { DossierDocument } from './use-dossier.ts';
import { isShown } from './shown-types.ts';

interface RowProps { readonly document: DossierDocument; readonly role: string; readonly onShow: (document: DossierDocument) => void }

/** One draft: its number, its file, who attached it when, its digest; opened here where a browser can show it, else saved. */
export function DocumentRow({ document, role, onShow }: RowProps): JSX.Element {
  const t = useWords('dossier');
  const name = document.name ?? t('documents.erased');
  const what = `${role}, ${t('documents.no', { n: document.no })}`;
  return (
    <div className="dossier-document">
      <span className="dossier-no">{t('documents.no', { n: document.no })}</span>
      <div className="dossier-file">
        <span className="dossier-name">{name}{document.frozen ? <span className="dossier-tag">{t('documents.frozen')}</span> : null}</span>
        <span className="quiet dossier-small"><span className="num">{size(document.size)}</span> · {document.attachedBy.name} · <span className="num">{dayTime(document.attachedAt)}</span> · {t('hash.name')} <Hash hash={document.sha256} of={what} /></span>
      </div>
      <span className="dossier-buttons">
        {isShown(document.mediaType) ? <Button onClick={() => onShow(document)} aria-label={t('documents.open', { what })}>{t('documents.view')}</Button> : null}
        <Button href={documentAddress(document.id)} download={name} aria-label={t('documents.saveOf', { what })}>{t('documents.save')}</Button>
      </span>
    </div>
  );
}
