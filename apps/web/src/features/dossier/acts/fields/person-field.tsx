import { Select } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';
import type { FieldPlace } from '../act-fields.tsx';
import type { FoundPerson } from '../shapes.ts';
import { usePeople } from '../use-people.ts';
import { listOf, mapOf, textOf } from '../values.ts';
import type { Field } from '../verbs.ts';
import { FieldFrame, saysOf } from './field-frame.tsx';

/** Somebody who holds a post today, found by name or post; the names of those who were chosen are kept with the text. */
export function PersonField({ place, field }: { readonly place: FieldPlace; readonly field: Extract<Field, { kind: 'person' }> }): JSX.Element {
  const t = useWords('acts');
  const [search, setSearch] = useState('');
  const { form, values, wrong, fill, task } = place;
  const { name, many, inUnit } = field;
  const { data: found = [], isFetching } = usePeople(search, inUnit === true ? (task?.unit?.id ?? null) : null);
  const needed = form.needs(field);
  const known = mapOf(values, `${name}Names`);
  const chosen = many === true ? listOf(values, name) : textOf(values, name) === '' ? [] : [textOf(values, name)];
  const options = [...found.map((p) => ({ value: p.person, label: wordsOf(p) })), ...chosen.filter((id) => !found.some((p) => p.person === id)).map((id) => ({ value: id, label: known[id] ?? id }))];
  const choose = (ids: readonly string[]): void => {
    const names = Object.fromEntries(ids.map((id) => [id, options.find(({ value }) => value === id)?.label ?? id]));
    fill(name, many === true ? ids : (ids[0] ?? ''), { [`${name}Names`]: names });
  };
  return (
    <FieldFrame name={name} label={t(`field.${name}`)} needed={needed} wrong={wrong[name]}>
      <Select
        {...saysOf(name, needed, wrong[name])} {...(many === true ? { mode: 'multiple' as const, value: [...chosen] } : { value: chosen[0] ?? null, allowClear: !needed })} placeholder={t('pick.people')} options={options} loading={isFetching}
        showSearch={{ filterOption: false, onSearch: setSearch }} notFoundContent={t('pick.nobody')} onChange={(ids: string | readonly string[] | undefined | null) => choose(ids === undefined || ids === null ? [] : typeof ids === 'string' ? [ids] : ids)}
      />
    </FieldFrame>
  );
}

/** The name, with the posts that it does not say already. */
function wordsOf({ name, posts }: FoundPerson): string {
  const held = posts.map(({ title, unit, body }) => [title, unit?.name ?? body?.name].filter(Boolean).join(', ')).filter((post) => post !== name && !name.startsWith(post));
  return held.length === 0 ? name : `${name} — ${held.slice(0, 2).join('; ')}`;
}
