import type { FieldType, FieldValue, Route } from '../route/route.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field that does not fit: unknown to the route, missing, or of another type than `wanted`. */
export interface FieldFault { readonly field: string; readonly wanted: FieldType | null }

/** The declared fields of the route and of everything that it brings along; the route's own come first. */
export function fieldsOf(route: Route): Route['fields'] {
  return Object.assign({}, ...Object.values(route.parts ?? {}).map((p) => fieldsOf(p.rules)), route.fields) as Route['fields'];
}

function typeOf(route: Route, field: string): FieldType | null {
  const fields = fieldsOf(route);
  const declared = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return declared === undefined ? null : typeof declared === 'string' ? declared : declared.type;
}

/** The given facts with the defaults of those that were left out. */
export function withDefaults(route: Route, given: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  const defaults = Object.entries(fieldsOf(route)).flatMap(([field, d]) => (typeof d === 'string' || d.default === undefined ? [] : [[field, d.default] as const]));
  return { ...Object.fromEntries(defaults), ...given };
}

/** What does not fit the route's declaration; `all`: fields without a value too. Money is whole đồng, never negative. */
export function fieldFaults(route: Route, values: Readonly<Record<string, FieldValue>>, all: boolean): FieldFault[] {
  const wrong = Object.entries(values).flatMap(([field, value]): FieldFault[] => {
    const wanted = typeOf(route, field);
    return wanted !== null && fits(wanted, value) ? [] : [{ field, wanted }];
  });
  const missing = all ? Object.keys(fieldsOf(route)).filter((field) => values[field] === undefined).map((field): FieldFault => ({ field, wanted: typeOf(route, field) })) : [];
  return [...wrong, ...missing];
}

function fits(type: FieldType, value: FieldValue): boolean {
  switch (type) {
    case 'money': return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'boolean': return typeof value === 'boolean';
    case 'text': return typeof value === 'string' && value.length <= 500;
    case 'date': return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
  }
}
