import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../../kit/api/act.ts';
import { api, must } from '../../../kit/api/client.ts';
import type { ActAnswer } from './shapes.ts';
import type { VerbRow } from './verbs.ts';

/** An act as it is sent; `path` fills its address. `file` where a document is attached. */
export interface Sending {
  readonly row: VerbRow;
  readonly path: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly etag: string | null;
  readonly file?: { readonly name: string; readonly size: number; readonly at: number };
}

type Send = (path: string, init: { params: { path: Readonly<Record<string, string>>; header: Readonly<Record<string, string>> }; body: Readonly<Record<string, unknown>> }) => Promise<{ data?: ActAnswer; error?: unknown; response: Response }>;

// The row names the address, so the client cannot know the body's type; the test of the table compares both with openapi.json.
const SEND: Readonly<Record<VerbRow['method'], Send>> = { POST: api.POST as unknown as Send, PATCH: api.PATCH as unknown as Send };
const WAIT_SECONDS = 3;

/** Sends any act of the table; `fileOf` gives the file that is attached. */
export function useSendAct(fileOf: () => File | null): UseMutationResult<ActAnswer, Error, Sending> {
  return useAct<Sending, ActAnswer>(async ({ row, path, body, etag }, key) => {
    const file = fileOf();
    if (row.path.endsWith('/documents') && file !== null) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return must(api.attach(path['id'] ?? '', { role: String(body['role']), name: file.name, bytes, ifMatch: etag ?? '', idempotencyKey: key, wait: WAIT_SECONDS }));
    }
    const header = { 'Idempotency-Key': key, Prefer: `wait=${WAIT_SECONDS}`, ...(etag === null ? {} : { 'If-Match': etag }) };
    return must(SEND[row.method](row.path, { params: { path, header }, body }));
  });
}
