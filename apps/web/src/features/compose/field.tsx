import type { JSX, ReactNode } from 'react';

/** A labelled place to fill in, with what there is to say about it. */
export function Field({ id, label, note, children }: { readonly id: string; readonly label: string; readonly note?: ReactNode; readonly children: ReactNode }): JSX.Element {
  return <div className="compose-field"><label htmlFor={id}>{label}</label>{children}{note === undefined || note === null ? null : <div className="compose-note" id={`${id}-note`}>{note}</div>}</div>;
}

interface ChooseProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty: string;
  readonly onChange: (value: string) => void;
  readonly note?: ReactNode;
}

/** One of a few. */
export function Choose({ id, label, value, options, empty, onChange, note }: ChooseProps): JSX.Element {
  return (
    <Field id={id} label={label} note={note}>
      <select id={id} className="compose-input" value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="">{empty}</option>
        {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    </Field>
  );
}
