import type { FieldValue } from './start-form.ts';
import type { Dossier } from './use-draft-dossier.ts';
import type { EditRequest } from './use-edit.ts';

/** `title`, `dueOn`, or `fields.NAME`. */
export type Part = string;
export interface Facts { readonly title: string; readonly dueOn: string; readonly fields: Readonly<Record<string, FieldValue>> }
/** What was typed and is not saved yet, each with what the server had when the typing began. */
export type Typed = Readonly<Record<Part, { readonly value: FieldValue; readonly base: FieldValue | null }>>;

const FIELD = 'fields.';

/** What is kept in the browser; nothing where it cannot be read. */
export function readTyped(text: string): Typed {
  try {
    return text === '' ? {} : (JSON.parse(text) as Typed);
  } catch {
    return {};
  }
}

/** What the server has of a part; null: nothing. */
export function valueIn(dossier: Pick<Dossier, 'title' | 'dueOn' | 'fields'>, part: Part): FieldValue | null {
  if (part === 'title') return dossier.title;
  return part === 'dueOn' ? dossier.dueOn : (dossier.fields[part.slice(FIELD.length)] ?? null);
}

/** The parts that another changed since they were begun to be typed, and to something else. */
export const clashOf = (typed: Typed, dossier: Dossier): Part[] => Object.entries(typed).filter(([part, { value, base }]) => valueIn(dossier, part) !== base && valueIn(dossier, part) !== value).map(([part]) => part);

/** What is left to save after `sent` has been. */
export const pruned = (typed: Typed, sent: Typed): Typed => Object.fromEntries(Object.entries(typed).filter(([part, { value }]) => sent[part]?.value !== value).map(([part, { value }]) => [part, { value, base: sent[part]?.value ?? typed[part]?.base ?? null }]));

const fieldsOf = (typed: Typed): Record<string, FieldValue> => Object.fromEntries(Object.entries(typed).filter(([part]) => part.startsWith(FIELD)).map(([part, { value }]) => [part.slice(FIELD.length), value]));

/** The request that saves it. Facts go together: those of the dossier with what was typed over them. */
export function partOf(typed: Typed, dossier: Dossier): EditRequest {
  const { title, dueOn } = typed;
  const fields = fieldsOf(typed);
  return { ...(title === undefined ? {} : { title: String(title.value) }), ...(dueOn === undefined ? {} : { dueOn: String(dueOn.value) }), ...(Object.keys(fields).length === 0 ? {} : { fields: { ...dossier.fields, ...fields } }) };
}

/** What the fields show. */
export function typedOver(dossier: Dossier, typed: Typed): Facts {
  const { title, dueOn } = typed;
  return { title: title === undefined ? dossier.title : String(title.value), dueOn: dueOn === undefined ? (dossier.dueOn ?? '') : String(dueOn.value), fields: { ...dossier.fields, ...fieldsOf(typed) } };
}
