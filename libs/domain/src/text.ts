import { ok, refuse, type Result } from './result.ts';

/** Longest texts, in characters after NFC. Files carry more; a comment is not a file. */
export const TEXT_LIMITS = { title: 500, reason: 10_000, comment: 10_000, name: 255 } as const;

/**
 * C0/C1 controls except tab, line feed and carriage return, which break records, prints and searches; and halves of
 * surrogate pairs, which UTF-8 cannot hold, so that they would be stored as something else.
 */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cs}]/u;

/**
 * The text as it is stored: NFC (Unicode UAX #15), trimmed, line ends as LF.
 * Errors: TEXT_EMPTY, TEXT_TOO_LONG (details: limit, length), TEXT_CONTROL_CHARACTER (details: position from 0 in the normalised text).
 */
export function cleanText(field: keyof typeof TEXT_LIMITS, input: string): Result<string> {
  const limit = TEXT_LIMITS[field];
  if (input.length > limit * 4) return refuse('TEXT_TOO_LONG', { field, limit, length: input.length });
  const text = input.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const control = CONTROL.exec(text);
  if (control) return refuse('TEXT_CONTROL_CHARACTER', { field, position: control.index });
  if (text.length === 0) return refuse('TEXT_EMPTY', { field });
  const length = [...text].length;
  return length > limit ? refuse('TEXT_TOO_LONG', { field, limit, length }) : ok(text);
}
