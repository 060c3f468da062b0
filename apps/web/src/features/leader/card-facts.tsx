import type { JSX } from 'react';
import { Link } from 'react-router';
import { day, dayTime } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Card } from './use-leader-desk.ts';

/** Who submits and who signed it, the office's verdict, what the asked ones said; and for whom one acts, where it is not for oneself. */
export function CardFacts({ card }: { readonly card: Card }): JSX.Element {
  const t = useWords('leader');
  const { submittedBy: { unit, signer, on }, verdict, opinions, entrusted, inSteadOf, byAuthorityOf, recorded, dossier } = card;
  return (
    <>
      <dl className="leader-facts">
        <div>
          <dt>{t('fact.from')}</dt>
          <dd>{unit.name}{signer === null ? (on === null ? '' : `, ${day(on)}`) : <span className="quiet"> · {t('fact.signed', { who: [signer.signedAs, signer.name].filter(Boolean).join(' '), on: day(signer.on) })}{signer.post === null || signer.name.includes(signer.post) ? '' : `, ${signer.post}`}</span>}</dd>
        </div>
        <div>
          <dt>{t('fact.verdict')}</dt>
          <dd>{verdict === null ? <span className="quiet">{t('fact.noVerdict')}</span> : <><strong>{inLanguage(verdict.label)}</strong>{verdict.comment === null ? '' : `: ${verdict.comment}`}<span className="quiet"> · {verdict.by.name}, <span className="num">{day(verdict.on)}</span></span></>}</dd>
        </div>
        {opinions === null ? null : <div><dt>{t('fact.opinions')}</dt><dd className="num">{inLanguage(opinions)}</dd></div>}
      </dl>
      {inSteadOf === null ? null : <p className="leader-note">{t('inStead', { name: inSteadOf.name })}</p>}
      {byAuthorityOf === null ? null : <p className="leader-note">{t('byAuthority', { name: byAuthorityOf.name })}</p>}
      {entrusted === null ? null : <p className="leader-note">{t('entrusted', { by: entrusted.by.name, to: entrusted.to.map((p) => p.name).join(', '), at: dayTime(entrusted.at) })}{entrusted.text === null ? '' : <q>{entrusted.text}</q>}</p>}
      {recorded === null ? null : <p className="leader-note">{t('recorded.says', { by: recorded.by.name, of: recorded.principal.name, what: inLanguage(recorded.label), at: dayTime(recorded.at) })} <Link to={`/dossiers/${dossier.id}`}>{t('recorded.see')}</Link></p>}
    </>
  );
}
