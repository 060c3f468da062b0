import { Button } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { ChainState } from './chain-state.tsx';
import { EventLine } from './event-line.tsx';
import type { Dossier } from './use-dossier.ts';
import { useEvents } from './use-events.ts';

/** The record: whether its chain is whole, and every entry in its order. */
export function DossierRecord({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvents(dossier.id);
  const events = data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <ChainState id={dossier.id} />
      {data === undefined ? error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} /> : (
        <div className="dossier-wide" role="region" tabIndex={0} aria-label={t('record.caption')}>
          <table className="dossier-table">
            <caption className="visually-hidden">{t('record.caption')}</caption>
            <thead><tr><th scope="col">{t('record.no')}</th><th scope="col">{t('record.at')}</th><th scope="col">{t('record.what')}</th><th scope="col">{t('record.by')}</th><th scope="col">{t('record.hash')}</th></tr></thead>
            <tbody>{events.map((e) => <EventLine key={e.seq} event={e} dossier={dossier} />)}</tbody>
          </table>
        </div>
      )}
      {hasNextPage ? <p><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('record.more', { shown: events.length, of: dossier.version })}</Button></p> : null}
    </>
  );
}
