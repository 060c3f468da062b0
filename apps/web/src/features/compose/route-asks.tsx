import type { JSX } from 'react';
import { useWords } from '../../kit/words/use-words.ts';
import { Choose } from './field.tsx';
import { optionsOf } from './free-subject.tsx';
import { ManyUnits } from './many-units.tsx';
import type { StartForm } from './start-form.ts';
import { TypedField } from './typed-fields.tsx';
import type { FittingRoute } from './use-fitting-routes.ts';
import { usePlaces } from './use-places.ts';
import type { Rules } from './use-rules.ts';

/** Roles of routes that the catalogue has a name for. */
export const NAMED_PARTS = new Set(['appraising', 'finance', 'cooperating', 'issuing', 'authority', 'standing', 'council']);

interface AsksProps { readonly form: StartForm; readonly route: FittingRoute; readonly rules: Rules; readonly today: string; readonly change: (part: Partial<StartForm>) => void }

/** What the chosen route asks for beside what is known: units and bodies for its roles, a register, its facts. */
export function RouteAsks({ form, route, rules, today, change }: AsksProps): JSX.Element | null {
  const t = useWords('compose');
  const { units, bodies, groups, register } = route.unbound;
  const places = usePlaces(units.length + bodies.length + groups.length > 0).data ?? { units: [], bodies: [] };
  const label = (role: string): string => (NAMED_PARTS.has(role) ? t(`part.${role}`) : role);
  const empty = t('choose');
  return (
    <div className="compose-grid">
      {units.map((role) => <Choose key={role} id={`unit-${role}`} label={label(role)} value={form.units[role] ?? ''} empty={empty} options={optionsOf(places.units)} onChange={(id) => change({ units: { ...form.units, [role]: id } })} />)}
      {bodies.map((role) => <Choose key={role} id={`body-${role}`} label={label(role)} value={form.bodies[role] ?? ''} empty={empty} options={optionsOf(places.bodies)} onChange={(id) => change({ bodies: { ...form.bodies, [role]: id } })} />)}
      {groups.map((role) => <ManyUnits key={role} id={`group-${role}`} label={label(role)} units={places.units} chosen={form.groups[role] ?? []} onChange={(ids) => change({ groups: { ...form.groups, [role]: ids } })} />)}
      {register ? <Choose id="register" label={t('part.register')} value={form.register} empty={empty} options={rules.registers.map((r) => ({ value: `${r.issuer} ${r.type}`, label: r.notation }))} onChange={(chosen) => change({ register: chosen })} /> : null}
      {route.fields.map((f) => <TypedField key={f.name} field={f} value={form.fields[f.name]} today={today} onChange={(value) => change({ fields: { ...form.fields, [f.name]: value } })} />)}
    </div>
  );
}
