import { Select } from 'antd';
import type { JSX } from 'react';
import { codeOf } from '../../../../kit/api/client.ts';
import { problemText } from '../../../../kit/ui/state-page.tsx';
import { useWords } from '../../../../kit/words/use-words.ts';
import { said } from '../../said.ts';
import type { FieldPlace } from '../act-fields.tsx';
import { problemOf } from '../refusals.ts';
import { useScan } from '../use-scan.ts';
import { textOf } from '../values.ts';
import type { Field } from '../verbs.ts';
import { FieldFrame, saysOf } from './field-frame.tsx';

/** A paper of the dossier: one that is there, or a scan that is added now and then chosen. */
export function PaperField({ place, field }: { readonly place: FieldPlace; readonly field: Extract<Field, { kind: 'paper' }> }): JSX.Element {
  const t = useWords('acts');
  const { form, dossier, etag, values, wrong, fill, onScanned } = place;
  const { name, role } = field;
  const scan = useScan(dossier.id, etag);
  const needed = form.needs(field);
  const refused = problemOf(scan.error);
  const fault = wrong[name] ?? (refused === null ? undefined : problemText(refused.problem));
  const add = (file: File | undefined): void => {
    if (file === undefined) return;
    scan.mutate({ role, file, mark: `${file.name} ${file.size} ${file.lastModified}` }, { onSuccess: (answer) => onScanned(name, answer.ids['document'] ?? '', answer) });
  };
  const chosen = textOf(values, name);
  return (
    <FieldFrame name={name} label={t(`field.${name}`)} needed={needed} wrong={fault}>
      <Select
        {...saysOf(name, needed, fault)} value={chosen || null} placeholder={t('pick.paper')} allowClear={!needed} showSearch={{ optionFilterProp: 'label' }} data-code={codeOf(scan.error) ?? undefined}
        options={[...dossier.documents].reverse().map((d) => ({ value: d.id, label: `${said(t, `role.${d.role}`, d.role)} ${d.no}: ${d.name ?? ''}` }))} onChange={(id: string | null | undefined) => fill(name, id ?? '')}
      />
      <div className="act-scan">
        <label htmlFor={`act-${name}-scan`}>{t('pick.scan')}</label>
        <input id={`act-${name}-scan`} type="file" accept="application/pdf,image/png,image/jpeg" disabled={scan.isPending} onChange={({ target }) => add(target.files?.[0])} />
        <span role="status">{scan.isPending ? t('pick.uploading') : scan.isSuccess ? t('pick.scanned', { name: scan.variables.file.name }) : ''}</span>
      </div>
    </FieldFrame>
  );
}
