import { Alert } from 'antd';
import type { JSX } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';
import { problemText } from './state-page.tsx';

/** Why an act was not taken, in the server's own sentence (who did what in the meantime); what was typed stays where it is. Nothing while there is no fault. */
export function Refusal({ fault }: { readonly fault: unknown }): JSX.Element | null {
  const t = useWords();
  if (fault === null || fault === undefined) return null;
  const problem = fault instanceof ApiProblem ? fault.problem : null;
  return <Alert className="refusal" type="warning" showIcon role="alert" title={problem === null ? t('state.failed.text') : problemText(problem)} description={t('refusal.kept')} />;
}
