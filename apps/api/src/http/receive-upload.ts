import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FileStore, StoredFile } from '@totrinh/documents';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requestInvalid } from './faults.ts';
import { accepted, Refused } from './refused.ts';

export interface Received<F> { readonly fields: F; readonly file: StoredFile }

/**
 * Takes a multipart request: its one part `file` goes into the store as it arrives, the other parts are its fields. `before` is told the fields that came
 * before the file, as they came, and may refuse before a byte of it is kept.
 * Errors: REQUEST_INVALID, CONTENT_TYPE_REFUSED, those of the store and of `before`.
 */
export async function receiveUpload<S extends z.ZodObject>(request: FastifyRequest, store: FileStore, shape: S, before: (fields: Readonly<Record<string, unknown>>) => void = () => undefined): Promise<Received<z.infer<S>>> {
  if (!request.isMultipart()) throw new Refused('CONTENT_TYPE_REFUSED', { expected: 'multipart/form-data' });
  const fields: Record<string, unknown> = {};
  let file: StoredFile | undefined;
  for await (const part of request.parts()) {
    if (isFile(part)) {
      before(fields);
      file = accepted(await store.put(part.file));
    } else fields[part.fieldname] = part.value;
  }
  const read = shape.safeParse(fields);
  if (!read.success) throw requestInvalid(read.error.issues, 'form');
  if (file === undefined) throw requestInvalid([{ path: ['file'], message: 'cần một tệp đính kèm · a file must be attached' }], 'form');
  return { fields: read.data, file };
}

function isFile(part: MultipartFile | MultipartValue): part is MultipartFile {
  return part.type === 'file';
}
