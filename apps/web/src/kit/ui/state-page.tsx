import { Button } from 'antd';
import type { JSX, ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { ApiProblem } from '../api/client.ts';
import { preferences } from '../words/preferences.ts';
import { StateDrawing, type Scene } from './state-drawing.tsx';
import './state-page.css';

interface StateProps { readonly scene: Scene; readonly title: string; readonly text?: ReactNode; readonly action?: ReactNode }

/** A screen or a part of it that has nothing to show yet, or must not show it: one drawing, one sentence, one thing to do. */
export function StatePage({ scene, title, text, action }: StateProps): JSX.Element {
  return (
    <div className="state" data-state={scene} role={scene === 'loading' || scene === 'empty' ? 'status' : 'alert'}>
      <StateDrawing scene={scene} />
      <p className="state-title">{title}</p>
      {text === undefined ? null : <div className="state-text">{text}</div>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </div>
  );
}

/** While the first answer is awaited. */
export function Loading(): JSX.Element {
  const t = useWords();
  return <StatePage scene="loading" title={t('state.loading')} />;
}

/** What came instead of an answer: forbidden, not found or failed, in the server's own sentence, with what to do. */
export function Failed({ fault, retry }: { readonly fault: unknown; readonly retry?: () => void }): JSX.Element {
  const t = useWords();
  const problem = fault instanceof ApiProblem ? fault.problem : null;
  const status = fault instanceof ApiProblem ? fault.status : 0;
  const scene: Scene = status === 403 ? 'forbidden' : status === 404 ? 'not-found' : 'failed';
  const told = problem === null ? t('state.failed.text') : problemText(problem);
  return (
    <StatePage
      scene={scene} title={t(`state.${scene}.title`)} text={<><p>{told}</p>{problem === null ? null : <p className="state-code">{problem.code} · {problem.correlationId.slice(0, 8)}</p>}</>}
      action={scene === 'failed' && retry !== undefined ? <Button onClick={retry}>{t('state.retry')}</Button> : <Button href="/">{t('state.home')}</Button>}
    />
  );
}

/** The sentence of a problem in the language of the screen, and what to do about it. */
export function problemText(problem: NonNullable<ApiProblem['problem']>): string {
  return preferences().language === 'en' ? problem.detailEn : problem.detail;
}
