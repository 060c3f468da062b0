import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../../kit/api/act.ts';
import { api, must } from '../../../kit/api/client.ts';
import type { ActAnswer } from './shapes.ts';

/** Adds a scan to the dossier's papers, so that an act can name it; the answer's `ids.document` is its id. */
export const useScan = (dossier: string, etag: string): UseMutationResult<ActAnswer, Error, { readonly role: string; readonly file: File; readonly mark: string }> =>
  useAct(async ({ role, file }, key) => must(api.attach(dossier, { role, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ifMatch: etag, idempotencyKey: key })));
