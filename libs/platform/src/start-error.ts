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

/** The innermost message of an error, on one line, at most 200 characters: gRPC and pg wrap the reason several times. */
export function reasonOf(error: unknown): string {
  let current: unknown = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  if (current instanceof AggregateError && current.errors.length > 0) return reasonOf(current.errors[0]);
  const text = current instanceof Error ? current.message || current.name : String(current);
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
