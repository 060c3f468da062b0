import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer } from './use-open-dossier.ts';

export type EditRequest = components['schemas']['EditRequest'];
interface Edit { readonly etag: string; readonly body: EditRequest }

/** Writes title, day and facts into the open draft. */
export const useEdit = (id: string): UseMutationResult<ActAnswer, Error, Edit> => useAct(({ etag, body }, key) => must(api.PATCH('/api/v1/dossiers/{id}', { params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag } }, body })));
