import { Select } from 'antd';
import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { inLanguage } from '../../kit/words/words.ts';
import { useRouteNames } from './use-route-names.ts';

/** Chosen routes; none chosen means all. */
export function RoutesField({ id, value, onChange }: { readonly id: string; readonly value: readonly string[]; readonly onChange: (routes: string[]) => void }): JSX.Element {
  const t = useWords('absences');
  const names = useRouteNames();
  return <Select id={id} mode="multiple" allowClear value={[...value]} placeholder={t('allRoutes')} loading={names.isFetching} onChange={onChange} style={{ width: '100%' }} options={(names.data ?? []).map((r) => ({ value: r.id, label: inLanguage(r.title) }))} showSearch={{ optionFilterProp: 'label' }} />;
}
