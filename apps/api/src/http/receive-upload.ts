import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FileStore, StoredFile } from '@totrinh/documents';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requestInvalid } from './faults.ts';
import { accepted, Refused } from './refused.ts';

export interface Received<F> { readonly fields: F; readonly file: StoredFile }

/**
 * Takes a multipart request: its one part `file` goes into the store as it arrives, the other parts are its fields.
 * Errors: REQUEST_INVALID, CONTENT_TYPE_REFUSED, and those of the store.
 */
export async function receiveUpload<S extends z.ZodObject>(request: FastifyRequest, store: FileStore, shape: S): Promise<Received<z.infer<S>>> {
  if (!request.isMultipart()) throw new Refused('CONTENT_TYPE_REFUSED', { expected: 'multipart/form-data' });
  const fields: Record<string, unknown> = {};
  let file: StoredFile | undefined;
  for await (const part of request.parts()) {
    if (isFile(part)) file = accepted(await store.put(part.file));
    else fields[part.fieldname] = part.value;
  }
  const read = shape.safeParse(fields);
  if (!read.success) throw requestInvalid(read.error.issues, 'form');
  if (file === undefined) throw requestInvalid([{ path: ['file'], message: 'cần một tệp đính kèm · a file must be attached' }], 'form');
  return { fields: read.data, file };
}

function isFile(part: MultipartFile | MultipartValue): part is MultipartFile {
  return part.type === 'file';
}
