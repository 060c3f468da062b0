import type { ErrorCode } from './errors.ts';

/** Why an act was refused: a code of the catalogue and the facts its sentence needs (ids and codes only). */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a rule answers. A rule never throws for what a person did; it throws only on a broken invariant. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: ErrorCode, details?: Readonly<Record<string, unknown>>): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: details === undefined ? { code } : { code, details } };
}

/** Ends an exhaustive switch; reaching it is a broken invariant, not bad input. */
export function assertNever(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
