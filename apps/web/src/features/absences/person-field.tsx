import { Select } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { usePeople, type FoundPerson } from './use-people.ts';

const postsOf = (p: FoundPerson): string => p.posts.map((post) => [post.title, (post.unit ?? post.body)?.name].filter(Boolean).join(', ')).join('; ');

/** A person who holds a post today, searched for by name, post or unit, without accents. */
export function PersonField({ id, value, not, onPick }: { readonly id: string; readonly value: string | null; readonly not: readonly string[]; readonly onPick: (person: string | null) => void }): JSX.Element {
  const t = useWords('absences');
  const [search, setSearch] = useState('');
  const people = usePeople(search);
  return (
    <Select
      id={id} allowClear value={value} placeholder={t('person.hint')} loading={people.isFetching} notFoundContent={people.isFetching ? t('person.searching') : t('person.nobody')} onChange={(next: string | undefined) => onPick(next ?? null)} style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setSearch }} options={(people.data ?? []).filter((p) => !not.includes(p.person)).map((p) => ({ value: p.person, label: p.name, title: postsOf(p), posts: postsOf(p) }))}
      optionRender={({ data }) => <span className="absences-option">{data.label}<span className="quiet">{data.posts}</span></span>}
    />
  );
}
