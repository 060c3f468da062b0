import type { UseMutationResult } from '@tanstack/react-query';
import type { components } from '@totrinh/api-client';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';

export interface Placing { readonly dossier: string; readonly step: string; readonly meeting: string; readonly etag: string }

/** Đưa vào chương trình hội nghị. */
export const usePlace = (): UseMutationResult<components['schemas']['ActAnswer'], Error, Placing> => useAct(({ dossier, step, meeting, etag }: Placing, key) =>
  must(api.POST('/api/v1/dossiers/{id}/place-on-agenda', { params: { path: { id: dossier }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body: { step, meeting } })));
