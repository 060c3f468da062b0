import type { JSX } from 'react';
import { Link } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { said } from './said.ts';
import type { Dossier } from './use-dossier.ts';
import { WhereNow } from './where-now.tsx';

/** The head of a dossier: what it is, how it stands, in whose hands since when, by when and why. */
export function DossierHead({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { code, kind, item, leadUnit, drafter, route, dueOn, number, issuedOn, suspended, withdrawn, round } = dossier;
  return (
    <div className="dossier-head card">
      <p className="dossier-tags">
        <span className="dossier-code num">{code}</span>
        <span>{said(t, `kind.${kind}`, kind)}</span>
        <strong className={`dossier-state dossier-state-${dossier.status}`}>{stateWords(t, dossier)}</strong>
        {round > 1 ? <span>{t('round', { n: round })}</span> : null}
        {number === null ? null : <span>{t('issuedAs', { number, day: issuedOn === null ? '' : day(issuedOn) })}</span>}
      </p>
      {dossier.moving ? <p className="dossier-moving" role="status">{t('moving')}</p> : null}
      {suspended === null ? null : <p className="dossier-notice">{t('suspended', { day: day(suspended.until) })}</p>}
      {withdrawn === null ? null : <p className="dossier-notice">{t(`withdrawn.${withdrawn}`)}</p>}
      <WhereNow dossier={dossier} />
      <dl className="dossier-facts">
        <div><dt>{t('leadUnit')}</dt><dd>{leadUnit.name}</dd></div>
        {drafter === null ? null : <div><dt>{t('drafter')}</dt><dd>{drafter.name}</dd></div>}
        {item === null ? null : <div><dt>{t('item')}</dt><dd><Link to={`/programmes/${item.programme}`}>{t('itemOf', { code: item.code })}</Link></dd></div>}
        {route === null ? null : <div><dt>{t('routeName')}</dt><dd><Link to={`/routes/${route.id}`}>{inLanguage(route.title)}</Link> {t('version', { n: route.version })}</dd></div>}
        {dueOn === null ? null : <div><dt>{t('dueOn')}</dt><dd className="num">{day(dueOn)}</dd></div>}
        <div><dt>{t('createdAt')}</dt><dd className="num">{day(dossier.createdAt)}</dd></div>
        {dossier.closedAt === null ? null : <div><dt>{t('closedAt')}</dt><dd className="num">{day(dossier.closedAt)}</dd></div>}
      </dl>
    </div>
  );
}

/** Where it is in its life, in words; a closed one says how it ended. */
function stateWords(t: ReturnType<typeof useWords>, { status, phase }: Dossier): string {
  return status === 'open' ? t(`phase.${phase}`) : t(`status.${status}`);
}
