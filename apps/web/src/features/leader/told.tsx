import { Alert } from 'antd';
import type { JSX } from 'react';
import { useLocation } from 'react-router';
import { ApiProblem, codeOf } from '../../kit/api/client.ts';
import { dayTime } from '../../kit/format/format.ts';
import { problemText } from '../../kit/ui/state-page.tsx';
import { useWords } from '../../kit/words/use-words.ts';
import type { Standing } from './use-standing.ts';

/** Above a form: why it was refused, who did what before, that the content is another one now. What was typed stays. */
export function Told({ fault, standing }: { readonly fault: unknown; readonly standing: Standing }): JSX.Element | null {
  const t = useWords('leader');
  const { pathname, search } = useLocation();
  const { first, changed, gone } = standing;
  if (codeOf(fault) === 'FRESH_SIGN_IN_REQUIRED') {
    return <Alert className="leader-told" type="info" showIcon role="alert" title={t('told.fresh')} description={<><p>{t('told.kept')}</p><a className="leader-say leader-yes" href={`/sign-in?fresh=1&to=${encodeURIComponent(pathname + search)}`}>{t('told.signIn')}</a></>} />;
  }
  const problem = fault instanceof ApiProblem ? fault.problem : null;
  const lines = [
    problem !== null ? problemText(problem) : fault !== null ? t('told.away') : null,
    first === null ? null : t('told.first', { who: first.actor.name, what: first.words, at: dayTime(first.at) }),
    gone ? t('told.gone') : changed ? t('told.changed') : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return <Alert className="leader-told" type="info" showIcon role="alert" title={lines[0]} description={<>{lines.slice(1).map((line) => <p key={line}>{line}</p>)}<p>{t('told.kept')}</p></>} />;
}
