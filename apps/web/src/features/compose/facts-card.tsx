import { Input } from 'antd';
import type { JSX } from 'react';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { DayInput } from './day-input.tsx';
import { Field } from './field.tsx';
import { SavingLine } from './saving-line.tsx';
import { TypedField } from './typed-fields.tsx';
import type { Autosave } from './use-autosave.ts';
import type { Dossier } from './use-draft-dossier.ts';
import type { RouteField } from './use-fitting-routes.ts';

interface FactsProps { readonly dossier: Dossier; readonly auto: Autosave; readonly fields: readonly RouteField[]; readonly today: string; readonly locked: boolean }

/** Title, the day aimed at and the route's facts, saved as they are typed. */
export function FactsCard({ dossier, auto, fields, today, locked }: FactsProps): JSX.Element {
  const t = useWords('compose');
  const { facts, write } = auto;
  const empty = facts.title.trim() === '';
  return (
    <section className="card compose-part" aria-labelledby="compose-facts">
      <h2 id="compose-facts">{t('facts.heading')}</h2>
      <Field id="title" label={t('open.title')} note={empty ? t('facts.noTitle') : null}>
        <Input.TextArea id="title" autoSize={{ minRows: 2, maxRows: 6 }} value={facts.title} disabled={locked} status={empty ? 'error' : ''} aria-invalid={empty} onChange={(e) => write('title', e.target.value)} />
      </Field>
      <div className="compose-grid">
        <Field id="due" label={t('open.due')}><DayInput id="due" value={facts.dueOn} from={facts.dueOn !== '' && facts.dueOn < today ? facts.dueOn : today} disabled={locked} onChange={(on) => write('dueOn', on)} /></Field>
        {fields.map((f) => <TypedField key={f.name} field={f} value={facts.fields[f.name]} today={today} disabled={locked} onChange={(value) => write(`fields.${f.name}`, value)} />)}
      </div>
      <dl className="compose-known">
        {dossier.item === null ? null : <div><dt>{t('facts.item')}</dt><dd>{dossier.item.code}</dd></div>}
        <div><dt>{t('facts.leadUnit')}</dt><dd>{dossier.leadUnit.name}</dd></div>
        {dossier.route === null ? null : <div><dt>{t('facts.route')}</dt><dd>{t('facts.routeVersion', { title: inLanguage(dossier.route.title), version: dossier.route.version })}</dd></div>}
      </dl>
      <SavingLine auto={auto} dossier={dossier} />
    </section>
  );
}
