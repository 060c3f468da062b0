import { useEffect, type JSX, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { HelpButton } from './help-button.tsx';
import './page.css';

interface PageProps {
  readonly title: string;
  /** What stands beside the title: counts, the screen's own actions. */
  readonly extra?: ReactNode;
  /** What "?" explains about this screen; one paragraph each. */
  readonly help?: readonly string[];
  readonly children: ReactNode;
  /** No frame around, for screens that use the whole width. */
  readonly wide?: boolean;
}

/** The frame of a screen: its heading (which gets the focus when the screen is entered), its help, its content. */
export function Page({ title, extra, help, children, wide = false }: PageProps): JSX.Element {
  const t = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app')}`;
  }, [title, t]);
  return (
    <section className={wide ? 'page page-wide' : 'page'} aria-labelledby="page-title">
      <header className="page-head">
        <h1 id="page-title" tabIndex={-1}>{title}</h1>
        <div className="page-extra">{extra}{help === undefined ? null : <HelpButton title={title} help={help} />}</div>
      </header>
      {children}
    </section>
  );
}
