import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { ok, refuse, type Result } from '@totrinh/domain';

/** What an office sends, by media type. Everything else is refused: programs, archives, macros, pages with scripts. */
export const ACCEPTED_TYPES: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/png',
  'image/jpeg',
  'text/plain',
];

/**
 * The media type of a file by its bytes, never by its name. Text is UTF-8 without control characters.
 * Errors: FILE_TYPE_REFUSED (details: found).
 */
export async function sniffType(path: string): Promise<Result<string>> {
  const found = (await fileTypeFromFile(path))?.mime ?? (await textOrUnknown(path));
  return ACCEPTED_TYPES.includes(found) ? ok(found) : refuse('FILE_TYPE_REFUSED', { found });
}

const TEXT_CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

async function textOrUnknown(path: string): Promise<string> {
  const file = await open(path, 'r');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (TEXT_CONTROL.test(decoder.decode(chunk, { stream: true }))) return 'unknown';
    }
    decoder.decode();
    return length === 0 ? 'empty' : 'text/plain';
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'unknown';
    throw fault;
  } finally {
    await file.close();
  }
}
