import { Select } from 'antd';
import type { JSX } from 'react';
import { inLanguage } from '../../../../kit/words/words.ts';
import { useWords } from '../../../../kit/words/use-words.ts';
import { said } from '../../said.ts';
import { useNeeds } from '../use-needs.ts';
import { textOf } from '../values.ts';
import { FieldFrame, saysOf } from './field-frame.tsx';
import type { FieldProps } from './field-input.tsx';

/** What a document is: one of those that the open draft asks for, one of a kind that is there, or a paper beside the content. */
export function RoleField({ place: { dossier, form, values, wrong, fill }, field }: FieldProps): JSX.Element {
  const t = useWords('acts');
  const { data } = useNeeds(dossier.id);
  const named = new Map([...(data?.documents ?? []).map(({ role, title }): [string, string] => [role, inLanguage(title)])]);
  const roles = [...new Set([...named.keys(), ...dossier.documents.map(({ role }) => role), 'phieu-y-kien', 'cong-van', 'ghi-chep'])];
  const needed = form.needs(field);
  return (
    <FieldFrame name={field.name} label={t('field.role')} needed={needed} wrong={wrong[field.name]}>
      <Select {...saysOf(field.name, needed, wrong[field.name])} value={textOf(values, field.name) || null} placeholder={t('pick.choose')} options={roles.map((role) => ({ value: role, label: named.get(role) ?? said(t, `role.${role}`, role) }))} onChange={(role: string) => fill(field.name, role)} />
    </FieldFrame>
  );
}
