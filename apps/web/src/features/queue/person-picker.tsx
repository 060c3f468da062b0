import { Select } from 'antd';
import { useId, useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { usePeople, type FoundPerson } from './use-people.ts';

/** Whom tasks are handed to: searched for without accents; of the tasks' own unit where they have one and the same. */
export function PersonPicker({ units, value, onPick }: { readonly units: readonly string[]; readonly value: string | null; readonly onPick: (person: string) => void }): JSX.Element {
  const t = useWords('queue');
  const id = useId();
  const [search, setSearch] = useState('');
  const [unit = ''] = units;
  const people = usePeople(search, units.length === 1 && unit !== '' ? unit : null);
  const postsOf = (p: FoundPerson): string => p.posts.map((post) => `${post.title}, ${(post.unit ?? post.body)?.name ?? ''}`).join('; ');
  return (
    <div className="queue-reason">
      <label htmlFor={id}>{t('bulk.person')}</label>
      <Select
        id={id} value={value} placeholder={t('bulk.personHint')} loading={people.isFetching} notFoundContent={people.isFetching ? t('loading') : t('bulk.nobody')} onChange={onPick} style={{ width: '100%' }}
        showSearch={{ filterOption: false, onSearch: setSearch }} options={(people.data ?? []).map((p) => ({ value: p.person, label: `${p.name} — ${postsOf(p)}` }))}
      />
      {units.length > 1 ? <p className="quiet">{t('bulk.unitsDiffer')}</p> : null}
    </div>
  );
}
