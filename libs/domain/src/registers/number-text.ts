import { assertNever, ok, refuse, type Result } from '../result.ts';

/** Regime of an issuer: the Party counts per term, the State restarts each 1 January. */
export type Regime = 'party' | 'state';

/** A register (sổ văn bản) as the clerk's transaction finds it under its lock. */
export interface Register {
  readonly id: string;
  readonly regime: Regime;
  /** What stands behind the number: `ĐA/TU`, `KH-UBND`. */
  readonly notation: string;
  /** The series that is being counted: a term (`XVII`) or a year (`2022`). */
  readonly series: string;
  readonly next: number;
  /** Day of the latest number of the series, `YYYY-MM-DD`; null before the first. */
  readonly lastOn: string | null;
  /** False where numbers are given by another system and only recorded here; a register gives them by default. */
  readonly gives?: boolean;
}

/**
 * Number and notation as printed: Party `12-ĐA/TU` (36-HD/VPTW), State `182/KH-UBND` (NĐ 30/2020 PL I); below ten with a
 * leading nought.
 */
export function numberText(regime: Regime, number: number, notation: string): string {
  const digits = String(number).padStart(2, '0');
  switch (regime) {
    case 'party': return `${digits}-${notation}`;
    case 'state': return `${digits}/${notation}`;
    default: return assertNever(regime);
  }
}

/** The series a day belongs to: the State counts per year, the Party per term (NĐ 30/2020 Đ.15; 36-HD/VPTW). */
export function seriesOf(regime: Regime, day: string, term: string): string {
  return regime === 'state' ? day.slice(0, 4) : term;
}

/** The next number. Number order is time order: a day before the latest number's is refused (NĐ 30/2020 Đ.15). */
export function nextNumber(register: Register, on: string): Result<{ number: number; text: string }> {
  if (register.gives === false) return refuse('REGISTER_RECORDS', { register: register.id });
  if (register.lastOn !== null && on < register.lastOn) return refuse('NUMBER_DATE_DECREASES', { on, lastOn: register.lastOn });
  return ok({ number: register.next, text: numberText(register.regime, register.next, register.notation) });
}

/**
 * A number that another system gave: later than every number so far, since number order is time order.
 * Errors: REGISTER_GIVES, NUMBER_NOT_FREE (details: next), NUMBER_DATE_DECREASES.
 */
export function recordedNumber(register: Register, number: number, on: string): Result<{ number: number; text: string }> {
  if (register.gives !== false) return refuse('REGISTER_GIVES', { register: register.id });
  if (number < register.next) return refuse('NUMBER_NOT_FREE', { number, next: register.next });
  if (register.lastOn !== null && on < register.lastOn) return refuse('NUMBER_DATE_DECREASES', { on, lastOn: register.lastOn });
  return ok({ number, text: numberText(register.regime, number, register.notation) });
}
