import { Button } from 'antd';
import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { hearSignedIn, readSession, session, signInAddress, useSession } from '../kit/api/session.ts';
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

/** Escape closes neither this dialog nor the one below it, in which somebody was writing. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Above a screen whose session ran out: the screen and what was typed stay; the sign-in opens beside it, and coming back goes on. */
export function SessionEnded(): JSX.Element | null {
  const t = useWords();
  const now = useSession();
  const ended = now.state === 'out' && now.ended;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!ended) return undefined;
    // Above every other dialog, and all that is below it takes no key.
    box.current?.addEventListener('keydown', keepOpen);
    box.current?.showModal();
    const read = (): void => {
      void readSession().then(() => (session().state === 'in' ? queries.invalidateQueries() : undefined)).catch(() => noteReach(false));
    };
    const back = (): void => {
      if (document.visibilityState === 'visible') read();
    };
    const stopHearing = hearSignedIn(read);
    document.addEventListener('visibilitychange', back);
    addEventListener('focus', back);
    return () => {
      stopHearing();
      document.removeEventListener('visibilitychange', back);
      removeEventListener('focus', back);
    };
  }, [ended]);
  if (!ended) return null;
  return (
    <dialog ref={box} className="ended" aria-labelledby="ended-title" onCancel={(event) => event.preventDefault()} onClose={({ currentTarget }) => currentTarget.showModal()}>
      <h2 id="ended-title">{t('ended.title')}</h2>
      <p>{t('ended.text')}</p>
      <Button type="primary" href={signInAddress('/signed-in')} target="_blank">{t('ended.again')}</Button>
      <Button href={signInAddress(here())}>{t('ended.here')}</Button>
    </dialog>
  );
}
