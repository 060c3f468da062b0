import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { readSession, signInAddress, useSession } from '../kit/api/session.ts';
import { noteReach } from '../kit/api/reach.ts';
import { queries } from '../kit/api/queries.ts';
import { Failed, Loading } from '../kit/ui/state-page.tsx';

const here = (): string => location.pathname + location.search;

/** Nothing is shown before the server has said who is signed in; whoever is not is led to the sign-in and back to where they wanted to go. */
export function SessionGate({ children }: { readonly children: ReactNode }): JSX.Element {
  const now = useSession();
  const [fault, setFault] = useState<unknown>(null);
  const ask = (): void => {
    setFault(null);
    readSession().catch(setFault);
  };
  useEffect(() => {
    readSession().catch(setFault);
  }, []);
  const out = now.state === 'out' && !now.ended;
  useEffect(() => {
    if (out) location.replace(signInAddress(here()));
  }, [out]);
  if (fault !== null) return <Failed fault={fault} retry={ask} />;
  return now.state === 'unknown' || out ? <Loading /> : <>{children}</>;
}

/** Above a screen whose session ran out: the screen and what was typed stay; the sign-in opens beside it, and coming back goes on. */
export function SessionEnded(): JSX.Element | null {
  const t = useWords();
  const now = useSession();
  const ended = now.state === 'out' && now.ended;
  const button = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  useEffect(() => {
    if (!ended) return undefined;
    button.current?.focus();
    const back = (): void => {
      if (document.visibilityState === 'visible') void readSession().then(() => queries.invalidateQueries()).catch(() => noteReach(false));
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('focus', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      removeEventListener('focus', back);
    };
  }, [ended]);
  if (!ended) return null;
  return (
    <div className="ended" role="dialog" aria-modal="true" aria-labelledby="ended-title">
      <div className="ended-box">
        <h2 id="ended-title">{t('ended.title')}</h2>
        <p>{t('ended.text')}</p>
        <Button ref={button} type="primary" href={signInAddress('/signed-in')} target="_blank">{t('ended.again')}</Button>
        <Button href={signInAddress(here())}>{t('ended.here')}</Button>
      </div>
    </div>
  );
}
