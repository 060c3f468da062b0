import type { FieldType, FieldValue, Route } from '../route/route.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field that does not fit: unknown to the route, missing, or of another type than `wanted`. */
export interface FieldFault { readonly field: string; readonly wanted: FieldType | null }

function typeOf(route: Route, field: string): FieldType | null {
  const declared = Object.hasOwn(route.fields, field) ? route.fields[field] : undefined;
  return declared === undefined ? null : typeof declared === 'string' ? declared : declared.type;
}

/** The given facts with the defaults of those that were left out. */
export function withDefaults(route: Route, given: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  const defaults = Object.entries(route.fields).flatMap(([field, d]) => (typeof d === 'string' || d.default === undefined ? [] : [[field, d.default] as const]));
  return { ...Object.fromEntries(defaults), ...given };
}

/** What does not fit the route's declaration; `all`: fields without a value too. Money is whole đồng, never negative. */
export function fieldFaults(route: Route, values: Readonly<Record<string, FieldValue>>, all: boolean): FieldFault[] {
  const wrong = Object.entries(values).flatMap(([field, value]): FieldFault[] => {
    const wanted = typeOf(route, field);
    return wanted !== null && fits(wanted, value) ? [] : [{ field, wanted }];
  });
  const missing = all ? Object.keys(route.fields).filter((field) => values[field] === undefined).map((field): FieldFault => ({ field, wanted: typeOf(route, field) })) : [];
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
