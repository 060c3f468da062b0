import { Alert } from 'antd';
import { useId, type JSX } from 'react';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { Rules } from './use-rules.ts';

interface SecrecyProps { readonly levels: Rules['secrecy']; readonly chosen: string; readonly question: string; readonly onChoose: (level: string, allowed: boolean) => void }

/** Asked before anything else, with nothing chosen beforehand. A level that is not taken here is refused in words; nothing is sent. */
export function SecrecyQuestion({ levels, chosen, question, onChoose }: SecrecyProps): JSX.Element {
  const t = useWords('compose');
  const name = useId();
  const level = levels.find((l) => l.level === chosen);
  return (
    <>
      <fieldset className="compose-choices">
        <legend>{question}</legend>
        {levels.map((l) => (
          <label key={l.level}><input type="radio" name={name} value={l.level} checked={chosen === l.level} onChange={() => onChoose(l.level, l.allowed)} />{inLanguage(l.title)}</label>
        ))}
      </fieldset>
      {level !== undefined && !level.allowed ? <Alert role="alert" type="error" showIcon className="compose-refused" title={t('secrecy.refused', { level: inLanguage(level.title) })} description={<><p>{t('secrecy.why')}</p><p>{t('secrecy.todo')}</p></>} /> : null}
    </>
  );
}
