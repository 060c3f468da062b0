import type { JSX } from 'react';
import { Failed, Loading } from '../../kit/ui/state-page.tsx';
import { inLanguage } from '../../kit/words/words.ts';
import { useWords } from '../../kit/words/use-words.ts';
import { Choose } from './field.tsx';
import { ManyUnits } from './many-units.tsx';
import type { StartForm } from './start-form.ts';
import type { Rules } from './use-rules.ts';
import { usePlaces, type Place } from './use-places.ts';

export const optionsOf = (places: readonly Place[]): { value: string; label: string }[] => places.map(({ id, name }) => ({ value: id, label: name }));

/** What an item would have said: the kind of work, who leads it, before whom it goes, who issues it, who works along. */
export function FreeSubject({ form, rules, change }: { readonly form: StartForm; readonly rules: Rules; readonly change: (part: Partial<StartForm>) => void }): JSX.Element {
  const t = useWords('compose');
  const places = usePlaces(true);
  if (places.isPending) return <Loading />;
  if (places.isError) return <Failed fault={places.error} retry={() => void places.refetch()} />;
  const { units, bodies } = places.data;
  const empty = t('choose');
  const anew = { route: '' };
  return (
    <div className="compose-grid">
      <Choose id="free-kind" label={t('free.kind')} value={form.kind} empty={empty} options={rules.kinds.map((k) => ({ value: k.kind, label: inLanguage(k.title) }))} onChange={(kind) => change({ kind, ...anew })} />
      <Choose id="free-lead" label={t('free.leadUnit')} value={form.leadUnit} empty={empty} options={optionsOf(rules.units)} onChange={(leadUnit) => change({ leadUnit, ...anew })} note={t('free.leadUnitNote')} />
      <Choose id="free-authority" label={t('free.authority')} value={form.authority} empty={empty} options={optionsOf(bodies)} onChange={(authority) => change({ authority, ...anew })} />
      <Choose id="free-issuing" label={t('free.issuingUnit')} value={form.issuingUnit} empty={empty} options={optionsOf(units)} onChange={(issuingUnit) => change({ issuingUnit })} />
      <ManyUnits id="free-cooperating" label={t('free.cooperating')} units={units.filter((u) => u.id !== form.leadUnit)} chosen={form.cooperating} onChange={(cooperating) => change({ cooperating })} />
    </div>
  );
}
