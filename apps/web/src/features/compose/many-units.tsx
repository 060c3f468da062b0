import { Select } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Field } from './field.tsx';
import type { Place } from './use-places.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Some of many units, found by typing without accents. */
export function ManyUnits({ id, label, units, chosen, onChange }: { readonly id: string; readonly label: string; readonly units: readonly Place[]; readonly chosen: readonly string[]; readonly onChange: (ids: readonly string[]) => void }): JSX.Element {
  const t = useWords('compose');
  return (
    <Field id={id} label={label}>
      <Select id={id} mode="multiple" className="compose-wide" placeholder={t('free.none')} value={[...chosen]} options={units.map((u) => ({ value: u.id, label: u.name }))} showSearch={{ filterOption: (typed, option) => folded(option?.label ?? '').includes(folded(typed)) }} onChange={(ids: string[]) => onChange(ids)} />
    </Field>
  );
}
