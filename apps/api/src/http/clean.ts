import { cleanText, type TEXT_LIMITS } from '@totrinh/domain';
import { accepted } from './refused.ts';

type Field = keyof typeof TEXT_LIMITS;

/** Text as it is stored (NFC, trimmed). Errors: TEXT_EMPTY, TEXT_TOO_LONG, TEXT_CONTROL_CHARACTER. */
export function clean(field: Field, text: string): string {
  return accepted(cleanText(field, text));
}

/** The same for text that may be missing: what is absent or blank is null, and the rules say whether it is needed. */
export function cleanOrNull(field: Field, text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : clean(field, text);
}

/** Each of several texts, none of them blank. */
export function cleanAll(field: Field, texts: readonly string[]): string[] {
  return texts.map((text) => clean(field, text));
}

/** Every string of a parsed body in NFC; the rules judge what is in them. */
export function composed<T>(value: T): T {
  return compose(value) as T;
}

function compose(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (Array.isArray(value)) return value.map(compose);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, compose(v)]));
  return value;
}
