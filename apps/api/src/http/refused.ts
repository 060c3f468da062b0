import type { Refusal, Result } from '@totrinh/domain';

/** A refusal on its way to the filter, which makes a problem of it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  /** `options.cause` goes to the log, never into the answer. */
  constructor(code: Refusal['code'], details?: Refusal['details'], options?: ErrorOptions) {
    super(code, options);
    this.refusal = details === undefined ? { code } : { code, details };
  }
}

/** The value of a Result; throws Refused where it is a refusal. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused(result.error.code, result.error.details);
}

/** What was found; throws Refused where it is null, also for what the asker may not see. */
export function found<T>(value: T | null, code: Refusal['code'], id: string): T {
  if (value !== null) return value;
  throw new Refused(code, { id });
}
