import type { JSX } from 'react';
import { Link } from 'react-router';
import { day } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { DossierRow } from './use-dossiers.ts';

/** One dossier: what it is, whose, how far it is. */
export function DossierLine({ row }: { readonly row: DossierRow }): JSX.Element {
  const t = useWords('dossiers');
  return (
    <article className="dossiers-row">
      <div className="dossiers-what">
        <Link className="dossiers-title" to={`/dossiers/${row.id}`}>{row.title}</Link>
        <p className="dossiers-facts">
          <span className="num nowrap">{row.code}</span>
          <span>{row.leadUnit.name}</span>
          {row.item === null ? null : <span>{t('item', { code: row.item.code })}</span>}
          {row.drafter === null ? null : <span>{t('drafter', { name: row.drafter.name })}</span>}
        </p>
      </div>
      <div className="dossiers-state">
        <span className={`dossiers-status dossiers-${row.status}`}>{t(`status.${row.status}`)}{row.moving ? ` · ${t('moving')}` : ''}</span>
        {row.number === null ? null : <span>{t('number', { number: row.number, day: row.issuedOn === null ? '' : day(row.issuedOn) })}</span>}
      </div>
      <div className="dossiers-days num">
        <span>{t('created', { day: day(row.createdAt) })}</span>
        {row.closedAt === null ? row.dueOn === null ? null : <span>{t('dueOn', { day: day(row.dueOn) })}</span> : <span>{t('closed', { day: day(row.closedAt) })}</span>}
      </div>
    </article>
  );
}
