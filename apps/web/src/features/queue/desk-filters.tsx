import { useId, useState, type JSX, type ReactNode, type RefObject } from 'react';
import { Button } from 'antd';
import { FilterOutlined } from '@ant-design/icons';
import { SearchBox } from '../../kit/ui/search-box.tsx';
import { useMe } from '../../kit/api/use-me.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { DUE_GROUPS, narrowings, SORTS, STEP_KINDS, URGENCIES, WORK_KINDS, type DeskAddress, type DeskFilter } from './desk-address.ts';
import { useUnits } from './use-units.ts';

interface FiltersProps { readonly address: DeskAddress; readonly onChange: (address: DeskAddress) => void; readonly search: RefObject<HTMLInputElement | null>; readonly children?: ReactNode }

/** How a list is narrowed and put in order; all of it stands in the address. */
export function DeskFilters({ address, onChange, search, children }: FiltersProps): JSX.Element {
  const t = useWords('queue');
  const panel = useId();
  const { list, filter, sort } = address;
  const others = narrowings({ ...filter, search: undefined });
  const [open, setOpen] = useState(others > 0);
  const narrow = (part: DeskFilter): void => onChange({ ...address, filter: { ...filter, ...part } });
  return (
    <>
      <div className="queue-bar">
        <SearchBox label={t('search')} hint={t('searchHint')} value={filter.search ?? ''} field={search} onSearch={(text) => narrow({ search: text === '' ? undefined : text })} />
        <Button icon={<FilterOutlined aria-hidden="true" />} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>{others > 0 ? t('filters', { n: others }) : t('filter')}</Button>
        <label className="queue-field queue-sort">
          <span>{t('sort.name')}</span>
          <select value={sort ?? (list === 'informed' || list === 'done' ? 'newest' : 'due')} onChange={(event) => onChange({ ...address, sort: SORTS.find((s) => s === event.target.value) ?? null })}>
            {SORTS.filter((s) => s !== 'due' || (list !== 'informed' && list !== 'done')).map((s) => <option key={s} value={s}>{t(`sort.${s}`)}</option>)}
          </select>
        </label>
        {children}
      </div>
      <div id={panel} hidden={!open}>{open ? <Panel address={address} narrow={narrow} clear={() => onChange({ ...address, filter: {} })} /> : null}</div>
    </>
  );
}

function Panel({ address: { list, filter }, narrow, clear }: { readonly address: DeskAddress; readonly narrow: (part: DeskFilter) => void; readonly clear: () => void }): JSX.Element {
  const t = useWords('queue');
  const units = useUnits(true);
  const leader = useMe().data?.is.leader === true;
  const groups = leader ? DUE_GROUPS.filter((g) => g !== 'overdue') : DUE_GROUPS;
  return (
    <div className="queue-filters">
      {list === 'todo' || list === 'waiting' ? <Choice name="due" value={filter.due} of={groups.map((v) => [v, t(`due.${v}`)])} onPick={(v) => narrow({ due: v })} /> : null}
      <Choice name="kind" value={filter.kind} of={STEP_KINDS.map((v) => [v, t(`kind.${v}`)])} onPick={(v) => narrow({ kind: v })} />
      <Choice name="dossierKind" value={filter.dossierKind} of={WORK_KINDS.map((v) => [v, t(`work.${v}`)])} onPick={(v) => narrow({ dossierKind: v })} />
      <Choice name="urgency" value={filter.urgency} of={URGENCIES.map((v) => [v, t(`urgency.${v}`)])} onPick={(v) => narrow({ urgency: v })} />
      {list === 'todo' ? <Choice name="offered" value={filter.offered} of={[['true', t('field.offeredTrue')], ['false', t('field.offeredFalse')]]} onPick={(v) => narrow({ offered: v })} /> : null}
      <Choice name="leadUnit" value={filter.leadUnit} of={(units.data ?? []).map((u) => [u.id, u.name])} onPick={(v) => narrow({ leadUnit: v })} />
      <Button onClick={clear} disabled={narrowings(filter) === 0}>{t('clear')}</Button>
    </div>
  );
}

function Choice<V extends string>({ name, value, of, onPick }: { readonly name: string; readonly value: V | undefined; readonly of: readonly (readonly [V, string])[]; readonly onPick: (value: V | undefined) => void }): JSX.Element {
  const t = useWords('queue');
  return (
    <label className="queue-field">
      <span>{t(`field.${name}`)}</span>
      <select value={value ?? ''} onChange={(event) => onPick(of.find(([v]) => v === event.target.value)?.[0])}>
        <option value="">{t('any')}</option>
        {of.map(([v, words]) => <option key={v} value={v}>{words}</option>)}
      </select>
    </label>
  );
}
