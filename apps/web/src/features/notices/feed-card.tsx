import { Button, Popconfirm } from 'antd';
import { useId, type JSX } from 'react';
import { refusalWords } from '../../kit/ui/refusal-words.ts';
import { tell } from '../../kit/ui/tell.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import { useEndFeed } from './use-end-feed.ts';
import { useMakeFeed } from './use-make-feed.ts';

/** My deadlines in a calendar of my own: a secret address, shown once when it is made. */
export function FeedCard(): JSX.Element {
  const t = useWords('notices');
  const id = useId();
  const [make, end] = [useMakeFeed(), useEndFeed()];
  const address = make.data?.address ?? null;
  const refused = (fault: unknown): void => tell('error', refusalWords(fault, t('failed')));
  const copy = (text: string): void => void navigator.clipboard.writeText(text).then(() => tell('success', t('feed.copied')), () => tell('info', t('feed.byHand')));
  const stop = (): void => end.mutate(undefined, {
    onSuccess: () => {
      make.reset();
      tell('success', t('feed.ended'));
    },
    onError: refused,
  });
  return (
    <section className="card" aria-labelledby="notices-feed">
      <h2 id="notices-feed" className="notices-head">{t('feed.title')}</h2>
      <p className="quiet">{t('feed.text')}</p>
      {address === null ? null : (
        <div className="notices-address" role="status">
          <label htmlFor={id}>{t('feed.once')}</label>
          <span><input id={id} readOnly value={address} onFocus={(event) => event.target.select()} /><Button onClick={() => copy(address)}>{t('feed.copy')}</Button></span>
        </div>
      )}
      <div className="notices-acts">
        <Popconfirm title={t('feed.again')} okText={t('feed.make')} cancelText={t('no')} onConfirm={() => make.mutate(undefined, { onError: refused })}><Button loading={make.isPending}>{t('feed.make')}</Button></Popconfirm>
        <Popconfirm title={t('feed.endAsk')} okText={t('feed.end')} cancelText={t('no')} onConfirm={stop}><Button loading={end.isPending}>{t('feed.end')}</Button></Popconfirm>
      </div>
    </section>
  );
}
