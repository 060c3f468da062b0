import { Input } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../../../../kit/words/use-words.ts';
import { titleOfPath } from '../../said.ts';
import { useMigration } from '../use-migration.ts';
import { mapOf, textOf } from '../values.ts';
import type { FieldProps } from './field-input.tsx';

/** What another version of the route would make of the open steps, and where a step goes that has no place of its name there. */
export function MappingField({ place: { dossier, values, fill }, field }: FieldProps): JSX.Element | null {
  const t = useWords('acts');
  const version = Number(textOf(values, 'version'));
  const { data } = useMigration(dossier.id, version > 0 ? version : null);
  const places = mapOf(values, field.name);
  const open = [...new Set(dossier.steps.filter(({ state }) => state === 'open').map(({ path }) => path))];
  const lost = data === undefined ? [] : open.filter((path) => data.faults.some(({ subject }) => subject === path));
  return (
    <>
      <p className="acts-note" role="status">{t('migrate.from', { version: dossier.route?.version ?? '' })}{data === undefined ? '' : ` · ${data.possible ? t('migrate.possible', { count: data.moved.length }) : t('migrate.impossible', { faults: data.faults.map(({ code, subject }) => `${code} (${subject})`).join(', ') })}`}</p>
      {lost.map((path) => (
        <div key={path} className="act-field">
          <label htmlFor={`act-mapping-${path}`}>{t('field.mapping')}: {titleOfPath(dossier, path)}</label>
          <Input id={`act-mapping-${path}`} value={places[path] ?? ''} onChange={({ target }) => fill(field.name, Object.fromEntries(Object.entries({ ...places, [path]: target.value.trim() }).filter(([, to]) => to !== '')))} />
        </div>
      ))}
    </>
  );
}
