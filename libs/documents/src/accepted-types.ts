import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { ok, refuse, type Result } from '@totrinh/domain';

/** A kind of file that is taken: its media type, how such files are usually called, what a person calls it. */
export interface UploadType { readonly mediaType: string; readonly extensions: readonly string[]; readonly title: { readonly vi: string; readonly en: string } }

/** What an office sends. Everything else is refused: programs, archives, macros, pages with scripts. */
export const UPLOAD_TYPES: readonly UploadType[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], title: { vi: 'PDF', en: 'PDF' } },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'], title: { vi: 'Văn bản Word', en: 'Word document' } },
  { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'], title: { vi: 'Bảng tính Excel', en: 'Excel spreadsheet' } },
  { mediaType: 'image/png', extensions: ['png'], title: { vi: 'Ảnh PNG', en: 'PNG picture' } },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], title: { vi: 'Ảnh JPEG', en: 'JPEG picture' } },
  { mediaType: 'text/plain', extensions: ['txt'], title: { vi: 'Văn bản thuần', en: 'Plain text' } },
];

/** The same by media type. */
export const ACCEPTED_TYPES: readonly string[] = UPLOAD_TYPES.map((t) => t.mediaType);

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
