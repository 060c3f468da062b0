import { Button } from 'antd';
import type { JSX } from 'react';
import { dayTime } from '../../kit/format/format.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { said, titleOfPath } from './said.ts';
import type { Dossier } from './use-dossier.ts';
import { useTold, type Told } from './use-told.ts';

/** Notices about the dossier: who was told what, read or not, and what became of it by mail and webhook. */
export function ToldList({ dossier }: { readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTold(dossier.id);
  if (data === undefined) return error === null ? <Loading /> : <Failed fault={error} retry={() => void refetch()} />;
  const told = data.pages.flatMap((p) => p.items);
  if (told.length === 0) return <p className="quiet">{t('told.none')}</p>;
  return (
    <>
      <ul className="dossier-list">{told.map((one) => <OneTold key={one.id} told={one} dossier={dossier} />)}</ul>
      {hasNextPage ? <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button> : null}
    </>
  );
}

function OneTold({ told, dossier }: { readonly told: Told; readonly dossier: Dossier }): JSX.Element {
  const t = useWords('dossier');
  return (
    <li>
      <span className="num">{dayTime(told.at)}</span> · <strong>{said(t, `notice.${told.kind}`, told.kind)}</strong> · {told.person.name}{told.step === null ? '' : ` · ${titleOfPath(dossier, told.step)}`}
      <span className="quiet dossier-small dossier-line">
        {told.readAt === null ? t('told.unread') : t('told.read', { at: dayTime(told.readAt) })}
        {told.outside.map((o, i) => <span key={i}> · {t(`told.channel.${o.channel}`)}{o.endpoint === null ? '' : ` ${o.endpoint}`}: {t(`told.state.${o.state}`)}{o.sentAt === null ? '' : ` ${dayTime(o.sentAt)}`}{o.possibleDouble ? ` (${t('told.double')})` : ''}</span>)}
      </span>
    </li>
  );
}
