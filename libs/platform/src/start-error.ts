/** A sentence for the person who starts or runs the house, in both languages. */
export type Sentence = { readonly vi: string; readonly en: string };

/**
 * A start that cannot succeed, told in one sentence, Vietnamese first. Entry points print `message` alone, without a stack:
 * the person who reads it mends a setting or a service, not the code.
 */
export class StartError extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(`${sentence.vi} / ${sentence.en}`, options);
    this.name = 'StartError';
    this.vi = sentence.vi;
    this.en = sentence.en;
  }
}

type Failure = { readonly message?: unknown; readonly cause?: unknown; readonly errors?: unknown; readonly code?: unknown };

// By shape and not by `instanceof`: what comes from another realm (a test's sandbox, a native module) is of another Error.
function failure(error: unknown): Failure {
  return typeof error === 'object' && error !== null ? error : {};
}

/** The code of a failure: a text of the system ('ENOENT') or of PostgreSQL ('42P01'), a number of gRPC; undefined when it has none. */
export function codeOf(error: unknown): string | number | undefined {
  const { code } = failure(error);
  return typeof code === 'string' || typeof code === 'number' ? code : undefined;
}

/** The innermost message of an error, on one line, at most 200 characters: gRPC and pg wrap the reason several times. */
export function reasonOf(error: unknown): string {
  const { message, cause, errors } = failure(error);
  if (failure(cause).message !== undefined) return reasonOf(cause);
  if (Array.isArray(errors) && errors.length > 0) return reasonOf(errors[0]);
  const text = typeof message === 'string' && message !== '' ? message : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
