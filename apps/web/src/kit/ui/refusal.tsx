import { Alert } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../words/use-words.ts';
import { refusalWords } from './refusal-words.ts';

/** Why an act was not taken, in the server's own sentence (who did what in the meantime); what was typed stays where it is. Nothing while there is no fault. */
export function Refusal({ fault }: { readonly fault: unknown }): JSX.Element | null {
  const t = useWords();
  if (fault === null || fault === undefined) return null;
  return <Alert className="refusal" type="warning" showIcon role="alert" title={refusalWords(fault, t('state.failed.text'))} description={t('refusal.kept')} />;
}
