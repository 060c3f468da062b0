import type { JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { useReach } from '../kit/api/reach.ts';
import { useMe } from '../kit/api/use-me.ts';

/** What everybody has to know on every screen: that the data is a sample, that the network or the server is away. */
export function Banners(): JSX.Element {
  const t = useWords();
  const reach = useReach();
  const me = useMe();
  return (
    <>
      <div role="status" aria-live="polite">{reach === 'online' ? null : <div className="banner banner-away">{t(`banner.${reach}`)}</div>}</div>
      {me.data?.demo === true ? <div className="banner banner-sample">{t('banner.sample')}</div> : null}
    </>
  );
}
