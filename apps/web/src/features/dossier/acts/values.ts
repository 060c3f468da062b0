import type { Dossier } from './shapes.ts';
import type { Field, VerbRow } from './verbs.ts';

export type Value = string | boolean | readonly string[] | Readonly<Record<string, string>>;
/** What is filled in, by the names of the fields; it survives a reload as JSON. */
export type Values = Readonly<Record<string, Value>>;

export const COUNTS = ['present', 'yes', 'no', 'other', 'abstain'] as const;

export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
export const listOf = (values: Values, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
export const mapOf = (values: Values, name: string): Readonly<Record<string, string>> => {
  const value = values[name];
  return typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, string>>) : {};
};

/** What was kept; nothing where it cannot be read. */
export function valuesOf(kept: string): Values {
  try {
    const read: unknown = JSON.parse(kept);
    return typeof read === 'object' && read !== null ? (read as Values) : {};
  } catch {
    return {};
  }
}

/** Whether a field that has to be filled in is empty. */
export function isEmpty(field: Field, values: Values): boolean {
  if (field.kind === 'counts') return COUNTS.some((name) => textOf(values, name) === '');
  if (field.kind === 'list' || (field.kind === 'person' && field.many === true)) return listOf(values, field.name).every((line) => line.trim() === '');
  return field.kind !== 'yes' && field.kind !== 'mapping' && textOf(values, field.name).trim() === '';
}

/** The request's body, and what stands in its address beside the id. */
export function requestOf(row: VerbRow, fields: readonly Field[], values: Values, outcome: string | null, dossier: Dossier): { readonly body: Record<string, unknown>; readonly path: Record<string, string> } {
  const body: Record<string, unknown> = {};
  const path: Record<string, string> = {};
  for (const field of fields) {
    const value = sent(field, values);
    if (field.kind === 'counts') Object.assign(body, value);
    else if (row.path.includes(`{${field.name}}`)) path[field.name] = textOf(values, field.name);
    else if (value !== undefined) body[field.name] = value;
  }
  if (row.says !== undefined && outcome !== null) body[row.says] = outcome;
  if (row.path.endsWith('/put-off')) body['meeting'] = dossier.agenda.find(({ step }) => step === body['step'])?.meeting.id;
  return { body, path };
}

function sent(field: Field, values: Values): unknown {
  const { kind, name } = field;
  const text = textOf(values, name).trim();
  switch (kind) {
    case 'file': return undefined;
    case 'yes': return values[name] === true;
    case 'number': return text === '' ? undefined : Number(text);
    case 'list': return lines(values, name);
    case 'mapping': return Object.keys(mapOf(values, name)).length === 0 ? undefined : mapOf(values, name);
    case 'counts': return { ...Object.fromEntries(COUNTS.map((count) => [count, Number(textOf(values, count))])), ...(Object.keys(mapOf(values, 'names')).length === 0 ? {} : { names: mapOf(values, 'names') }) };
    case 'person': return field.many === true ? lines(values, name) : text || undefined;
    default: return text || undefined;
  }
}

function lines(values: Values, name: string): readonly string[] | undefined {
  const filled = listOf(values, name).map((line) => line.trim()).filter((line) => line !== '');
  return filled.length === 0 ? undefined : filled;
}
