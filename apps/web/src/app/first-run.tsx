import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../kit/words/use-words.ts';
import './first-run.css';

const PLACE = 'totrinh.first-run';
/** Whom to sign in as in the sample to see a screen at work; the words are the catalogue's. */
const TOUR = [
  { see: 'tasks', login: 'btgtu-drafter' }, { see: 'leader', login: 'ban-thuong-vu-03' }, { see: 'office', login: 'vptu-form-checker' }, { see: 'registers', login: 'vptu-clerk' }, { see: 'programmes', login: 'vptu-head' },
] as const;

/** On sample data: who to sign in as to see what. Closed once, it stays closed in this browser. */
export function FirstRun(): JSX.Element | null {
  const t = useWords();
  const [open, setOpen] = useState(() => localStorage.getItem(PLACE) === null);
  const close = (): void => {
    localStorage.setItem(PLACE, 'closed');
    setOpen(false);
  };
  if (!open) return null;
  return (
    <aside className="first-run" aria-label={t('tour.title')}>
      <Button className="first-run-close" type="text" icon={<CloseOutlined />} aria-label={t('tour.close')} onClick={close} />
      <details open={matchMedia('(min-width: 861px)').matches}>
        <summary className="first-run-title">{t('tour.title')}</summary>
        <ul>{TOUR.map(({ see, login }) => <li key={see}><a href={`/sign-in?as=${login}&to=/`}>{t(`tour.${see}.who`)}</a>: {t(`tour.${see}.what`)}</li>)}</ul>
      </details>
    </aside>
  );
}
