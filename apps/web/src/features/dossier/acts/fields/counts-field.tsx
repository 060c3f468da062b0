import { Input, Select, Switch } from 'antd';
import { useState, type JSX } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';
import { COUNTS, mapOf, textOf } from '../values.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-input.tsx';

const CHOICES = ['yes', 'no', 'other', 'abstain'] as const;

/** What a meeting counted: how many were present and what they said, member by member where it was a vote by name. Whether it is sound is the server's to say. */
export function CountsField({ place: { dossier, task, values, wrong, fill }, field }: FieldProps): JSX.Element {
  const t = useWords('acts');
  const names = mapOf(values, 'names');
  const [byName, setByName] = useState(Object.keys(names).length > 0);
  const step = dossier.tasks.find(({ id }) => id === task?.id)?.step;
  const roster = dossier.steps.find(({ id }) => id === step)?.roster ?? [];
  const figures = Object.fromEntries(CHOICES.map((choice) => [choice, Number(textOf(values, choice))])) as Record<(typeof CHOICES)[number], number>;
  const sum = CHOICES.reduce((all, choice) => all + figures[choice], 0);
  const present = Number(textOf(values, 'present'));
  return (
    <FieldFrame name={field.name} label={`${t('field.counts')} · ${t('count.members', { count: roster.length })}`} needed wrong={wrong[field.name]} group>
      <div className="act-counts">
        {COUNTS.map((name) => (
          <label key={name} htmlFor={name === 'present' ? 'act-counts' : `act-count-${name}`}>{t(name === 'present' ? 'count.present' : `option.${name}`)}
            <Input id={name === 'present' ? 'act-counts' : `act-count-${name}`} inputMode="numeric" value={textOf(values, name)} onChange={({ target }) => fill(name, target.value.replace(/\D/g, ''))} />
          </label>
        ))}
      </div>
      <p className={sum === present ? 'acts-note' : 'act-wrong'} role="status">{t('count.sum', { ...figures, sum, present })}{sum === present ? '' : ` ${t('count.wrong')}`}</p>
      {roster.length === 0 ? null : <label className="act-line"><span>{t('count.byName')}</span><Switch checked={byName} onChange={(on) => { setByName(on); if (!on) fill('names', {}); }} /></label>}
      {byName ? (
        <div className="act-names">
          {roster.map(({ person, name }) => (
            <div key={person}>
              <span>{name}</span>
              <Select aria-label={t('count.said', { who: name })} size="small" allowClear placeholder={t('option.none')} value={names[person] ?? null} options={CHOICES.map((choice) => ({ value: choice, label: t(`option.${choice}`) }))} onChange={(choice: string | null | undefined) => fill('names', Object.fromEntries(Object.entries({ ...names, [person]: choice ?? '' }).filter(([, said]) => said !== '')))} />
            </div>
          ))}
        </div>
      ) : null}
    </FieldFrame>
  );
}
