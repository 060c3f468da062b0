import { Button, Input } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';
import { listOf } from '../values.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-input.tsx';

/** Several lines of words, such as the demands of a conclusion; an empty one is not sent. */
export function ListField({ place: { form, values, wrong, fill }, field }: FieldProps): JSX.Element {
  const t = useWords('acts');
  const { name } = field;
  const lines = listOf(values, name).length === 0 ? [''] : listOf(values, name);
  return (
    <FieldFrame name={name} label={t(`field.${name}`)} needed={form.needs(field)} wrong={wrong[name]} group>
      {lines.map((line, i) => (
        <div key={i} className="act-line">
          <Input.TextArea id={i === 0 ? `act-${name}` : `act-${name}-${i}`} aria-label={t('pick.line', { n: i + 1 })} autoSize={{ minRows: 1, maxRows: 5 }} value={line} onChange={({ target }) => fill(name, lines.map((old, j) => (j === i ? target.value : old)))} />
          {lines.length === 1 ? null : <Button aria-label={t('pick.removeLine', { n: i + 1 })} onClick={() => fill(name, lines.filter((_, j) => j !== i))}>✕</Button>}
        </div>
      ))}
      <div><Button size="small" onClick={() => fill(name, [...lines, ''])}>{t('pick.addLine')}</Button></div>
    </FieldFrame>
  );
}
