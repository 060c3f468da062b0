import { Radio } from 'antd';
import type { JSX } from 'react';
import { inLanguage } from '../../../kit/words/words.ts';
import { useWords } from '../../../kit/words/use-words.ts';
import { FieldFrame } from './fields/field-frame.tsx';
import { FieldInput } from './fields/field-input.tsx';
import { TargetField } from './fields/target-field.tsx';
import type { Form } from './form.ts';
import type { Offer } from './offers.ts';
import type { ActAnswer, Dossier, Task } from './shapes.ts';
import { textOf, type Value, type Values } from './values.ts';

/** What every field of a dialog is given. */
export interface FieldPlace {
  readonly form: Form;
  readonly act: Offer;
  readonly dossier: Dossier;
  readonly etag: string;
  /** The task that the act is on. */
  readonly task: Task | null;
  readonly target: string | null;
  readonly values: Values;
  readonly wrong: Readonly<Record<string, string>>;
  /** Fills a field in, and others `also`. */
  readonly fill: (name: string, value: Value, also?: Values) => void;
  readonly onFile: (file: File | null) => void;
  readonly onScanned: (field: string, document: string, answer: ActAnswer) => void;
}

/** The form of an act: whose task it is for where that is to choose, the answer where the button has not said it, and the fields of its row. */
export function ActFields(place: FieldPlace): JSX.Element {
  const t = useWords('acts');
  const { form, act, values, wrong, fill } = place;
  const choosesTask = act.row.on === 'task' && act.action.task === null && (act.action.targets?.length ?? 0) > 1;
  return (
    <div className="act-form">
      {choosesTask ? <TargetField place={place} field={{ kind: 'target', name: 'which', of: 'task', asked: 'always' }} label={t('dialog.which')} /> : null}
      {form.answers === null || form.answers.length === 0 ? null : (
        <FieldFrame name="outcome" label={t('dialog.answer')} needed wrong={wrong['outcome']} group>
          <Radio.Group id="act-outcome" name="outcome" vertical value={textOf(values, 'outcome')} onChange={({ target }) => fill('outcome', String(target.value))} options={form.answers.map(({ outcome, label }) => ({ value: outcome, label: inLanguage(label) }))} />
        </FieldFrame>
      )}
      {form.fields.map((field) => <FieldInput key={`${field.kind}-${field.name}`} place={place} field={field} />)}
    </div>
  );
}
