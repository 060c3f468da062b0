import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer } from './use-leader-desk.ts';

interface Scan { readonly dossier: string; readonly etag: string; readonly role: string; readonly file: File; readonly size: number; readonly at: number }

/** Adds a scan to the dossier's papers; the answer's `ids.document` is what a record names. */
export const useScan = (): UseMutationResult<ActAnswer, Error, Scan> =>
  useAct(async ({ dossier, etag, role, file }, key) => must(api.attach(dossier, { role, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ifMatch: etag, idempotencyKey: key })));
