import { Button } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import { useRouteError } from 'react-router';
import { StatePage } from '../kit/ui/state-page.tsx';

/** An address that leads nowhere. */
export function NotFound(): JSX.Element {
  const t = useWords();
  return <StatePage scene="not-found" title={t('state.not-found.title')} text={t('state.not-found.address')} action={<Button href="/">{t('state.home')}</Button>} />;
}

/** A screen that broke, or whose part could not be loaded (after an update of the server the old parts are gone: loading the page again brings the new ones). */
export function RouteFault(): JSX.Element {
  const t = useWords();
  const fault = useRouteError();
  return <StatePage scene="failed" title={t('state.broken.title')} text={<><p>{t('state.broken.text')}</p><p className="state-code">{fault instanceof Error ? fault.message : ''}</p></>} action={<Button type="primary" onClick={() => location.reload()}>{t('state.reload')}</Button>} />;
}
