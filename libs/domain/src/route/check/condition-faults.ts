import { checkCondition, typeOfField } from '../conditions.ts';
import type { FieldType, FieldValue, Route, StepRule } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Conditions of choices and branches that cannot be evaluated over the facts that the route declares. */
export function conditionFaults(route: Route): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => conditionsOf(rule).flatMap(([keys, text]) =>
    checkCondition(route.fields, text).map(({ code, vi, en }) => atStep(code, step, `có điều kiện “${text}” không dùng được: ${vi}`, `has a condition “${text}” that cannot be used: ${en}`, ...keys))));
}

function conditionsOf(rule: StepRule): [keys: (string | number)[], text: string][] {
  if (rule.kind === 'choice') return rule.when.flatMap((arm, i): [(string | number)[], string][] => ('if' in arm ? [[['when', i, 'if'], arm.if]] : []));
  if (rule.kind !== 'parallel') return [];
  return Object.entries(rule.branches).flatMap(([branch, { if: text }]): [(string | number)[], string][] => (text === undefined ? [] : [[['branches', branch, 'if'], text]]));
}

const FITS: Readonly<Record<FieldType, (value: FieldValue) => boolean>> = {
  money: (value) => typeof value === 'number',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && isDay(value),
};

/** Whether a value can stand in a field of the type; money and numbers are JavaScript numbers, a date is a real day `YYYY-MM-DD`. */
export function fitsField(type: FieldType, value: FieldValue): boolean {
  return FITS[type](value);
}

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** Defaults that do not fit their field's type. */
export function fieldFaults(route: Route): RouteFault[] {
  return Object.entries(route.fields).flatMap(([name, field]): RouteFault[] => {
    if (typeof field === 'string' || field.default === undefined || fitsField(typeOfField(field), field.default)) return [];
    return [{ code: 'fieldDefault', path: ['fields', name, 'default'], vi: `Giá trị sẵn có của “${name}” không hợp kiểu ${field.type}.`, en: `The default of “${name}” does not fit the type ${field.type}.` }];
  });
}
