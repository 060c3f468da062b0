import { Checkbox, DatePicker, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { JSX } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';
import { useMe } from '../../../../kit/api/use-me.ts';
import type { FieldPlace } from '../act-fields.tsx';
import { textOf } from '../values.ts';
import type { Field } from '../verbs.ts';
import { CountsField } from './counts-field.tsx';
import { DossierField, MeetingField, UnitField } from './found-field.tsx';
import { FieldFrame, saysOf } from './field-frame.tsx';
import { ListField } from './list-field.tsx';
import { MappingField } from './mapping-field.tsx';
import { PaperField } from './paper-field.tsx';
import { PersonField } from './person-field.tsx';
import { RoleField } from './role-field.tsx';
import { TargetField } from './target-field.tsx';

export interface FieldProps<F extends Field = Field> { readonly place: FieldPlace; readonly field: F }

/** One field of an act, by its kind. */
export function FieldInput({ place, field }: FieldProps): JSX.Element {
  const t = useWords('acts');
  switch (field.kind) {
    case 'target': return <TargetField place={place} field={field} label={t(`field.${field.name}`)} />;
    case 'person': return <PersonField place={place} field={field} />;
    case 'unit': return <UnitField place={place} field={field} />;
    case 'meeting': return <MeetingField place={place} field={field} />;
    case 'dossier': return <DossierField place={place} field={field} />;
    case 'paper': return <PaperField place={place} field={field} />;
    case 'list': return <ListField place={place} field={field} />;
    case 'counts': return <CountsField place={place} field={field} />;
    case 'mapping': return <MappingField place={place} field={field} />;
    case 'role': return <RoleField place={place} field={field} />;
    default: return <PlainField place={place} field={field} />;
  }
}

/** Words, a line, a number, a day, one of a few, a yes, a file. */
function PlainField({ place: { form, values, wrong, fill, onFile, task }, field }: FieldProps): JSX.Element {
  const t = useWords('acts');
  const { data: me } = useMe();
  const { kind, name } = field;
  const label = t(`field.${name}`);
  const needed = form.needs(field);
  const fault = wrong[name];
  const says = saysOf(name, needed, fault);
  const text = textOf(values, name);
  if (kind === 'yes') return <Checkbox id={`act-${name}`} checked={values[name] === true} onChange={({ target }) => fill(name, target.checked)}>{label}</Checkbox>;
  if (kind === 'oneOf') {
    return (
      <FieldFrame name={name} label={label} needed={needed} wrong={fault} group>
        <Radio.Group name={name} vertical={field.options.length < 4} value={text} onChange={({ target }) => fill(name, String(target.value))} options={[...(needed ? [] : [{ value: '', label: t('option.none') }]), ...field.options.map((option) => ({ value: option, label: t(`option.${option}`) }))]} />
      </FieldFrame>
    );
  }
  return (
    <FieldFrame name={name} label={label} needed={needed} wrong={fault}>
      {kind === 'words' ? <Input.TextArea {...says} autoSize={{ minRows: 3, maxRows: 10 }} value={text} onChange={({ target }) => fill(name, target.value)} /> : null}
      {kind === 'line' ? <Input {...says} value={text} onChange={({ target }) => fill(name, target.value)} /> : null}
      {kind === 'number' ? <Input {...says} inputMode="numeric" value={text} onChange={({ target }) => fill(name, target.value.replace(/\D/g, ''))} style={{ width: 160 }} /> : null}
      {kind === 'file' ? <input {...says} type="file" onChange={({ target }) => onFile(target.files?.[0] ?? null)} /> : null}
      {kind === 'day' ? (
        <DatePicker {...says} format="D/M/YYYY" inputReadOnly={false} style={{ width: 200 }} value={text === '' ? null : dayjs(text)} onChange={(day) => fill(name, day === null ? '' : day.format('YYYY-MM-DD'))} disabledDate={(day) => me !== undefined && (field.past === true ? day.format('YYYY-MM-DD') > me.today : day.format('YYYY-MM-DD') < me.today)} />
      ) : null}
      {kind === 'principal' ? <Select {...says} value={text || null} placeholder={t('pick.choose')} onChange={(person) => fill(name, person)} options={(task === null ? [] : task.holder === null ? task.candidates : task.candidates.filter(({ person }) => person === task.holder?.person)).map((c) => ({ value: c.person, label: c.name }))} /> : null}
    </FieldFrame>
  );
}
