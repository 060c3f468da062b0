import { Select } from 'antd';
import { useState, type JSX } from 'react';
import { useMe } from '../../../../kit/api/use-me.ts';
import { day } from '../../../../kit/format/format.ts';
import { useWords } from '../../../../kit/words/use-words.ts';
import { useDossiersFound } from '../use-dossiers-found.ts';
import { useMeetingsAhead } from '../use-meetings-ahead.ts';
import { useUnits } from '../use-units.ts';
import { textOf } from '../values.ts';
import { FieldFrame, saysOf } from './field-frame.tsx';
import type { FieldProps } from './field-input.tsx';

interface FoundProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder: string;
  readonly none: string;
  /** Searches on the server; without it the list is whole. */
  readonly onSearch?: (text: string) => void;
}

function FoundField({ place: { form, values, wrong, fill }, field, options, placeholder, none, onSearch }: FoundProps): JSX.Element {
  const t = useWords('acts');
  const { name } = field;
  const needed = form.needs(field);
  return (
    <FieldFrame name={name} label={t(`field.${name}`)} needed={needed} wrong={wrong[name]}>
      <Select
        {...saysOf(name, needed, wrong[name])} value={textOf(values, name) || null} placeholder={placeholder} notFoundContent={none} allowClear={!needed} options={[...options]}
        showSearch={onSearch === undefined ? { optionFilterProp: 'label' } : { filterOption: false, onSearch }} onChange={(chosen: string | null | undefined) => fill(name, chosen ?? '')}
      />
    </FieldFrame>
  );
}

/** A unit of today. */
export function UnitField(props: FieldProps): JSX.Element {
  const t = useWords('acts');
  const [search, setSearch] = useState('');
  const { data = [] } = useUnits(search);
  return <FoundField {...props} options={data.map(({ id, name }) => ({ value: id, label: name }))} placeholder={t('pick.units')} none={t('pick.nobody')} onSearch={setSearch} />;
}

/** A meeting from today on. */
export function MeetingField(props: FieldProps): JSX.Element {
  const t = useWords('acts');
  const { data: me } = useMe();
  const { data = [] } = useMeetingsAhead(me?.today);
  const now = props.place.dossier.agenda.find(({ step }) => step === textOf(props.place.values, 'step'))?.meeting.id;
  return <FoundField {...props} options={data.filter(({ id }) => props.field.name !== 'to' || id !== now).map(({ id, title, on, body }) => ({ value: id, label: t('pick.meetingAt', { title, on: day(on), body: body.name }) }))} placeholder={t('pick.choose')} none={t('pick.noMeetings')} />;
}

/** An issued dossier. */
export function DossierField(props: FieldProps): JSX.Element {
  const t = useWords('acts');
  const [search, setSearch] = useState('');
  const { data = [] } = useDossiersFound(search);
  return <FoundField {...props} options={data.map(({ id, code, title, number }) => ({ value: id, label: `${number ?? code} · ${title}` }))} placeholder={t('pick.dossiers')} none={t('pick.nobody')} onSearch={setSearch} />;
}
