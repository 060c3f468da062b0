import { Input } from 'antd';
import { useState, type JSX } from 'react';
import { number } from '../../kit/format/format.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { DayInput } from './day-input.tsx';
import { Field } from './field.tsx';
import type { FieldValue } from './start-form.ts';
import type { RouteField } from './use-fitting-routes.ts';

interface TypedProps { readonly field: RouteField; readonly value: FieldValue | undefined; readonly today: string; readonly disabled?: boolean; readonly onChange: (value: FieldValue) => void }

/** A fact that the route asks for, by its type; the route's conditions go by it. */
export function TypedField({ field, value, today, disabled = false, onChange }: TypedProps): JSX.Element {
  const id = `field-${field.name}`;
  const label = field.title === null ? field.name : inLanguage(field.title);
  const now = value ?? field.default ?? undefined;
  if (field.type === 'boolean') return <label className="compose-check"><input id={id} type="checkbox" checked={now === true} disabled={disabled} onChange={(e) => onChange(e.target.checked)} />{label}</label>;
  if (field.type === 'date') return <Field id={id} label={label}><DayInput id={id} value={typeof now === 'string' ? now : ''} from={today} disabled={disabled} onChange={onChange} /></Field>;
  if (field.type === 'text') return <Field id={id} label={label}><Input id={id} value={typeof now === 'string' ? now : ''} disabled={disabled} maxLength={500} onChange={(e) => onChange(e.target.value)} /></Field>;
  return <NumberField id={id} label={label} value={typeof now === 'number' ? now : null} whole={field.type === 'money'} disabled={disabled} onChange={onChange} />;
}

interface NumberProps { readonly id: string; readonly label: string; readonly value: number | null; readonly whole: boolean; readonly disabled: boolean; readonly onChange: (value: number) => void }

/** `5.030.000`, or `5.030,5` where a part of one is allowed; while it is typed it stands as it is typed. */
function NumberField({ id, label, value, whole, disabled, onChange }: NumberProps): JSX.Element {
  const t = useWords('compose');
  const [typing, setTyping] = useState<string | null>(null);
  const digits = value === null ? 0 : Math.min(6, (String(value).split('.')[1] ?? '').length);
  const shown = typing ?? (value === null ? '' : number(value, digits));
  const write = (text: string): void => {
    setTyping(text);
    const plain = text.replaceAll('.', '').replaceAll(' ', '').replace(',', '.');
    if (/^\d+(\.\d+)?$/.test(plain)) onChange(whole ? Math.round(Number(plain)) : Number(plain));
  };
  const wrong = typing !== null && typing !== '' && !/^[\d. ]+(,\d+)?$/.test(typing);
  return (
    <Field id={id} label={label} note={wrong ? t('fact.number') : null}>
      <Input id={id} className="num" inputMode={whole ? 'numeric' : 'decimal'} value={shown} disabled={disabled} status={wrong ? 'error' : ''} aria-invalid={wrong} onChange={(e) => write(e.target.value)} onBlur={() => setTyping(null)} />
    </Field>
  );
}
