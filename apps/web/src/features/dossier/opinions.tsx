import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { outcomeWords } from './said.ts';
import type { Dossier } from './use-dossier.ts';

/** The table "tổng hợp, tiếp thu, giải trình ý kiến": who said what, and how the drafter answered. */
export function Opinions({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { opinions, decisions } = dossier;
  const counted = [...Map.groupBy(opinions, (o) => outcomeWords(t, o.outcome))].map(([words, of]) => `${of.length} ${words.toLocaleLowerCase('vi')}`).join(' · ');
  return (
    <>
      <p>{counted}</p>
      <div className="dossier-wide" role="region" tabIndex={0} aria-label={t('opinion.caption')}>
        <table className="dossier-table dossier-opinions">
          <caption className="visually-hidden">{t('opinion.caption')}</caption>
          <thead><tr><th scope="col">{t('opinion.no')}</th><th scope="col">{t('opinion.who')}</th><th scope="col">{t('opinion.text')}</th><th scope="col">{t('opinion.answer')}</th></tr></thead>
          <tbody>
            {opinions.map((o, i) => {
              const words = decisions.find((d) => d.id === o.decision)?.reason ?? null;
              return (
                <tr key={o.decision}>
                  <td className="num">{i + 1}</td>
                  <th scope="row">{o.unit?.name ?? o.person.name}<span className="quiet dossier-small dossier-line">{o.unit === null ? '' : `${o.person.name} · `}{inLanguage(o.title) || o.path}</span></th>
                  <td><strong>{outcomeWords(t, o.outcome)}</strong>{words === null ? null : <span className="dossier-line">{words}</span>}</td>
                  <td>{o.verdict === null ? <span className={o.mustAnswer ? 'dossier-owed' : 'quiet'}>{t(o.mustAnswer ? 'opinion.owed' : 'opinion.noNeed')}</span> : <><strong>{t(`opinion.verdict.${o.verdict}`)}</strong>{o.reason === null ? null : <span className="dossier-line">{o.reason}</span>}</>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
