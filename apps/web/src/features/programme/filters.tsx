import { Input, Select } from 'antd';
import { useEffect, useId, useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import type { Asked, AskedName } from './asked.ts';
import type { Programme } from './use-programme.ts';

interface FiltersProps { readonly facets: Programme['facets']; readonly asked: Asked; readonly ask: (change: Partial<Record<AskedName, string | null>>) => void }
interface Choice { readonly name: AskedName; readonly options: readonly { readonly value: string; readonly label: string }[] }

const PAUSE_MS = 300;

/** Which items are shown; each choice stands in the address. */
export function Filters({ facets, asked, ask }: FiltersProps): JSX.Element {
  const t = useWords('programme');
  const id = useId();
  const choices: readonly Choice[] = [
    { name: 'state', options: (['completed', 'submitted', 'notYetSubmitted'] as const).map((value) => ({ value, label: t(`state.${value}`) })) },
    { name: 'kind', options: facets.kinds.map((value) => ({ value, label: t(`kind.${value}`) })) },
    { name: 'leadUnit', options: facets.leadUnits.map((unit) => ({ value: unit.id, label: unit.name })) },
    { name: 'directing', options: facets.directing.map((value) => ({ value, label: value })) },
    { name: 'authority', options: facets.authorities.map((unit) => ({ value: unit.id, label: unit.name })) },
  ];
  return (
    <search className="programme-filters">
      <Search key={asked.search === undefined ? 'none' : 'some'} value={asked.search ?? ''} onSearch={(text) => ask({ search: text || null })} label={t('search')} />
      {choices.map(({ name, options }) => (
        <span key={name}>
          <label className="visually-hidden" htmlFor={`${id}${name}`}>{t(`column.${name}`)}</label>
          <Select id={`${id}${name}`} allowClear placeholder={t(`column.${name}`)} value={asked[name] ?? null} options={[...options]} onChange={(value: string | undefined) => ask({ [name]: value ?? null })} popupMatchSelectWidth={false} />
        </span>
      ))}
    </search>
  );
}

function Search({ value, onSearch, label }: { readonly value: string; readonly onSearch: (text: string) => void; readonly label: string }): JSX.Element {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return <Input className="programme-search" type="search" aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />;
}
