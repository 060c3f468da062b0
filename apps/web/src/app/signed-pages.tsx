import { Button } from 'antd';
import { useEffect, type JSX } from 'react';
import { signInAddress, tellSignedIn } from '../kit/api/session.ts';
import { StatePage } from '../kit/ui/state-page.tsx';
import { useWords } from '../kit/words/use-words.ts';

/** Where a sign-in beside a page ends: the page that asked for it goes on by itself. */
export function SignedIn(): JSX.Element {
  const t = useWords();
  useEffect(() => {
    tellSignedIn();
    window.close();
  }, []);
  return <main id="main"><h1 className="visually-hidden">{t('app')}</h1><StatePage scene="empty" title={t('signed.in')} text={t('signed.back')} action={<Button href="/">{t('state.home')}</Button>} /></main>;
}

/** After signing out. */
export function SignedOut(): JSX.Element {
  const t = useWords();
  return <main id="main"><h1 className="visually-hidden">{t('app')}</h1><StatePage scene="forbidden" title={t('signed.out')} text={t('signed.shared')} action={<Button type="primary" href={signInAddress('/')}>{t('signed.again')}</Button>} /></main>;
}
