import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { roleWords } from './said.ts';
import { documentAddress } from './use-document.ts';
import type { Dossier } from './use-dossier.ts';

/** What a conclusion demanded, and how each demand was met. */
export function Demands({ dossier: { demands, documents } }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  return (
    <>
      <p>{t('demand.counted', { n: demands.length, answered: demands.filter((d) => d.answered).length })}</p>
      <ol className="dossier-list">
        {demands.map((d) => {
          const document = documents.find((o) => o.id === d.document);
          return (
            <li key={d.id}>
              <span className="dossier-demand">{d.text ?? t('erased')}</span> <span className="quiet num dossier-small">{day(d.madeAt)}</span>
              {d.answered ? (
                <blockquote>
                  <strong>{t('demand.answered')}</strong> {d.answer ?? t('erased')} <span className="quiet num dossier-small">{d.answeredAt === null ? '' : day(d.answeredAt)}</span>
                  {document === undefined ? null : <> · <a href={documentAddress(document.id)} download={document.name ?? document.id}>{roleWords(t, document.role)}, {t('documents.no', { n: document.no })}</a></>}
                </blockquote>
              ) : <p className="dossier-owed">{t('demand.owed')}</p>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
