import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from '../../kit/api/act.ts';
import { api, must } from '../../kit/api/client.ts';
import type { PointAnswer } from './use-record-result.ts';

export interface PuttingOff { readonly dossier: string; readonly etag: string; readonly meeting: string; readonly step: string; readonly to: string | null; readonly reason: string }

/** Hoãn, to another meeting or to none yet. */
export const usePutOff = (): UseMutationResult<PointAnswer, Error, PuttingOff> => useAct(({ dossier, etag, ...body }: PuttingOff, key) =>
  must(api.POST('/api/v1/dossiers/{id}/put-off', { params: { path: { id: dossier }, header: { 'Idempotency-Key': key, 'If-Match': etag, Prefer: 'wait=3' } }, body })));
