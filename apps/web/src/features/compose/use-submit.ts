import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { ActAnswer } from './use-open-dossier.ts';

/** Trình: freezes what the tag names, and moves on. */
export const useSubmit = (id: string): UseMutationResult<ActAnswer, Error, { readonly etag: string }> => useAct(({ etag }, key) => must(api.POST('/api/v1/dossiers/{id}/submit', { params: { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=5' } }, body: {} })));
