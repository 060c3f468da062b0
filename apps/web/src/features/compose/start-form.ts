import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '../../kit/ui/drafts.ts';
import type { CreateRequest } from './use-open-dossier.ts';
import type { FittingRoute, Subject } from './use-fitting-routes.ts';

export type FieldValue = string | number | boolean;
type Bound = Readonly<Record<string, string>>;

/** What a drafter has chosen and typed so far; empty strings: not yet. */
export interface StartForm {
  readonly secrecy: string;
  readonly from: '' | 'item' | 'free';
  readonly item: string;
  readonly itemTitle: string;
  readonly kind: string;
  readonly leadUnit: string;
  readonly authority: string;
  readonly issuingUnit: string;
  readonly cooperating: readonly string[];
  readonly route: string;
  /** null: not touched, the item's title stands. */
  readonly title: string | null;
  readonly dueOn: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly units: Bound;
  readonly bodies: Bound;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** `issuer type`. */
  readonly register: string;
}

const EMPTY: StartForm = { secrecy: '', from: '', item: '', itemTitle: '', kind: '', leadUnit: '', authority: '', issuingUnit: '', cooperating: [], route: '', title: null, dueOn: '', fields: {}, units: {}, bodies: {}, groups: {}, register: '' };

function read(text: string): StartForm {
  try {
    return { ...EMPTY, ...(JSON.parse(text) as Partial<StartForm>) };
  } catch {
    return EMPTY;
  }
}

export interface StartFormHeld {
  readonly form: StartForm;
  readonly change: (part: Partial<StartForm>) => void;
  /** Chooses a level; at one that is refused, all that was typed leaves this machine at once and comes back only while the screen stays open. */
  readonly chooseSecrecy: (level: string, allowed: boolean) => void;
  readonly clear: () => void;
}

/** The form, kept in the browser at each stroke. */
export function useStartForm(): StartFormHeld {
  const { text, write, clear } = useDraft('compose');
  const form = useMemo(() => read(text), [text]);
  const [aside, setAside] = useState<StartForm>(EMPTY);
  const change = useCallback((part: Partial<StartForm>) => write(JSON.stringify({ ...form, ...part })), [form, write]);
  const chooseSecrecy = useCallback((secrecy: string, allowed: boolean) => {
    if (!allowed) {
      if (form.from !== '') setAside(form);
      write(JSON.stringify({ ...EMPTY, secrecy }));
    } else write(JSON.stringify({ ...(form.from === '' ? aside : form), secrecy }));
  }, [aside, form, write]);
  return { form, change, chooseSecrecy, clear };
}

/** What the dossier is about, once that is said; null before. */
export function subjectOf({ from, item, kind, leadUnit, authority }: StartForm): Subject | null {
  if (from === 'item') return item === '' ? null : { item };
  return from === 'free' && kind !== '' && leadUnit !== '' && authority !== '' ? { kind, leadUnit, authority } : null;
}

/** What is still to be filled in before it may be sent, by the names of the form's parts. */
export function lackingOf(form: StartForm, route: FittingRoute | undefined): string[] {
  if (route === undefined) return ['route'];
  const { units, bodies, groups, register } = route.unbound;
  return [
    ...(form.from === 'free' && form.issuingUnit === '' ? ['issuingUnit'] : []),
    ...units.filter((r) => (form.units[r] ?? '') === '').map((r) => `unit.${r}`), ...bodies.filter((r) => (form.bodies[r] ?? '') === '').map((r) => `body.${r}`),
    ...groups.filter((r) => (form.groups[r] ?? []).length === 0).map((r) => `group.${r}`), ...(register && form.register === '' ? ['register'] : []),
    ...route.fields.filter((f) => f.default === null && form.fields[f.name] === undefined).map((f) => `field.${f.name}`),
    ...((form.title ?? form.itemTitle).trim() === '' ? ['title'] : []),
  ];
}

/** The request that opens it. */
export function requestOf(form: StartForm, route: FittingRoute): CreateRequest {
  const { title, dueOn, fields, item, kind, leadUnit, authority, issuingUnit, cooperating } = form;
  const [issuer = '', type = ''] = form.register.split(' ');
  const named = <T>(of: Readonly<Record<string, T>>, roles: readonly string[]): Record<string, T> => Object.fromEntries(Object.entries(of).filter(([role]) => roles.includes(role)));
  const free = { kind, leadUnit, authority, issuingUnit, cooperating: [...cooperating], register: form.register === '' ? null : { issuer, type } };
  return {
    route: route.id, version: route.version, ...(form.from === 'item' ? { item } : { free }), secrecy: 'thuong',
    ...(title === null || title.trim() === '' ? {} : { title: title.trim() }), ...(dueOn === '' ? {} : { dueOn }), fields: named(fields, route.fields.map((f) => f.name)),
    roles: { units: named(form.units, route.unbound.units), bodies: named(form.bodies, route.unbound.bodies), groups: Object.fromEntries(Object.entries(named(form.groups, route.unbound.groups)).map(([role, ids]) => [role, [...ids]])) },
  };
}
