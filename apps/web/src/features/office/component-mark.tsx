import { CheckCircleFilled, ExclamationCircleOutlined, MinusOutlined } from '@ant-design/icons';
import type { JSX } from 'react';
import { day } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import type { DeskRow } from './use-office-desk.ts';

type Component = DeskRow['components'][number];
const ICONS = { present: <CheckCircleFilled aria-hidden="true" />, missing: <ExclamationCircleOutlined aria-hidden="true" />, notAsked: <MinusOutlined aria-hidden="true" /> } as const;

/** Whether one component is there: in words, with a drawing; what says so below. */
export function ComponentMark({ component }: { readonly component: Component }): JSX.Element {
  const t = useWords('office');
  const { state, by, document, askedBy } = component;
  const under = document !== null ? t('document', { no: document.no, day: day(document.on) }) : by === 'record' ? t('record') : null;
  return (
    <td className={`office-component office-${state}`} title={askedBy.length === 0 ? undefined : t('askedBy', { steps: askedBy.map((step) => inLanguage(step.title) || step.path).join('; ') })}>
      <span className="office-mark">{ICONS[state]} {t(`state.${state}`)}</span>
      {under === null ? null : <span className="quiet office-under">{under}</span>}
    </td>
  );
}
